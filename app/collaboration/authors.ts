import type { Document } from '@hocuspocus/server'
import * as Y from 'yjs'
import type { Decoded } from './problem-of-update.ts'

/**
 * Which numbers in a document are whose, while it is open. Every tab writes under a number of its own; whoever wrote under
 * the number of somebody else would make the server take that person's next words for known and drop them. In memory only.
 */
export class Authors {
  readonly #known = new WeakMap<Document, Map<number, string>>()

  /**
   * Whether a person may write what an update brings. Numbers that their connection has announced are theirs from then on.
   * What another tab of theirs wrote offline, or what the server lost to a restored backup, is under numbers nobody has.
   */
  take(document: Document, { structs }: Decoded, personId: string, announced: Set<number>): boolean {
    const known = this.#known.get(document) ?? new Map<number, string>()
    const writing = new Set<number>()
    for (const { id, length } of structs) {
      if (id.clock + length > Y.getState(document.store, id.client)) writing.add(id.client)
    }
    for (const client of writing) {
      if ((known.get(client) ?? personId) !== personId) return false
    }
    for (const client of writing) if (announced.has(client)) known.set(client, personId)
    this.#known.set(document, known)
    return true
  }
}
