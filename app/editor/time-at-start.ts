import { Extension } from '@tiptap/core'
import { Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { type EntryType, entryTypes } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { parseMoment } from '#app/document/parse-moment.ts'
import type { EditorHost } from './editor-host.ts'
import { momentContext } from './moment-context.ts'
import { oneStep } from './one-step.ts'

/** No time at the start of a line is longer, in letters. */
const LONGEST = 60
/** A time in figures or words; a month, a season or *unknown* counts with a colon only, since sentences begin with them too. */
const MAYBE = /\d|^\?$|\b(?:noon|midday|midnight)$|^[\p{L}\s-]+:$/iu
/** A clock that no clock shows: `25:99`. It becomes an entry too, which keeps it as typed and says so. */
const LIKE_A_CLOCK = /^[~≈]?\d{1,2}:\d{2}(?::\d{2})?$/
/** What may still follow a time that has already become an entry: `2:03 |pm`, `14:05 |- 14:12`, `14:03 |CET`. */
const GOES_ON =
  /^(?:am|pm|a\.m\.|p\.m\.|(?:[-–—]|to|until)\s*\S+|UTC|GMT|(?:UTC|GMT)?[+-]\d{1,2}(?::?\d{2})?|C[ES]S?T|CDT|[EMP][SD]T|BST|IST|JST|AE[SD]T)$/
const TYPE_WORD = new RegExp(`^(${entryTypes.join('|')}):$`, 'i')
const A_DASH = /^[-–—]$/
const DASH_AND_WORD = /^[-–—] \S+$/

/**
 * A space after a time at the start of a line in a timeline makes an entry, or gives an entry without a time its time. The name of
 * a type and a colon at the start of an entry's text set its type: `said: …`. Undo gives back what was typed.
 */
export const TimeAtStart = Extension.create<{ host: EditorHost }>({
  name: 'timeAtStart',
  // Before the input rules, which would make a list of the dash in `14:05 - 14:12`.
  priority: 1100,
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin({
        props: {
          handleTextInput: (view, from, to, text) =>
            text === ' ' && from === to && readStart(view, host.facts.get().zone),
        },
      }),
    ]
  },
})

/** Returns whether the text before the caret was more than text, and the space has been used up. */
function readStart(view: EditorView, zone: string): boolean {
  const { $from } = view.state.selection
  if ($from.parent.type.name !== 'paragraph' || $from.parentOffset > LONGEST || $from.parentOffset === 0) return false
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC')
  const around = $from.node(-1)
  if (around.type.name === 'section' && around.attrs.kind === 'timeline') {
    const moment = readTime(view, before, zone)
    return moment !== null && put(view, (tr) => wrap(tr, moment))
  }
  if (around.type.name !== 'timelineEntry' || $from.index(-1) !== 0) return false
  const type = TYPE_WORD.exec(before)?.[1]?.toLowerCase() as EntryType | undefined
  if (type) return put(view, (tr) => taken(tr).setNodeAttribute($from.before(-1), 'type', type))
  const typed = String(around.attrs.typed)
  if (!typed) {
    const moment = readTime(view, before, zone)
    return moment !== null && put(view, (tr) => setTime(tr, moment))
  }
  // No list of the dash: what follows may be the end of a range. When it is a word, the dash parted it from the time.
  if (A_DASH.test(before)) return put(view, (tr) => tr.insertText(' '))
  const moment = GOES_ON.test(before) ? readTime(view, `${typed} ${before}`, zone) : null
  if (moment) return put(view, (tr) => setTime(tr, moment))
  if (!DASH_AND_WORD.test(before)) return false
  return put(view, (tr) => tr.delete($from.start(), $from.start() + 2).insertText(' '))
}

/** The time in a text, or what is kept of one that no clock shows; null where the text is none. */
function readTime(view: EditorView, text: string, zone: string): Moment | null {
  const { $from } = view.state.selection
  if (!MAYBE.test(text)) return null
  const typed = text.replace(/[:,]$/, '')
  // Not against the entry's own day: of `yesterday 23:50 CET` it has become an entry, and of that day, before `CET`.
  const parsed = parseMoment(typed, momentContext(view.state.doc, $from.before(2), zone, 'without-own'))
  if (parsed.ok) return parsed.moment
  const isMeant = parsed.reason === 'no-such-time' && LIKE_A_CLOCK.test(typed)
  return isMeant ? { at: null, until: null, zone: null, precision: 'unknown', typed } : null
}

function put(view: EditorView, change: (tr: Transaction) => Transaction): boolean {
  oneStep(view.state, () => view.dispatch(change(view.state.tr).scrollIntoView()))
  return true
}

function wrap(tr: Transaction, moment: Moment): Transaction {
  const { $from } = tr.selection
  const rest = $from.parent.cut($from.parentOffset)
  const entry = tr.doc.type.schema.nodes.timelineEntry!.create({ ...moment, id: newItemId() }, rest)
  const at = $from.before()
  tr.replaceWith(at, $from.after(), entry)
  return tr.setSelection(TextSelection.create(tr.doc, at + 2))
}

function setTime(tr: Transaction, moment: Moment): Transaction {
  const pos = tr.selection.$from.before(-1)
  for (const [key, value] of Object.entries(moment)) tr.setNodeAttribute(pos, key, value)
  return taken(tr)
}

/** Without the letters that have become something else. */
function taken(tr: Transaction): Transaction {
  const { $from } = tr.selection
  return tr.delete($from.start(), $from.pos)
}
