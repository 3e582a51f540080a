import type { Node as DocumentNode, ResolvedPos } from '@tiptap/pm/model'
import { Transform } from '@tiptap/pm/transform'
import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import type * as Y from 'yjs'
import { moveElement } from '#app/document/move-element.ts'
import { documentSchema } from '#app/document/schema.ts'
import { contentOf } from '#app/document/shared-document.ts'
import type { MergingServer, Replica } from './merging-replicas.ts'

/** What people and servers do to each other in random order; most of it is typing. */
const acts = [
  ...['type', 'type', 'type', 'type', 'split', 'join', 'mark', 'add', 'copy', 'remove', 'move', 'move', 'erase'],
  ...['offline', 'offline', 'online', 'reload', 'reload and come back', 'snapshot', 'kill'],
] as const

/** `who`, `at` and `to` choose a person, a place and another one, each among those there are. */
export interface Step {
  act: (typeof acts)[number]
  who: number
  at: number
  to: number
}

export const randomSteps = (most: number) =>
  fc.array(fc.record({ act: fc.constantFrom(...acts), who: fc.nat(3), at: fc.nat(50), to: fc.nat(50) }), {
    minLength: 5,
    maxLength: most,
  })

/** A word is one letter that comes once: no merge can cut it, and no comparison takes it for another one. */
const firstWord = 0x4e00
export const wordsIn = (text: string): string[] => text.match(/[\u4e00-\u9fff]/g) ?? []

export interface Written {
  /** Words that were typed and that nobody deleted knowingly. */
  kept: Set<string>
  /** Word → mark of the item it was typed in, or null for plain text. A copy of an item bears its mark, too. */
  home: Map<string, string | null>
}

/**
 * Plays the steps. Each edit is made on the text as an editor has it and goes to the shared document through the binding's own
 * comparison, as a keystroke does; moves are the one operation on the shared type that they are in the product.
 */
export function play(given: readonly Step[], people: readonly Replica[], server: MergingServer): Written {
  const written: Written = { kept: new Set(), home: new Map() }
  const nextWord = () => String.fromCharCode(firstWord + written.home.size)
  for (const { act, who, at, to } of given) {
    const person = people[who % people.length]!
    if (act === 'offline') person.goOffline()
    else if (act === 'online') person.comeBack()
    else if (act === 'reload') person.reload()
    else if (act === 'reload and come back') person.reloadAndComeBack()
    else if (act === 'snapshot') server.takeSnapshot()
    else if (act === 'kill') server.kill()
    else if (act === 'move') moveSome(person.shared, at, to)
    else edit(person.shared, (tr) => acting[act](tr, { at, to, written, nextWord }))
  }
  return written
}

interface Hand {
  at: number
  to: number
  written: Written
  nextWord: () => string
}

const { paragraph, timelineEntry } = documentSchema.nodes
const bold = documentSchema.marks.bold!.create()

const acting = {
  type(tr: Transform, { at, to, written, nextWord }: Hand) {
    const line = pick(linesOf(tr.doc), at)
    if (!line) return
    const word = nextWord()
    written.kept.add(word)
    written.home.set(word, homeOf(tr.doc.resolve(line.start)))
    tr.insert(placeIn(line, to), documentSchema.text(`${word} `))
  },
  split(tr: Transform, { at, to }: Hand) {
    const line = pick(linesOf(tr.doc), at)
    if (line) tr.split(placeIn(line, to))
  },
  join(tr: Transform, { at }: Hand) {
    const second = pick(
      linesOf(tr.doc).filter(({ start }) => tr.doc.resolve(start - 1).nodeBefore?.isTextblock),
      at,
    )
    if (second) tr.join(second.start - 1)
  },
  mark(tr: Transform, { at, to }: Hand) {
    const line = pick(linesOf(tr.doc), at)
    if (line) tr.addMark(placeIn(line, 0), placeIn(line, to), bold)
  },
  erase(tr: Transform, { at, written }: Hand) {
    const line = pick(linesOf(tr.doc), at)
    if (!line) return
    for (const word of wordsIn(line.text)) written.kept.delete(word)
    tr.delete(line.start, line.start + line.text.length)
  },
  add(tr: Transform, { at, to, written, nextWord }: Hand) {
    const word = nextWord()
    const mark = `item-${word}`
    written.kept.add(word)
    written.home.set(word, mark)
    const text = documentSchema.text(`${word} `)
    tr.insert(
      betweenChildren(tr.doc, at, to),
      timelineEntry!.create({ id: mark, typed: mark }, paragraph!.create(null, text)),
    )
  },
  /** As an editor pastes that forgets to give the copy an id of its own. */
  copy(tr: Transform, { at, to }: Hand) {
    const item = pick(itemsOf(tr.doc), at)
    if (item) tr.insert(betweenChildren(tr.doc, to, at), item.node)
  },
  remove(tr: Transform, { at, written }: Hand) {
    const item = pick(itemsOf(tr.doc), at)
    if (!item) return
    for (const word of wordsIn(item.node.textContent)) written.kept.delete(word)
    tr.delete(item.start, item.start + item.node.nodeSize)
  },
}

function edit(shared: Y.Doc, change: (tr: Transform) => void): void {
  const { doc, meta } = initProseMirrorDoc(contentOf(shared), documentSchema)
  const tr = new Transform(doc)
  change(tr)
  if (tr.docChanged) shared.transact(() => updateYFragment(shared, contentOf(shared), tr.doc, meta))
}

function moveSome(shared: Y.Doc, at: number, to: number): void {
  const items = itemsOf(initProseMirrorDoc(contentOf(shared), documentSchema).doc)
  const [item, target] = [pick(items, at), pick(items, to)].map((found) => String(found?.node.attrs.id))
  moveElement(shared, item!, to % 2 ? { before: target! } : { after: target! }, () => false)
}

interface Line {
  /** Position of its first letter. */
  start: number
  text: string
}

function linesOf(doc: DocumentNode): Line[] {
  const lines: Line[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) lines.push({ start: pos + 1, text: node.textContent })
  })
  return lines
}

export function itemsOf(doc: DocumentNode): { start: number; node: DocumentNode }[] {
  const items: { start: number; node: DocumentNode }[] = []
  doc.descendants((node, pos) => {
    if (node.type === timelineEntry) items.push({ start: pos, node })
  })
  return items
}

function homeOf(place: ResolvedPos): string | null {
  for (let depth = place.depth; depth > 0; depth--) {
    if (place.node(depth).type === timelineEntry) return String(place.node(depth).attrs.typed)
  }
  return null
}

/** A place between words. */
function placeIn({ start, text }: Line, to: number): number {
  const places = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)]
  return start + places[to % places.length]!
}

function betweenChildren(doc: DocumentNode, section: number, to: number): number {
  const at = section % doc.childCount
  let position = 1
  for (let before = 0; before < at; before++) position += doc.child(before).nodeSize
  const children = doc.child(at).children
  for (const child of children.slice(0, to % (children.length + 1))) position += child.nodeSize
  return position
}

function pick<T>(list: readonly T[], place: number): T | undefined {
  return list[place % Math.max(1, list.length)]
}
