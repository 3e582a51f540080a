import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import CaseSensitive from 'lucide-react/icons/case-sensitive'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronUp from 'lucide-react/icons/chevron-up'
import Replace from 'lucide-react/icons/replace'
import WholeWord from 'lucide-react/icons/whole-word'
import X from 'lucide-react/icons/x'
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { Button } from '#app/ui/button.tsx'
import type { EditorHost } from '../editor-host.ts'
import { findField, findFrame } from './find-waiting.tsx'
import { showMatch } from './mark-matches.ts'
import { replaceMatches } from './replace-matches.ts'
import { useMatches } from './use-matches.ts'

const field = `${findField} flex-1`

interface Props {
  host: EditorHost
  editor: Editor
  /** What was typed while the bar was on its way. */
  begun: RefObject<string | null>
}

/** Finds words in the document and puts others in their place. Escape goes back to the text, to what was found last. */
export default function FindBar({ host, editor, begun }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [query, setQuery] = useState(() => selectedLine(editor))
  const [matchCase, setMatchCase] = useState(false)
  const [wholeWords, setWholeWords] = useState(false)
  const [replacing, setReplacing] = useState(false)
  const [by, setBy] = useState('')
  const { matches, place, setPlace } = useMatches(editor, query, { matchCase, wholeWords })
  const [stepped, setStepped] = useState(false)
  // Before the next key can come, which the text would take. What was begun is read now and not at the first rendering,
  // which may be a while before it is shown.
  useLayoutEffect(() => {
    const words = begun.current
    begun.current = null
    if (words !== null) {
      input.current!.value = words
      setQuery(words)
    } else input.current?.select()
    input.current?.focus()
  }, [begun])

  function step(by: 1 | -1) {
    if (matches.length === 0) return
    const next = (place + (stepped ? by : by === -1 ? -1 : 0) + matches.length) % matches.length
    setPlace(next)
    setStepped(true)
    showMatch(editor.view, matches[next]!)
  }
  // From the text too, where whoever mends what was found is.
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const isElsewhere = document.activeElement?.closest('search') === null
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'f' && isElsewhere) {
        input.current?.focus()
        input.current?.select()
      }
      if (event.key !== 'F3' || event.defaultPrevented) return
      event.preventDefault()
      step(event.shiftKey ? -1 : 1)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  })
  function close() {
    host.finding.set(false)
    const { view } = editor
    view.focus()
    const match = stepped ? matches[place] : undefined
    if (match) {
      view.dispatch(
        view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)).scrollIntoView(),
      )
    }
  }
  function replace(which: 'one' | 'all') {
    const chosen = which === 'all' ? matches : matches.slice(place, place + 1)
    if (chosen.length === 0 || !host.editable) return
    const places = replaceMatches(editor.view, chosen, by)
    const said = places === 1 ? 'Replaced in 1 place.' : `Replaced in ${places} places.`
    if (which === 'all') host.say.set(`${said} Undo takes it back.`)
  }
  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    if (event.nativeEvent.isComposing) return
    const inReplace = (event.target as HTMLElement).id === `${id}-by`
    const isButton = event.target instanceof HTMLButtonElement
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && !isButton) {
      if (inReplace) replace(event.ctrlKey || event.metaKey ? 'all' : 'one')
      else step(event.shiftKey ? -1 : 1)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const count = matches.length === 0 ? (query.trim() ? 'none' : '') : `${place + 1} of ${matches.length}`
  return (
    <search aria-label="Find in the document" onKeyDown={onKeyDown} className={findFrame}>
      <div className="flex flex-wrap items-center gap-1">
        <input
          ref={input}
          type="text"
          data-find
          aria-label="Find"
          placeholder="Find"
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setStepped(false)
          }}
          className={`${field} max-sm:-order-2 max-sm:basis-[calc(100%-4rem)]`}
        />
        <span role="status" className="num min-w-16 px-1 text-right text-ink-3 max-sm:mr-auto max-sm:text-left">
          {count}
        </span>
        <Tool label="The one before (Shift Enter)" onClick={() => step(-1)}>
          <ChevronUp aria-hidden="true" size={16} />
        </Tool>
        <Tool label="The next (Enter)" onClick={() => step(1)}>
          <ChevronDown aria-hidden="true" size={16} />
        </Tool>
        <Tool label="Match capital letters" pressed={matchCase} onClick={() => setMatchCase(!matchCase)}>
          <CaseSensitive aria-hidden="true" size={16} />
        </Tool>
        <Tool label="Whole words" pressed={wholeWords} onClick={() => setWholeWords(!wholeWords)}>
          <WholeWord aria-hidden="true" size={16} />
        </Tool>
        {host.editable && (
          <Tool label="Replace" pressed={replacing} onClick={() => setReplacing(!replacing)}>
            <Replace aria-hidden="true" size={16} />
          </Tool>
        )}
        <Tool label="Close (Esc)" onClick={close} className="max-sm:-order-1">
          <X aria-hidden="true" size={16} />
        </Tool>
      </div>
      {replacing && (
        <div className="flex flex-wrap items-center gap-1">
          <input
            id={`${id}-by`}
            type="text"
            aria-label="Replace with"
            placeholder="Replace with"
            autoComplete="off"
            value={by}
            onChange={(event) => setBy(event.target.value)}
            className={field}
          />
          <Button onClick={() => replace('one')}>Replace</Button>
          <Button onClick={() => replace('all')}>All</Button>
        </div>
      )}
    </search>
  )
}

function Tool(props: {
  label: string
  pressed?: boolean
  onClick: () => void
  className?: string
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={props.label}
      title={props.label}
      aria-pressed={props.pressed}
      onClick={props.onClick}
      className={`flex min-h-8 min-w-8 items-center justify-center rounded-md text-ink-2 hover:bg-sunken hover:text-ink aria-pressed:bg-accent-soft aria-pressed:text-accent-ink pointer-coarse:min-h-11 pointer-coarse:min-w-11 ${props.className ?? ''}`}
    >
      {props.children}
    </button>
  )
}

/** What is selected, where it is part of one line: most likely that is looked for. */
function selectedLine({ state }: Editor): string {
  const { $from, $to, from, to } = state.selection
  return $from.sameParent($to) && to - from <= 200 ? state.doc.textBetween(from, to) : ''
}
