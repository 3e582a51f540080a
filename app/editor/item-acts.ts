import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { type ItemKind, isItemKind } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import type { EditorHost } from './editor-host.ts'
import { oneStep } from './one-step.ts'
import { unlink } from './unlink.ts'

export interface Placed {
  node: DocumentNode
  pos: number
}

/** The section or item with this id, or null when someone has removed it meanwhile. */
export function findById(doc: DocumentNode, id: string): Placed | null {
  let found: Placed | null = null
  doc.forEach((section, pos) => {
    if (found) return
    if (section.attrs.id === id) found = { node: section, pos }
    section.forEach((child, offset) => {
      if (!found && isItem(child) && child.attrs.id === id) found = { node: child, pos: pos + 1 + offset }
    })
  })
  return found
}

export function isItem(node: DocumentNode): boolean {
  return isItemKind(node.type.name)
}

/** Whether no more than an empty line stands in an item: a mention has no letters and is not nothing. */
export function isBlank(item: DocumentNode): boolean {
  const [line] = item.children
  return line === undefined || (item.childCount === 1 && line.isTextblock && line.content.size === 0)
}

/** The item around a position, or null in the plain text of a section. */
export function itemAround(doc: DocumentNode, pos: number): Placed | null {
  const $pos = doc.resolve(pos)
  return $pos.depth >= 2 && isItem($pos.node(2)) ? { node: $pos.node(2), pos: $pos.before(2) } : null
}

/** Sets attributes of a section or an item, each on its own, so that another's edit of the next one stays. */
export function setAttributes(view: EditorView, id: string, attributes: Record<string, unknown>): void {
  setAttributesOfEach(view, [[id, attributes]])
}

/** The same for several at once: undo takes them back together. */
export function setAttributesOfEach(view: EditorView, changes: [id: string, Record<string, unknown>][]): void {
  const tr = view.state.tr
  for (const [id, attributes] of changes) {
    const found = findById(tr.doc, id)
    if (!found) continue
    for (const [key, value] of Object.entries(attributes)) tr.setNodeAttribute(found.pos, key, value)
  }
  if (tr.docChanged) oneStep(view.state, () => view.dispatch(tr))
}

/**
 * Puts an id into a list that an item has as an attribute, or takes it out. The list is read at that moment: what others put
 * there while it stood open on this screen stays.
 */
export function tick(view: EditorView, itemId: string, attribute: string, id: string, isTicked: boolean): void {
  const list = findById(view.state.doc, itemId)?.node.attrs[attribute] as string[] | undefined
  if (!list) return
  const others = list.filter((each) => each !== id)
  setAttributes(view, itemId, { [attribute]: isTicked ? [...others, id] : others })
}

/** Removes an item and the links to it; who pointed to it is said. */
export function removeItem(view: EditorView, id: string, { say }: Pick<EditorHost, 'say'>): void {
  const found = findById(view.state.doc, id)
  if (!found) return
  const tr = view.state.tr
  const pointed = unlink(tr, found.node)
  tr.delete(found.pos, found.pos + found.node.nodeSize)
  tr.setSelection(Selection.near(tr.doc.resolve(Math.min(found.pos, tr.doc.content.size)), -1))
  oneStep(view.state, () => focusThen(view, tr.scrollIntoView()))
  if (pointed) say.set(`${pointed} Undo brings it back with its links.`)
}

/** Focuses the text before the caret moves: it is only scrolled to where the browser's own caret is in the text. */
export function focusThen(view: EditorView, tr: Transaction): void {
  view.focus()
  view.dispatch(tr)
}

/** Adds an item at a position between two children of a section and puts the caret into it. */
export function insertItem(
  tr: Transaction,
  pos: number,
  kind: ItemKind,
  { text = '', ...attributes }: { text?: string; [attribute: string]: unknown } = {},
): Transaction {
  const { schema } = tr.doc.type
  const paragraph = schema.nodes.paragraph!.create(null, text ? schema.text(text) : null)
  tr.insert(pos, schema.nodes[kind]!.create({ ...attributes, id: newItemId() }, paragraph))
  return tr.setSelection(TextSelection.create(tr.doc, pos + 2 + text.length)).scrollIntoView()
}

/** Adds a timeline entry behind an item, or as the first of a section, and goes to its time. */
export function addEntryBeside(view: EditorView, id: string): void {
  const found = findById(view.state.doc, id)
  if (!found) return
  const pos = isItem(found.node) ? found.pos + found.node.nodeSize : found.pos + 1
  oneStep(view.state, () => view.dispatch(insertItem(view.state.tr, pos, 'timelineEntry')))
  const entry = view.nodeDOM(pos)
  if (entry instanceof HTMLElement) entry.querySelector<HTMLElement>('.ed-time')?.focus()
}

/** Adds an item of the section's own kind, or a paragraph of prose, at its end. An empty paragraph there makes way. */
export function addToSection(view: EditorView, sectionId: string): void {
  const section = findById(view.state.doc, sectionId)
  if (!section) return
  const kind = itemKindOfSection[section.node.attrs.kind as SectionKind]
  const tr = view.state.tr
  let end = section.pos + section.node.nodeSize - 1
  const last = section.node.lastChild
  if (last?.type.name === 'paragraph' && last.content.size === 0) {
    end -= last.nodeSize
    tr.delete(end, end + last.nodeSize)
  }
  if (kind) insertItem(tr, end, kind)
  else {
    tr.insert(end, view.state.schema.nodes.paragraph!.create())
    tr.setSelection(TextSelection.create(tr.doc, end + 1)).scrollIntoView()
  }
  focusThen(view, tr)
}

/** Puts the caret at the end of an item or a section, adding a place to write where there is none. */
export function focusItem(view: EditorView, id: string, scroll = true): void {
  const found = findById(view.state.doc, id)
  if (!found) return
  if (found.node.content.size === 0 && !isItem(found.node)) {
    addToSection(view, id)
    return
  }
  const end = found.pos + found.node.nodeSize - 1
  const selection = Selection.findFrom(view.state.doc.resolve(end), -1, true)
  if (selection) {
    const tr = view.state.tr.setSelection(selection)
    focusThen(view, scroll ? tr.scrollIntoView() : tr)
  } else view.focus()
}

/** Where an item of this kind would be added: the end of the first section of that kind, or a new section at the end. */
export function placeFor(tr: Transaction, kind: SectionKind, title: string): number {
  let place = -1
  tr.doc.forEach((section, pos) => {
    if (place === -1 && section.attrs.kind === kind && section.attrs.hiddenBecause === null) {
      place = pos + section.nodeSize - 1
    }
  })
  if (place !== -1) return place
  const end = tr.doc.content.size
  tr.insert(end, tr.doc.type.schema.nodes.section!.create({ id: newItemId(), kind, title }))
  return end + 1
}
