import type * as Y from 'yjs'
import { idProblems, repairItemIds } from '#app/document/repair-item-ids.ts'
import { contentOf, scrapsOf } from '#app/document/shared-document.ts'
import { dropCopy, findMovedTwice } from './moved-twice.ts'
import { findLostText, type LostText } from './rescue-text.ts'

/** What is left to do after merges: an edit of the document by the server itself. */
export type Settlement = (shared: Y.Doc) => void

/**
 * Watches what merges do to a document and says what has to follow: text that fell into a deleted place is kept as a
 * scrap, the second copy of an item that two people moved is taken away, and ids become unique again. Everything follows
 * from the edits alone, so a server that is killed before it has settled them does so when it loads the log again.
 * `updateOf` gives the update that a transaction applied; `needed` is called, with what to do, after the transaction.
 */
export function watchMerges(
  shared: Y.Doc,
  updateOf: (origin: unknown) => Uint8Array | undefined,
  needed: (settlement: Settlement) => void,
): void {
  shared.on('afterTransaction', (transaction: Y.Transaction) => {
    const update = updateOf(transaction.origin)
    if (!update) return
    const lost = findLostText(transaction, update)
    const copies = findMovedTwice(transaction, update)
    const idsMayClash = touchesIds(transaction, shared) && idProblems(shared).length > 0
    if (lost.length === 0 && copies.length === 0 && !idsMayClash) return
    needed((copy) => {
      for (const one of lost) keepAsScrap(copy, one)
      for (const id of copies) dropCopy(copy, id)
      repairItemIds(copy)
    })
  })
}

function touchesIds({ changed }: Y.Transaction, shared: Y.Doc): boolean {
  for (const [type, names] of changed) {
    if (names.has('id')) return true
    const isContainer = type === (contentOf(shared) as unknown) || type._item?.parent === contentOf(shared)
    if (isContainer && names.has(null)) return true
  }
  return false
}

/**
 * One scrap for everything that was lost in one place. Text that goes on where the scrap ends is joined to it, so that
 * words which arrive letter by letter stay words. The key says how far a scrap goes, and Yjs remembers a key that was
 * deleted: reading the log again adds nothing, and a scrap that an author has thrown away does not come back.
 */
function keepAsScrap(shared: Y.Doc, { key, text, place, follows, ends }: LostText): void {
  const scraps = scrapsOf(shared)
  const id = `lost-${key}-${ends}`
  if (scraps._map.has(id)) return
  const earlier = [...scraps.keys()].find((known) => known.startsWith(`lost-${key}-`))
  const known = earlier ? scraps.get(earlier) : undefined
  const joint = earlier === `lost-${key}-${follows}` ? '' : '\n'
  if (earlier) scraps.delete(earlier)
  scraps.set(id, { text: known ? `${known.text}${joint}${text}` : text, place, at: new Date().toISOString() })
}
