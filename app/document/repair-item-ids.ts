import type * as Y from 'yjs'
import { idOf, itemElements, sectionElements } from './shared-elements.ts'

const alphabet = '23456789abcdefghjkmnpqrstuvwxyz'

/**
 * Gives every section and item an id of its own: of two with the same id the first in the document keeps it. New ids
 * follow from the element's place in Yjs history, so every server that repairs the same state writes the same ids, and
 * a second run changes nothing. Returns how many were given.
 */
export function repairItemIds(shared: Y.Doc): number {
  const toRepair = idProblems(shared)
  if (toRepair.length === 0) return 0
  const taken = new Set(sectionElements(shared).flatMap((section) => [section, ...itemElements(section)].map(idOf)))
  shared.transact(() => {
    for (const element of toRepair) {
      let id = derivedId(element, 0)
      for (let salt = 1; taken.has(id); salt++) id = derivedId(element, salt)
      taken.add(id)
      element.setAttribute('id', id)
    }
  })
  return toRepair.length
}

/** The sections and items whose id is missing or already stands earlier in the document. */
export function idProblems(shared: Y.Doc): Y.XmlElement[] {
  const seen = new Set<string>()
  const problems: Y.XmlElement[] = []
  for (const section of sectionElements(shared)) {
    for (const element of [section, ...itemElements(section)]) {
      const id = idOf(element)
      if (id === '' || id.length > 64 || seen.has(id)) problems.push(element)
      seen.add(id)
    }
  }
  return problems
}

/** 12 letters from a 64-bit hash (FNV-1a) of where the element stands in Yjs history. */
function derivedId(element: Y.XmlElement, salt: number): string {
  const made = element._item?.id
  let hash = 0xcbf29ce484222325n
  for (const character of `${idOf(element)}:${made?.client}:${made?.clock}:${salt}`) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(character.codePointAt(0)!)) * 0x100000001b3n)
  }
  let id = ''
  for (; id.length < 12; hash /= 31n) id += alphabet[Number(hash % 31n)]
  return id
}
