import { Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { newItemId } from '#app/document/new-item-id.ts'
import { type ParsedMoment, parseMoment } from '#app/document/parse-moment.ts'
import type { EditorHost } from './editor-host.ts'
import { momentContext } from './moment-context.ts'

/** What may still follow a time that has already become an entry: `2:03 |pm`, `14:05 |- 14:12`. */
const GOES_ON = /^(?:am|pm|a\.m\.|p\.m\.|(?:[-–—]|to|until)\s*\S+)$/i

/** A space after a time at the start of a line in a timeline makes an entry, or gives an entry without a time its time. */
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
            text === ' ' && from === to && makeEntry(view, host.facts.get().zone),
        },
      }),
    ]
  },
})

/** Returns whether the text before the caret was a time and has become one. */
function makeEntry(view: EditorView, zone: string): boolean {
  const { $from, empty } = view.state.selection
  if (!empty || $from.parent.type.name !== 'paragraph') return false
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC')
  if (before.length > 60 || !/\S/.test(before)) return false
  const around = $from.node(-1)
  const context = momentContext(view.state.doc, $from.before(-1), zone)
  if (around.type.name === 'section' && around.attrs.kind === 'timeline') {
    const parsed = parseMoment(before, context)
    return /\d/.test(before) && parsed.ok && wrap(view, parsed)
  }
  if (around.type.name !== 'timelineEntry' || $from.index(-1) !== 0) return false
  const typed = String(around.attrs.typed)
  if (typed && /^[-–—]$/.test(before)) {
    view.dispatch(view.state.tr.insertText(' '))
    return true
  }
  if (typed && !GOES_ON.test(before)) return false
  const parsed = parseMoment(typed ? `${typed} ${before}` : before, context)
  return /\d/.test(typed + before) && parsed.ok && setTime(view, parsed)
}

function wrap(view: EditorView, { moment }: Extract<ParsedMoment, { ok: true }>): boolean {
  const { state } = view
  const { $from } = state.selection
  const rest = $from.parent.cut($from.parentOffset)
  const entry = state.schema.nodes.timelineEntry!.create({ ...moment, id: newItemId() }, rest)
  const at = $from.before()
  const tr = state.tr.replaceWith(at, $from.after(), entry)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  return true
}

function setTime(view: EditorView, { moment }: Extract<ParsedMoment, { ok: true }>): boolean {
  const { $from } = view.state.selection
  const tr = view.state.tr
  for (const [key, value] of Object.entries(moment)) tr.setNodeAttribute($from.before(-1), key, value)
  view.dispatch(tr.delete($from.start(), $from.pos).scrollIntoView())
  return true
}
