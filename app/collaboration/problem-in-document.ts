import * as Y from 'yjs'
import type { Decoded, UpdateProblem } from './problem-of-update.ts'

/** Elements inside each other. Lists in lists, thirty deep, are sixty; what is deeper overflows whoever reads it. */
export const deepest = 100

/**
 * Why a sound update may not enter this document, or null. It has to follow from what the document holds: Yjs would
 * otherwise keep it waiting for what never comes, call it saved, and delete what others have yet to write. And it must not
 * put elements inside each other without end.
 */
export function problemInDocument({ structs, ds }: Decoded, shared: Y.Doc): UpdateProblem | null {
  const ends = new Map<number, number>()
  const endOf = (client: number) => ends.get(client) ?? Y.getState(shared.store, client)
  for (const { id, length } of structs) {
    if (id.clock > endOf(id.client)) return 'out-of-order'
    ends.set(id.client, Math.max(endOf(id.client), id.clock + length))
  }
  const isKnown = (id: unknown) => !(id instanceof Y.ID) || id.clock < endOf(id.client)
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (![struct.origin, struct.rightOrigin, struct.parent].every(isKnown)) return 'out-of-order'
  }
  for (const [client, ranges] of ds.clients) {
    if (ranges.some(({ clock, len }) => clock + len > endOf(client))) return 'out-of-order'
  }
  return problemOfPlaces(structs, shared)
}

/** Where a struct hangs: how many elements are around it, and in which root. */
interface Place {
  depth: number
  root: string
}

function problemOfPlaces(structs: Decoded['structs'], shared: Y.Doc): UpdateProblem | null {
  const brought = new Map<number, Y.Item[]>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const list = brought.get(struct.id.client)
    if (list) list.push(struct)
    else brought.set(struct.id.client, [struct])
  }
  const places = new Map<Y.Item, Place | 'open'>()
  for (const struct of structs) {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) continue
    const place = placeOf(struct)
    if (!place) return 'malformed'
    if (place.depth >= deepest) return 'too-deep'
    const { type } = struct.content
    if (place.root === 'content' && !(type instanceof Y.XmlElement || type instanceof Y.XmlText)) return 'unknown-part'
  }
  return null

  /** Null where pieces name each other in a circle. A stack of our own: the chain may be as long as the update. */
  function placeOf(asked: Y.Item): Place | null {
    const stack = [asked]
    while (stack.length > 0) {
      const item = stack.at(-1)!
      if (typeof places.get(item) === 'object') {
        stack.pop()
        continue
      }
      const found = around(item)
      if ('depth' in found) {
        places.set(item, found)
        stack.pop()
        continue
      }
      const { of, isParent } = found
      const other = places.get(of)
      if (other === 'open') return null
      if (other) {
        places.set(item, isParent ? { ...other, depth: other.depth + 1 } : other)
        stack.pop()
      } else {
        places.set(item, 'open')
        stack.push(of)
      }
    }
    return places.get(asked) as Place
  }

  /** The place itself where it is known, or the piece of this update it follows from: its parent, or a neighbour. */
  function around(item: Y.Item): Place | { of: Y.Item; isParent: boolean } {
    if (typeof item.parent === 'string') return { depth: 0, root: item.parent }
    const parent = item.parent as unknown
    if (parent instanceof Y.ID) {
      const of = find(parent)
      return of ? { of, isParent: true } : placeInside(held(parent))
    }
    const beside = item.origin ?? item.rightOrigin
    const of = beside && find(beside)
    if (of) return { of, isParent: false }
    return placeBeside(beside && held(beside))
  }

  function find({ client, clock }: Y.ID): Y.Item | undefined {
    const list = brought.get(client)
    let [low, high] = [0, (list?.length ?? 0) - 1]
    while (list && low <= high) {
      const middle = (low + high) >> 1
      const { id, length } = list[middle]!
      if (clock < id.clock) high = middle - 1
      else if (clock >= id.clock + length) low = middle + 1
      else return list[middle]
    }
    return undefined
  }

  function held({ client, clock }: Y.ID): Y.Item | null {
    const list = shared.store.clients.get(client) ?? []
    if (list.length === 0 || clock >= Y.getState(shared.store, client)) return null
    const struct = list[Y.findIndexSS(list, clock)]
    return struct instanceof Y.Item ? struct : null
  }
}

/** What hangs on something that is gone for good goes with it. */
const nowhere: Place = { depth: 0, root: '' }

function placeBeside(item: Y.Item | null | undefined): Place {
  const parent = item?.parent
  if (!(parent instanceof Y.AbstractType)) return nowhere
  return parent._item ? placeInside(parent._item) : { depth: 0, root: rootOf(parent) }
}

function placeInside(item: Y.Item | null): Place {
  if (!item) return nowhere
  let depth = 1
  for (let at = item; ; depth++) {
    const parent = at.parent
    if (!(parent instanceof Y.AbstractType)) return nowhere
    if (!parent._item) return { depth, root: rootOf(parent) }
    at = parent._item
  }
}

function rootOf(type: Y.AbstractType<unknown>): string {
  try {
    return Y.findRootTypeKey(type)
  } catch {
    return ''
  }
}
