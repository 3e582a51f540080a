import { type FormEvent, useEffect, useLayoutEffect, useRef } from 'react'
import { useFetcher, useNavigate } from 'react-router'
import { keepTypingOnTheWay } from '#app/editor/typing-on-the-way.ts'
import type { action } from './new.tsx'

/** After so long without a letter, what was typed moves into the editor. */
const pauseMs = 1200
const keepMs = 600
const retryMs = 4000
/** So many characters are typed on in the editor, where lines that begin with a time become entries at once. */
const typedOn = 1000

/**
 * The first box with JavaScript: its first letter makes the draft; what is typed is kept in it; when the typing pauses, or
 * at a paste, it is put into the document and the page goes on in the editor. What is typed while the server works, or
 * while the editor loads, is typed on there, so that no letter is lost.
 */
export function useFirstBox(template: string) {
  const box = useRef<HTMLTextAreaElement>(null)
  const phase = useRef<'idle' | 'starting' | 'typing' | 'moving' | 'leaving'>('idle')
  const draft = useRef<string | null>(null)
  /** What stands in the document by now, and in which section it ends. */
  const moved = useRef<{ text: string; into: string; stands: string } | null>(null)
  /** The text that will stand in the document once the server has answered. */
  const sending = useRef('')
  /** Someone pressed the button: no pause is waited for. */
  const hurry = useRef(false)
  /** The server did not answer: the next attempt is the clock's, not every letter's. */
  const waiting = useRef(false)
  const timers = useRef<{ keep?: number; move?: number; retry?: number }>({})
  const start = useFetcher<typeof action>()
  const keep = useFetcher<typeof action>()
  const move = useFetcher<typeof action>()
  const navigate = useNavigate()
  const chosen = useRef(template)
  chosen.current = template

  const text = () => box.current?.value ?? ''
  const later = (name: 'keep' | 'move' | 'retry', ms: number, act: () => void) => {
    window.clearTimeout(timers.current[name])
    timers.current[name] = window.setTimeout(act, ms)
  }
  const post = (fetcher: typeof start, fields: Record<string, string>) =>
    void fetcher.submit(
      { template: chosen.current, ...fields },
      // Nothing on the page changes by it, and asking again while the server is away would take the page with it.
      { method: 'post', action: '/postmortems/new', defaultShouldRevalidate: false },
    )

  const begin = () => {
    if (phase.current !== 'idle' || waiting.current || !text().trim()) return
    phase.current = 'starting'
    post(start, { intent: 'start', text: text() })
  }
  const moveOn = () => {
    if (phase.current !== 'typing' || !draft.current || !text().trim()) return
    phase.current = 'moving'
    window.clearTimeout(timers.current.keep)
    post(move, { intent: 'fill', reference: draft.current, text: text() })
  }
  /** Goes to the editor, where the last words are typed on; a longer text, which was pasted meanwhile, is sent first. */
  const follow = () => {
    const { text: sent, into } = moved.current!
    const now = text()
    if (!now.startsWith(sent)) {
      // What was sent has been changed: the document is filled again as long as nobody wrote in it.
      sending.current = now
      post(move, { intent: 'fill', reference: draft.current!, text: now, into, stands: moved.current!.stands })
      return
    }
    const rest = remainder(sent, now)
    if (rest.length <= typedOn) {
      phase.current = 'leaving'
      void navigate(`/postmortems/${draft.current}/write`)
      return
    }
    sending.current = now
    post(move, { intent: 'append', reference: draft.current!, into, text: rest })
  }

  const onSubmit = (event: FormEvent) => {
    // An empty box is the server's to answer, as it is without JavaScript.
    if (!text().trim()) return
    event.preventDefault()
    hurry.current = true
    begin()
    moveOn()
  }
  const onInput = (event: FormEvent<HTMLTextAreaElement>) => {
    const pasted = (event.nativeEvent as InputEvent).inputType === 'insertFromPaste'
    begin()
    if (phase.current !== 'typing') return
    later('keep', keepMs, () => draft.current && post(keep, { intent: 'keep', reference: draft.current, text: text() }))
    later('move', pasted ? 0 : pauseMs, moveOn)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once
  useEffect(() => {
    if (!start.data || phase.current !== 'starting') return
    if (start.data.reference) {
      draft.current = start.data.reference
      phase.current = 'typing'
      later('move', hurry.current ? 0 : pauseMs, moveOn)
    } else {
      phase.current = 'idle'
      waiting.current = true
      later('retry', retryMs, () => {
        waiting.current = false
        begin()
      })
    }
  }, [start.data])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is looked at once
  useEffect(() => {
    const answer = move.data
    if (!answer || phase.current !== 'moving') return
    if (answer.filled !== undefined) {
      moved.current = { text: answer.filled, into: answer.into ?? '', stands: answer.stands ?? '' }
      follow()
    } else if (moved.current && answer.appended !== undefined) {
      moved.current.text = sending.current
      moved.current.stands = answer.stands ?? ''
      follow()
    } else if (moved.current) later('retry', retryMs, follow)
    else {
      // Nothing was taken: everything is still in the box, and as a scrap in the draft.
      phase.current = 'typing'
      later('retry', retryMs, moveOn)
    }
  }, [move.data])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed before this page woke up counts as its first letter
  useEffect(begin, [])

  // The last letters: on the way to the editor they are typed there; a page that is going elsewhere still sends them.
  useLayoutEffect(() => {
    const element = box.current
    const clocks = timers.current
    return () => {
      for (const timer of Object.values(clocks)) window.clearTimeout(timer)
      const [reference, last, now] = [draft.current, moved.current, element?.value ?? '']
      if (!reference || !last) return
      const send = (text: string) => {
        const body = new URLSearchParams({ intent: 'append', reference, into: last.into, text })
        void fetch('/postmortems/new', { method: 'POST', body, keepalive: true })
      }
      const rest = remainder(last.text, now)
      if (phase.current === 'leaving') keepTypingOnTheWay({ text: rest, into: last.into }, send)
      else if (rest) send(rest)
    }
  }, [])

  const problem = start.data?.problem ?? move.data?.problem ?? keep.data?.problem
  // From the answer, not from what its effect will note down: the words stand from the first render that can know them.
  const kept = start.data?.reference ? `Kept in ${start.data.reference}` : null
  const starting = start.state === 'idle' ? kept : 'Starting the draft …'
  const status = move.state === 'idle' ? starting : `${kept}. Opening the editor …`
  return { box, onInput, onSubmit, status, problem }
}

/** What follows what was sent; where the text before it was changed as well, all of it, since nothing may be lost. */
function remainder(sent: string, now: string): string {
  return now.startsWith(sent) ? now.slice(sent.length) : `\n${now}`
}
