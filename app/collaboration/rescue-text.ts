import * as Y from 'yjs'
import { sectionPlace } from '#app/document/section-place.ts'
import { isItem } from '#app/document/shared-elements.ts'

/** Text that a merge left in a place that is gone. `key` is the same for all that was lost in one place. */
export interface LostText {
  key: string
  text: string
  /** Where it stood, in words: "What happened, 14:03". */
  place: string
  /** The character it follows and its last one, as Yjs ids: later text may go on where this one ends. */
  follows: string | null
  ends: string
}

/** Attributes in which people write sentences. */
const writtenAttributes = new Set(['answer', 'because', 'noChangeBecause', 'mayMakeHarder', 'from', 'to', 'title'])
/** Attributes that say where something stood. */
const placeAttributes = new Set(['id', 'title', 'kind', 'typed', 'at', 'zone', 'precision'])

/**
 * Passed to Yjs as `gcFilter`: of what is deleted, the bare structure is kept (elements and the few attributes that name
 * a place), so that text which arrives late is still taken in and it can be said where it stood. The deleted text goes.
 */
export function mayForget(item: Y.Item): boolean {
  if (item.content instanceof Y.ContentType) return false
  if (item.parentSub === null || !placeAttributes.has(item.parentSub)) return true
  return (item.parent as Y.AbstractType<unknown>)._map.get(item.parentSub) !== item
}

/**
 * Finds what this transaction, which applied `update`, left nowhere: text that is gone because an element around it is
 * deleted, although whoever deleted that element had not seen the text (the update does not delete it by name). To be
 * called in `afterTransaction`, while deleted text can still be read. (foundations 3)
 */
export function findLostText(transaction: Y.Transaction, update: Uint8Array): LostText[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const places = new Map<Y.Item, Set<unknown>>()
  const attributes = new Map<Y.Item, Y.Item[]>()
  Y.iterateDeletedStructs(transaction, transaction.deleteSet, (struct) => {
    if (!(struct instanceof Y.Item)) return
    const place = topmostDeletedAncestor(struct)
    if (!place) return
    if (struct.content instanceof Y.ContentString && unseen(struct, ds).trim()) {
      places.set(place, (places.get(place) ?? new Set()).add(blockOf(struct)))
    } else if (isWrittenAttribute(struct) && !isNamed(ds, struct.id.client, struct.id.clock)) {
      places.set(place, places.get(place) ?? new Set())
      attributes.set(place, [...(attributes.get(place) ?? []), struct])
    }
  })
  const lost: LostText[] = []
  for (const [place, blocks] of places) {
    const { text, first, last } = textDeletedIn(place, blocks, transaction)
    const written = (attributes.get(place) ?? []).map((item) => String(item.content.getContent().at(-1)))
    const end = last ?? attributes.get(place)!.at(-1)!
    lost.push({
      key: keyOf(place.id),
      text: [text, ...written].filter((line) => line.trim()).join('\n'),
      place: sectionPlace(place),
      follows: first?.origin ? keyOf(first.origin) : null,
      ends: keyOf(end.lastId),
    })
  }
  return [...lost, ...withoutPlace(transaction, structs, ds)]
}

/** Text whose whole surroundings were forgotten before it came: only its words are left. */
function withoutPlace(transaction: Y.Transaction, structs: (Y.Item | Y.GC | Y.Skip)[], ds: DeleteSet): LostText[] {
  const lost: LostText[] = []
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue
    const { client, clock } = struct.id
    const isNew = clock >= (transaction.beforeState.get(client) ?? 0)
    if (!isNew || clock >= (transaction.afterState.get(client) ?? 0)) continue
    const text = unseen(struct, ds)
    const known = transaction.doc.store.clients.get(client)!
    if (!text.trim() || !(known[Y.findIndexSS(known, clock)] instanceof Y.GC)) continue
    const previous = lost.at(-1)
    const follows = struct.origin ? keyOf(struct.origin) : null
    if (previous && previous.ends === follows) {
      previous.text += text
      previous.ends = keyOf(struct.lastId)
    } else {
      const place = 'A part that was taken out meanwhile'
      lost.push({ key: keyOf(struct.id), text, place, follows, ends: keyOf(struct.lastId) })
    }
  }
  return lost
}

type DeleteSet = Y.Transaction['deleteSet']

function isNamed(ds: DeleteSet, client: number, clock: number): boolean {
  return (ds.clients.get(client) ?? []).some((range) => clock >= range.clock && clock < range.clock + range.len)
}

/** The characters of a text that the update does not delete by name. */
function unseen(item: Y.Item, ds: DeleteSet): string {
  const { str } = item.content as Y.ContentString
  let text = ''
  for (let at = 0; at < str.length; at++) if (!isNamed(ds, item.id.client, item.id.clock + at)) text += str[at]
  return text
}

function isWrittenAttribute(item: Y.Item): boolean {
  if (item.parentSub === null || !writtenAttributes.has(item.parentSub)) return false
  const parent = item.parent as Y.AbstractType<unknown>
  if (!(parent instanceof Y.XmlElement) || parent._map.get(item.parentSub) !== item) return false
  const value: unknown = item.content.getContent().at(-1)
  return (isItem(parent) || parent.nodeName === 'section') && typeof value === 'string' && value.trim() !== ''
}

function topmostDeletedAncestor(item: Y.Item): Y.Item | null {
  let topmost: Y.Item | null = null
  for (let above = parentItem(item); above; above = parentItem(above)) if (above.deleted) topmost = above
  return topmost
}

export function parentItem(item: Y.Item): Y.Item | null {
  return item.parent instanceof Y.AbstractType ? item.parent._item : null
}

/** The element that a line of text belongs to: its parts between mentions and breaks are one line. */
function blockOf(text: Y.Item): unknown {
  return parentItem(text)?.parent ?? text.parent
}

/** What stood in these blocks until this transaction, whole lines, so that a rescued half sentence can be understood. */
function textDeletedIn(place: Y.Item, blocks: Set<unknown>, { deleteSet }: Y.Transaction) {
  const lines: string[] = []
  let lastBlock: unknown
  let first: Y.Item | undefined
  let last: Y.Item | undefined
  const visit = (container: Y.Item) => {
    if (!(container.content instanceof Y.ContentType)) return
    for (let item = container.content.type._start; item; item = item.right) {
      if (item.content instanceof Y.ContentType) visit(item)
      else if (item.content instanceof Y.ContentString && isNamed(deleteSet, item.id.client, item.id.clock)) {
        const block = blockOf(item)
        if (!blocks.has(block)) continue
        if (block === lastBlock) lines.push(`${lines.pop()}${item.content.str}`)
        else lines.push(item.content.str)
        lastBlock = block
        first ??= item
        last = item
      }
    }
  }
  visit(place)
  return { text: lines.join('\n'), first, last }
}

const keyOf = ({ client, clock }: Y.ID) => `${client}-${clock}`
