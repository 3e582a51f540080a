import * as Y from 'yjs'
import { largestUpdate } from '#app/document/live-limits.ts'
import { documentSchema } from '#app/document/schema.ts'
import { rootNames } from '#app/document/shared-document.ts'

export type UpdateProblem = 'too-large' | 'full' | 'malformed' | 'unknown-part' | 'out-of-order' | 'too-deep'
export type Decoded = ReturnType<typeof Y.decodeUpdate>

/** Every letter counts as one: nobody writes more under one number, and larger ones stop being whole. */
const lastClock = 2 ** 31
const roots = new Set<string>(rootNames)
const nodes = new Set(Object.keys(documentSchema.nodes))

/**
 * Why an update of another client may not enter a document, or null. It has to decode, and to name only the roots and
 * the nodes of a post-mortem: what the schema does not know would be deleted by every editor that opens it.
 */
export function problemOfUpdate(update: Uint8Array): UpdateProblem | null {
  if (update.byteLength > largestUpdate) return 'too-large'
  try {
    const { structs, ds } = Y.decodeUpdate(update)
    if ([...ds.clients.values()].flat().some((range) => range.len === 0)) return 'malformed'
    for (const struct of structs) {
      if (struct instanceof Y.Skip || struct.id.clock + struct.length > lastClock) return 'malformed'
      if (!(struct instanceof Y.Item)) continue
      if ([struct.origin, struct.rightOrigin, struct.parent].some((id) => isOwnFuture(struct, id))) return 'malformed'
      if (typeof struct.parent === 'string' && !roots.has(struct.parent)) return 'unknown-part'
      if (struct.content instanceof Y.ContentDoc) return 'unknown-part'
      if (struct.content instanceof Y.ContentType) {
        const { type } = struct.content
        if (type instanceof Y.XmlElement && !nodes.has(type.nodeName)) return 'unknown-part'
      } else if (isDeep(valuesOf(struct.content))) return 'too-deep'
    }
    return null
  } catch {
    return 'malformed'
  }
}

/** Values inside values; the document's own are two deep. */
const deepestValue = 20

function valuesOf(content: Y.Item['content']): unknown[] {
  if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON) return content.arr
  if (content instanceof Y.ContentEmbed) return [content.embed]
  return content instanceof Y.ContentFormat ? [content.value] : []
}

function isDeep(value: unknown): boolean {
  let level = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepestValue) return true
    level = level.flatMap((each) => (typeof each === 'object' && each !== null ? Object.values(each) : []))
  }
  return false
}

/** A piece that refers to a later one of the same client, which Yjs takes for known and then stumbles over. */
function isOwnFuture(struct: Y.Item, id: unknown): boolean {
  return id instanceof Y.ID && id.client === struct.id.client && id.clock >= struct.id.clock
}

/** Whether an update says nothing, as the answer of a client that has nothing new. */
export function isEmptyUpdate(update: Uint8Array): boolean {
  return update.byteLength === 2 && update[0] === 0 && update[1] === 0
}
