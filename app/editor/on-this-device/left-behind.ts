import * as Y from 'yjs'
import { type Copy, copiesCookie, listCopies, openCopies, readCopy, removeCopies } from './copies.ts'

/** Something typed on this device that cannot be sent any more, or not by itself. */
export interface LeftBehind {
  title: string
  reference: string
  shared: Y.Doc
  acknowledged: Uint8Array | null
  /** Takes it off this device. */
  remove: () => Promise<void>
}

/**
 * Tidies this device up: copies of post-mortems whose text a person may no longer write go, and so do all where the
 * organisation keeps none, and those of somebody else who has nothing unsent. What would be lost by that is answered, and
 * stays until it was offered.
 */
export async function tidyUp(personId: string, openPostmortemId: string): Promise<LeftBehind[]> {
  const db = await openCopies()
  const copies = (await listCopies(db)).filter(({ postmortemId }) => postmortemId !== openPostmortemId)
  const own = copies.filter((copy) => copy.personId === personId)
  const others = copies.filter((copy) => copy.personId !== personId && copy.unsent.length === 0)
  const writable = own.length > 0 ? await stillWritable(own) : new Set<string>()
  const over = own.filter(({ postmortemId }) => !writable.has(postmortemId))
  const silent = [...others, ...over.filter(({ unsent }) => unsent.length === 0)]
  if (silent.length > 0) await removeCopies(db, keysOf(silent))
  return Promise.all(over.filter(({ unsent }) => unsent.length > 0).map((copy) => leftBehind(db, copy)))
}

/** Everything of one person on this device that is not sent; what is sent is removed. For signing out. */
export async function clearForSignOut(personId: string): Promise<LeftBehind[]> {
  const db = await openCopies()
  const own = (await listCopies(db)).filter((copy) => copy.personId === personId)
  await removeCopies(db, keysOf(own.filter(({ unsent }) => unsent.length === 0)))
  const unsent = own.filter((copy) => copy.unsent.length > 0)
  // Only an empty store is no reason to look here the next time.
  if ((await listCopies(db)).length === 0) {
    // biome-ignore lint/suspicious/noDocumentCookie: the other way to write one is missing in some browsers
    document.cookie = `${copiesCookie}=; path=/; max-age=0; samesite=lax`
  }
  return Promise.all(unsent.map((copy) => leftBehind(db, copy)))
}

/** So many copies are asked about at once; the server takes twice as many. */
const mostAsked = 100

async function stillWritable(copies: Copy[]): Promise<Set<string>> {
  const found: string[] = []
  for (let from = 0; from < copies.length; from += mostAsked) {
    const asked = copies.slice(from, from + mostAsked)
    const body = new URLSearchParams(asked.map(({ postmortemId }) => ['kept', postmortemId]))
    const answer = await fetch('/live-right', { method: 'POST', body })
    const { writable, keepsCopies } = (await answer.json()) as { writable?: string[]; keepsCopies?: boolean }
    if (!writable) throw new Error(`It could not be asked what is still shared: ${answer.status}`)
    if (keepsCopies) found.push(...writable)
  }
  return new Set(found)
}

async function leftBehind(db: IDBDatabase, { key, title, reference, acknowledged }: Copy): Promise<LeftBehind> {
  const shared = new Y.Doc()
  for (const update of (await readCopy(db, key)).updates) Y.applyUpdate(shared, update)
  return { title, reference, shared, acknowledged, remove: () => removeCopies(db, [key]) }
}

const keysOf = (copies: Copy[]) => copies.map(({ key }) => key)
