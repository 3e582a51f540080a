import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import CircleHelp from 'lucide-react/icons/circle-question-mark'
import Clock from 'lucide-react/icons/clock'
import Eye from 'lucide-react/icons/eye'
import GitBranch from 'lucide-react/icons/git-branch'
import HandHeart from 'lucide-react/icons/hand-heart'
import Lightbulb from 'lucide-react/icons/lightbulb'
import Link2 from 'lucide-react/icons/link-2'
import Milestone from 'lucide-react/icons/milestone'
import Wrench from 'lucide-react/icons/wrench'
import type { ItemKind } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { parseMoment } from '#app/document/parse-moment.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { dayAt, wallTimeAt } from '#app/document/zoned-time.ts'
import { askOpenly } from '../ask-openly.ts'
import type { EditorHost } from '../editor-host.ts'
import { insertItem, itemAround, placeFor, setAttributes } from '../item-acts.ts'
import { momentContext } from '../moment-context.ts'
import { serverNow } from '../server-clock.ts'
import type { WritingCommand } from './writing-command.ts'

const itemWords: Record<ItemKind, Pick<WritingCommand, 'label' | 'words' | 'icon'>> = {
  timelineEntry: { label: 'Timeline entry', words: 'row moment event time', icon: Milestone },
  account: { label: 'Account', words: 'view how it looked', icon: Eye },
  cause: { label: 'Cause', words: 'condition why factor', icon: GitBranch },
  change: { label: 'Change', words: 'action follow-up fix todo', icon: Wrench },
  question: { label: 'Open question', words: 'ask unknown', icon: CircleHelp },
  thanks: { label: 'Thanks', words: 'thank helped noticed', icon: HandHeart },
  lesson: { label: 'Lesson', words: 'learnt takeaway', icon: Lightbulb },
}

/** An item of the kind its section is made of. */
const ownItems = (Object.keys(itemWords) as ItemKind[]).map(
  (kind): WritingCommand => ({
    ...itemWords[kind],
    id: kind,
    group: 'Here',
    keys: ['Ctrl', 'Enter'],
    doors: ['caret', 'selection'],
    fits: ({ own, item, oneBlock, inTable, inList }) =>
      own === kind && oneBlock && !(item === null && (inTable || inList)),
    run: (editor) => makeItem(editor, kind),
  }),
)

/** A plain line becomes the item; in an item, the next one begins below it. */
function makeItem({ view }: Editor, kind: ItemKind, attributes = {}): void {
  const { state } = view
  const { $from } = state.selection
  const around = itemAround(state.doc, $from.pos)
  if (around) view.dispatch(insertItem(state.tr, around.pos + around.node.nodeSize, kind, attributes))
  else {
    const line = $from.depth === 2 ? $from.parent : null
    const paragraph = state.schema.nodes.paragraph!.create(null, line?.content)
    const item = state.schema.nodes[kind]!.create({ ...attributes, id: newItemId() }, paragraph)
    // What is no line of text, such as a quote, stays as it is: the item begins below it.
    const from = line ? $from.before(2) : $from.depth > 2 ? $from.after(2) : $from.pos
    const tr = state.tr.replaceWith(from, line ? $from.after(2) : from, item)
    view.dispatch(tr.setSelection(TextSelection.create(tr.doc, from + item.nodeSize - 2)).scrollIntoView())
  }
  view.focus()
}

/** An item that belongs to another section, with the caret in it. */
function addElsewhere({ view }: Editor, section: SectionKind, kind: ItemKind, title: string, attributes = {}): void {
  const tr = view.state.tr
  const place = placeFor(tr, section, title)
  view.focus()
  view.dispatch(insertItem(tr, place, kind, attributes))
}

/** Into an entry without a time, or as a new entry on a plain line of a timeline; elsewhere the clock as text. */
function putTimeNow(editor: Editor, host: EditorHost): void {
  const { view } = editor
  const { zone } = host.facts.get()
  const { hour, minute } = wallTimeAt(serverNow(), zone)
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const { $from } = view.state.selection
  const item = itemAround(view.state.doc, $from.pos)
  const isOnPlainLine = item === null && $from.depth > 0 && $from.node(1).attrs.kind === 'timeline'
  const isInUntimedEntry = item?.node.type.name === 'timelineEntry' && !item.node.attrs.typed
  const parsed = parseMoment(`${dayAt(serverNow(), zone)} ${clock}`, momentContext(view.state.doc, $from.pos, zone))
  if (parsed.ok && isOnPlainLine) makeItem(editor, 'timelineEntry', parsed.moment)
  else if (parsed.ok && isInUntimedEntry) setAttributes(view, String(item.node.attrs.id), { ...parsed.moment })
  else editor.commands.insertContent(clock)
  view.focus()
}

/** What was selected, as one line. */
function selectedText({ state }: Editor): string {
  const { from, to } = state.selection
  return state.doc.textBetween(from, to, ' ').replace(/\s+/g, ' ').trim()
}

export const itemCommands: WritingCommand[] = [
  ...ownItems,
  {
    id: 'change-for-cause',
    group: 'Here',
    label: 'A change for this cause',
    words: 'action address link',
    icon: Wrench,
    doors: ['caret'],
    fits: ({ item }) => item?.kind === 'cause',
    run(editor) {
      const cause = itemAround(editor.state.doc, editor.state.selection.from)
      const causes = cause ? [String(cause.node.attrs.id)] : []
      addElsewhere(editor, 'changes', 'change', 'What we are changing', { causes })
    },
  },
  {
    id: 'open-question',
    group: 'Here',
    label: 'An open question',
    words: 'ask unknown we don’t know yet',
    icon: CircleHelp,
    doors: ['caret'],
    fits: ({ own }) => own !== 'question',
    run: (editor) => addElsewhere(editor, 'questions', 'question', 'What we still don’t know'),
  },
  {
    id: 'ask-selected',
    group: 'Here',
    label: 'Ask in the open questions',
    icon: CircleHelp,
    doors: ['selection'],
    fits: ({ own, oneBlock }) => own !== 'question' && oneBlock,
    run(editor, host) {
      askOpenly(editor.view, host, selectedText(editor))
      editor.view.focus()
    },
  },
  {
    id: 'evidence',
    group: 'Here',
    label: 'Source',
    words: 'evidence link snippet proof',
    icon: Link2,
    doors: ['caret', 'selection'],
    fits: ({ item }) => item?.kind === 'timelineEntry' || item?.kind === 'cause',
    run({ view }, host) {
      const item = itemAround(view.state.doc, view.state.selection.from)
      const drawn = item && view.nodeDOM(item.pos)
      if (!item || !(drawn instanceof HTMLElement)) return
      const anchor = drawn.querySelector<HTMLElement>('[data-act="evidence"]') ?? drawn
      host.ask.set({ about: 'evidence', id: String(item.node.attrs.id), anchor })
    },
  },
  {
    id: 'time-now',
    group: 'Here',
    label: 'Time now',
    words: 'clock now date',
    icon: Clock,
    doors: ['caret'],
    fits: () => true,
    run: putTimeNow,
  },
]
