import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import type { ItemKind } from '#app/document/items.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import type { EditorHost } from './editor-host.ts'
import { insertItem, isBlank, itemAround, type Placed, removeItem } from './item-acts.ts'
import { moveBy } from './sort-timeline.ts'

/** Items of one sentence or so: Enter at their end begins the next one. */
const goesOn = new Set<string>(['timelineEntry', 'question', 'thanks', 'lesson'])

/** The keys that make, leave, move and remove items. */
export const ItemKeys = Extension.create<{ host: EditorHost }>({
  name: 'itemKeys',
  priority: 200,
  addKeyboardShortcuts() {
    const { host } = this.options
    const item = () => itemAround(this.editor.state.doc, this.editor.state.selection.from)
    const keepsTab = () => ['listItem', 'taskItem', 'table'].some((name) => this.editor.isActive(name))
    const move = (step: -1 | 1) => {
      const found = item()
      return found !== null && moveBy(host, this.editor.view, String(found.node.attrs.id), step) !== null
    }
    return {
      Enter: () => leaveEmpty(this.editor.view) || nextItem(this.editor.view, false),
      'Mod-Enter': () => nextItem(this.editor.view, true) || firstItem(this.editor.view),
      // Chromium’s own stop at what is not text, such as the buttons of an item.
      'Mod-Home': () => goTo(this.editor.view, 'start', false),
      'Mod-End': () => goTo(this.editor.view, 'end', false),
      'Shift-Mod-Home': () => goTo(this.editor.view, 'start', true),
      'Shift-Mod-End': () => goTo(this.editor.view, 'end', true),
      'Mod-a': () => selectAll(this.editor.view),
      Backspace: () => removeEmpty(this.editor.view, host),
      'Alt-ArrowUp': () => move(-1),
      'Alt-ArrowDown': () => move(1),
      'Mod-Shift-Backspace': () => {
        const found = item()
        if (found) removeItem(this.editor.view, String(found.node.attrs.id), host)
        return found !== null
      },
      Tab: () => !keepsTab() && focusFrame(this.editor.view, item()?.pos, false),
      'Shift-Tab': () => !keepsTab() && focusFrame(this.editor.view, item()?.pos, true),
    }
  },
})

/** Puts the caret at the beginning or the end of the document, or selects as far as there. */
function goTo(view: EditorView, side: 'start' | 'end', select: boolean): boolean {
  const { doc, selection } = view.state
  const edge = side === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
  const target = select ? TextSelection.between(selection.$anchor, edge.$head) : edge
  view.dispatch(view.state.tr.setSelection(target).scrollIntoView())
  return true
}

/** Selects from the first letter to the last: a selection around the sections is none to Chromium, and copies nothing. */
function selectAll(view: EditorView): boolean {
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.between(Selection.atStart(doc).$from, Selection.atEnd(doc).$to)))
  return true
}

/** Enter at the end of an item that goes on, or Mod+Enter anywhere in one, begins the next. */
function nextItem(view: EditorView, anywhere: boolean): boolean {
  const { state } = view
  const { $from, empty } = state.selection
  const item = itemAround(state.doc, $from.pos)
  if (!item || !empty) return false
  const atEnd =
    $from.depth === 3 &&
    $from.parentOffset === $from.parent.content.size &&
    $from.indexAfter(2) === item.node.childCount
  if (!anywhere && !(goesOn.has(item.node.type.name) && atEnd)) return false
  view.dispatch(insertItem(state.tr, item.pos + item.node.nodeSize, item.node.type.name as ItemKind))
  return true
}

/** Mod+Enter in the plain text of a section begins an item of its kind below. */
function firstItem(view: EditorView): boolean {
  const { $from } = view.state.selection
  if ($from.depth < 2) return false
  const kind = itemKindOfSection[$from.node(1).attrs.kind as SectionKind]
  if (!kind) return false
  view.dispatch(insertItem(view.state.tr, $from.after(2), kind))
  return true
}

/** The item the caret is in, where nothing is written in it yet. */
function blankItem({ selection, doc }: EditorState): Placed | null {
  const item = selection.empty ? itemAround(doc, selection.from) : null
  return item && isBlank(item.node) ? item : null
}

/** Enter in an untouched item leaves the list: the item becomes a paragraph. */
function leaveEmpty(view: EditorView): boolean {
  const item = blankItem(view.state)
  if (!item?.node.sameMarkup(item.node.type.create({ id: item.node.attrs.id }))) return false
  const tr = view.state.tr.replaceWith(
    item.pos,
    item.pos + item.node.nodeSize,
    view.state.schema.nodes.paragraph!.create(),
  )
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, item.pos + 1)))
  return true
}

/** Backspace in an item without text removes it, also when it has a time; undo brings it back. */
function removeEmpty(view: EditorView, host: EditorHost): boolean {
  const item = blankItem(view.state)
  if (item) removeItem(view, String(item.node.attrs.id), host)
  return item !== null
}

/** Tab goes from the text to what stands beside it, Shift+Tab to what stands before it; from there the browser goes on. */
function focusFrame(view: EditorView, pos: number | undefined, back: boolean): boolean {
  const dom = pos === undefined ? null : view.nodeDOM(pos)
  if (!(dom instanceof HTMLElement)) return false
  const text = dom.querySelector('.ed-text')
  const controls = [...dom.querySelectorAll<HTMLElement>('input, button')].filter((control) => !control.hidden)
  const beside = controls.filter((control) => {
    const follows = Boolean(text && text.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING)
    return follows !== back
  })
  const target = back ? beside.at(-1) : beside[0]
  target?.focus()
  return target !== undefined
}
