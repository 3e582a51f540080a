import * as Y from 'yjs'
import { idOf, isItem, itemElements, sectionElements } from './shared-elements.ts'

export type Destination = { before: string } | { after: string } | { endOf: string }
export type MoveOutcome = { ok: true } | { ok: false; reason: 'someone-is-writing-there' | 'gone' }

/**
 * Moves an item before or after another item, or to the end of a section, as one operation on the shared type: a copy
 * at the new place and the old one deleted, in one transaction with `origin`. An item that `isBusy` says someone else is
 * in stays where it is. What someone types into the old copy before this reaches them is kept by the server as a scrap.
 */
export function moveItem(
  shared: Y.Doc,
  itemId: string,
  to: Destination,
  isBusy: (itemId: string) => boolean,
  origin?: unknown,
): MoveOutcome {
  const from = find(shared, itemId)
  const place = placeOf(shared, to)
  if (!from || !place) return { ok: false, reason: 'gone' }
  if (isBusy(itemId)) return { ok: false, reason: 'someone-is-writing-there' }
  const index = from.section.toArray().indexOf(from.item)
  if (place.section === from.section && (place.index === index || place.index === index + 1)) return { ok: true }
  shared.transact(() => {
    place.section.insert(place.index, [from.item.clone() as Y.XmlElement])
    from.section.delete(from.section.toArray().indexOf(from.item), 1)
  }, origin)
  return { ok: true }
}

/** An item that was moved, and where it stood. */
export interface Moved {
  id: string
  from: Destination
}

/** Beside what an item stands now, as a place to move it back to; null when it is gone. */
export function whereItStands(shared: Y.Doc, itemId: string): Destination | null {
  const found = find(shared, itemId)
  if (!found) return null
  const siblings = found.section.toArray()
  const index = siblings.indexOf(found.item)
  const beside = (place: number) => {
    const sibling = siblings[place]
    return sibling instanceof Y.XmlElement && isItem(sibling) && idOf(sibling) ? idOf(sibling) : null
  }
  const [above, below] = [beside(index - 1), beside(index + 1)]
  return above ? { after: above } : below ? { before: below } : { endOf: idOf(found.section) }
}

function placeOf(shared: Y.Doc, to: Destination): { section: Y.XmlElement; index: number } | null {
  if ('endOf' in to) {
    const section = sectionElements(shared).find((candidate) => idOf(candidate) === to.endOf)
    return section ? { section, index: section.length } : null
  }
  const beside = find(shared, 'before' in to ? to.before : to.after)
  if (!beside) return null
  const index = beside.section.toArray().indexOf(beside.item)
  return { section: beside.section, index: 'before' in to ? index : index + 1 }
}

function find(shared: Y.Doc, itemId: string): { section: Y.XmlElement; item: Y.XmlElement } | null {
  for (const section of sectionElements(shared)) {
    const item = itemElements(section).find((candidate) => idOf(candidate) === itemId)
    if (item) return { section, item }
  }
  return null
}
