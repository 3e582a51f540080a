import { Extension } from '@tiptap/core'
import type { EditorView } from '@tiptap/pm/view'
import { entryTypes, milestones, type TimelineEntry } from '#app/document/items.ts'
import { milestoneWords } from '#app/document/taxonomy.ts'
import type { EditorHost } from './editor-host.ts'
import { itemAround, setAttributes } from './item-acts.ts'

/**
 * Type and marks of the entry with the caret by key: Ctrl+Shift+1 to 6 are the types, Alt+Shift+1 to 5 the marks, both in the
 * order of their menus; the same key takes it back. Ctrl also on a Mac, where ⌘⇧3 to 5 take pictures of the screen; Alt with a
 * digit alone changes the tab of a browser on Linux.
 */
export const EntryKeys = Extension.create<{ host: EditorHost }>({
  name: 'entryKeys',
  addKeyboardShortcuts() {
    const { host } = this.options
    const view = () => this.editor.view
    const types = entryTypes.map((type, place) => [
      `Ctrl-Shift-${place + 1}`,
      () => change(view(), (entry) => ({ type: entry.type === type ? null : type })),
    ])
    const marks = milestones.map((mark, place) => [
      `Alt-Shift-${place + 1}`,
      () =>
        change(view(), (entry) => {
          const had = entry.milestones.includes(mark)
          host.say.set(had ? `No longer ${milestoneWords[mark]}.` : `Marked: ${milestoneWords[mark]}.`)
          const others = entry.milestones.filter((each) => each !== mark)
          return { milestones: milestones.filter((each) => others.includes(each) || (each === mark && !had)) }
        }),
    ])
    return Object.fromEntries([...types, ...marks])
  },
})

function change(view: EditorView, to: (entry: TimelineEntry) => Partial<TimelineEntry>): boolean {
  const item = itemAround(view.state.doc, view.state.selection.from)
  if (item?.node.type.name !== 'timelineEntry') return false
  setAttributes(view, String(item.node.attrs.id), to(item.node.attrs as TimelineEntry))
  return true
}
