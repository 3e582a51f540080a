import * as Y from 'yjs'
import { contentOf } from './shared-document.ts'
import { idOf, isItem, itemElements, sectionElements } from './shared-elements.ts'

export type Destination = { before: string } | { after: string } | { endOf: string }
export type MoveOutcome = { ok: true } | { ok: false; reason: 'someone-is-writing-there' | 'gone' }

/**
 * Moves an item before or after another item or to the end of a section, or a section before or after another one, as one
 * operation on the shared type: a copy at the new place and the old one deleted, in one transaction with `origin`. What
 * `isBusy` says someone else is in stays where it is. What someone types into the old copy before this reaches them is kept
 * by the server as a scrap.
 */
export function moveElement(
  shared: Y.Doc,
  id: string,
  to: Destination,
  isBusy: (id: string) => boolean,
  origin?: unknown,
): MoveOutcome {
  const from = find(shared, id)
  const place = placeOf(shared, to)
  const isAmongOthers = from && place && isItem(from.element) !== (place.parent === contentOf(shared))
  if (!isAmongOthers) return { ok: false, reason: 'gone' }
  if (isBusy(id)) return { ok: false, reason: 'someone-is-writing-there' }
  const index = from.parent.toArray().indexOf(from.element)
  if (place.parent === from.parent && (place.index === index || place.index === index + 1)) return { ok: true }
  shared.transact(() => {
    place.parent.insert(place.index, [from.element.clone() as Y.XmlElement])
    from.parent.delete(from.parent.toArray().indexOf(from.element), 1)
  }, origin)
  return { ok: true }
}

/** An item or a section that was moved, and where it stood. */
export interface Moved {
  id: string
  from: Destination
}

/** Beside what an item or a section stands now, as a place to move it back to; null when it is gone or alone. */
export function whereItStands(shared: Y.Doc, id: string): Destination | null {
  const found = find(shared, id)
  if (!found) return null
  const siblings = found.parent.toArray()
  const index = siblings.indexOf(found.element)
  const beside = (place: number) => {
    const sibling = siblings[place]
    const isAlike = sibling instanceof Y.XmlElement && isItem(sibling) === isItem(found.element)
    return isAlike && idOf(sibling) ? idOf(sibling) : null
  }
  const [above, below] = [beside(index - 1), beside(index + 1)]
  if (above) return { after: above }
  if (below) return { before: below }
  return found.parent instanceof Y.XmlElement ? { endOf: idOf(found.parent) } : null
}

interface Found {
  parent: Y.XmlFragment
  element: Y.XmlElement
}

function placeOf(shared: Y.Doc, to: Destination): { parent: Y.XmlFragment; index: number } | null {
  if ('endOf' in to) {
    const section = sectionElements(shared).find((candidate) => idOf(candidate) === to.endOf)
    return section ? { parent: section, index: section.length } : null
  }
  const beside = find(shared, 'before' in to ? to.before : to.after)
  if (!beside) return null
  const index = beside.parent.toArray().indexOf(beside.element)
  return { parent: beside.parent, index: 'before' in to ? index : index + 1 }
}

function find(shared: Y.Doc, id: string): Found | null {
  for (const section of sectionElements(shared)) {
    if (idOf(section) === id) return { parent: contentOf(shared), element: section }
    const item = itemElements(section).find((candidate) => idOf(candidate) === id)
    if (item) return { parent: section, element: item }
  }
  return null
}
