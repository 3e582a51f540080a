import * as Y from 'yjs'
import { sectionPlace } from '#app/document/section-place.ts'
import { contentOf } from '#app/document/shared-document.ts'

/** A passage that was typed here, and where it stands: "What happened, 14:03". */
export interface UnsentPassage {
  place: string
  text: string
}

/**
 * What was typed and the server has not got: the text that is newer than the state vector it had at the last
 * acknowledgement. Without one nothing is known to be there, and all text counts.
 */
export function unsentWords(shared: Y.Doc, acknowledged: Uint8Array | null): UnsentPassage[] {
  const known = acknowledged ? Y.decodeStateVector(acknowledged) : new Map<number, number>()
  const passages: UnsentPassage[] = []
  const visit = (type: Y.XmlFragment | Y.XmlText) => {
    let text = ''
    for (let item = type._start; item; item = item.right) {
      if (item.deleted) continue
      if (item.content instanceof Y.ContentType) visit(item.content.type as unknown as Y.XmlFragment)
      else if (item.content instanceof Y.ContentString) {
        const had = (known.get(item.id.client) ?? 0) - item.id.clock
        text += item.content.str.slice(Math.max(0, had))
      }
    }
    if (text.trim()) passages.push({ place: sectionPlace(type._item!), text: text.trim() })
  }
  visit(contentOf(shared))
  return passages
}
