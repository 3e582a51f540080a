import { isDeepStrictEqual } from 'node:util'
import * as Y from 'yjs'
import { idOf, isItem, itemElements, sectionElements } from '#app/document/shared-elements.ts'

/**
 * Two people who move the same item or section at the same moment each leave a copy of it. Finds the copies that this
 * transaction, which applied `update`, brought beside one that was already there: its update deletes an item or section of that
 * id and inserts one, while another with that id is alive.
 */
export function findMovedTwice(transaction: Y.Transaction, update: Uint8Array): Y.ID[] {
  const { structs, ds } = Y.decodeUpdate(update)
  const brought = structs.filter(
    (struct): struct is Y.Item =>
      struct instanceof Y.Item &&
      struct.content instanceof Y.ContentType &&
      struct.content.type instanceof Y.XmlElement &&
      canMove(struct.content.type) &&
      struct.id.clock >= (transaction.beforeState.get(struct.id.client) ?? 0),
  )
  if (brought.length === 0) return []
  const deleted = new Set<string>()
  Y.iterateDeletedStructs(transaction, ds, (struct) => {
    if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentType)) return
    const { type } = struct.content
    const id: unknown = type instanceof Y.XmlElement ? type._map.get('id')?.content.getContent().at(-1) : null
    if (typeof id === 'string') deleted.add(id)
  })
  return brought
    .map((struct) => struct.id)
    .filter((id) => {
      const copy = elementOf(transaction.doc, id)
      return copy !== null && deleted.has(idOf(copy)) && twinsOf(transaction.doc, copy).length > 0
    })
}

/** Takes a copy away that says the same as its twin; where someone has gone on writing in one of them both stay. */
export function dropCopy(shared: Y.Doc, id: Y.ID): void {
  const copy = elementOf(shared, id)
  if (!copy) return
  const same = twinsOf(shared, copy).some((twin) => isDeepStrictEqual(contentOf(twin), contentOf(copy)))
  if (!same) return
  const around = copy.parent as Y.XmlFragment
  around.delete(around.toArray().indexOf(copy), 1)
}

function canMove(element: Y.XmlElement): boolean {
  return element.nodeName === 'section' || isItem(element)
}

function elementOf(shared: Y.Doc, id: Y.ID): Y.XmlElement | null {
  const structs = shared.store.clients.get(id.client) ?? []
  if (structs.length === 0 || id.clock >= Y.getState(shared.store, id.client)) return null
  const struct = structs[Y.findIndexSS(structs, id.clock)]
  if (!(struct instanceof Y.Item) || struct.deleted || !(struct.content instanceof Y.ContentType)) return null
  return struct.content.type instanceof Y.XmlElement ? struct.content.type : null
}

function twinsOf(shared: Y.Doc, copy: Y.XmlElement): Y.XmlElement[] {
  const sections = sectionElements(shared)
  const alike = copy.nodeName === 'section' ? sections : sections.flatMap(itemElements)
  return alike.filter((one) => one !== copy && idOf(one) === idOf(copy))
}

function contentOf(element: Y.XmlElement): unknown {
  const children = element.toArray().map((child) => {
    if (child instanceof Y.XmlElement) return contentOf(child)
    return child instanceof Y.XmlText ? child.toDelta() : child.toString()
  })
  return [element.nodeName, element.getAttributes(), children]
}
