/** What is known of one copy: whose it is, of what, and whether the server has all of it. */
export interface Copy {
  key: string
  personId: string
  postmortemId: string
  reference: string
  title: string
  /** Yjs numbers of the tabs in which something was typed that the server has not acknowledged. */
  unsent: number[]
  /** State vector of what the server had at the last acknowledgement, or null before the first. */
  acknowledged: Uint8Array | null
}

interface Row {
  copy: string
  update: Uint8Array
}

export const keyOf = (personId: string, postmortemId: string) => `${personId}/${postmortemId}`

/** Tells the other tabs of this browser that copies are gone, so that they do not write them again. */
export const copiesChannel = 'candor-copies'
/** Tells the server, at sign-out, that this browser may have copies to remove first. It says nothing else. */
export const copiesCookie = 'candor.copies'

/** A browser that neither opens its store nor refuses is taken for one without, after so many milliseconds. */
const LONGEST = 4000

/** The copies on this device. Rejects where the browser has no IndexedDB, as in some private windows, or does not open it. */
export function openCopies(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('candor', 1)
    setTimeout(() => reject(new Error('The store of this browser does not open.')), LONGEST)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore('updates', { autoIncrement: true }).createIndex('copy', 'copy')
      opening.result.createObjectStore('copies', { keyPath: 'key' })
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.onversionchange = () => opening.result.close()
      resolve(opening.result)
    }
  })
}

export async function listCopies(db: IDBDatabase): Promise<Copy[]> {
  return answerOf<Copy[]>(db.transaction('copies').objectStore('copies').getAll())
}

/** A copy with its updates, and the place in the store up to which they were read. */
export async function readCopy(
  db: IDBDatabase,
  key: string,
): Promise<{ copy: Copy | null; updates: Uint8Array[]; upTo: number }> {
  const reading = db.transaction(['copies', 'updates'])
  const byCopy = reading.objectStore('updates').index('copy')
  const [copy, rows, keys] = await Promise.all([
    answerOf<Copy | undefined>(reading.objectStore('copies').get(key)),
    answerOf<Row[]>(byCopy.getAll(key)),
    answerOf<IDBValidKey[]>(byCopy.getAllKeys(key)),
  ])
  return { copy: copy ?? null, updates: rows.map((row) => row.update), upTo: Number(keys.at(-1) ?? 0) }
}

/**
 * Writes to a copy in one transaction: updates are added, those up to `replacing` go, and `change` makes its entry out of the
 * one that is there. Resolves once all of it is stored; `strict` waits for the disk.
 */
export async function writeCopy(
  db: IDBDatabase,
  key: string,
  change: (known: Copy | undefined) => Copy,
  {
    updates = [],
    replacing = 0,
    strict = false,
  }: { updates?: Uint8Array[]; replacing?: number; strict?: boolean } = {},
): Promise<void> {
  const writing = db.transaction(['copies', 'updates'], 'readwrite', { durability: strict ? 'strict' : 'relaxed' })
  const copies = writing.objectStore('copies')
  const rows = writing.objectStore('updates')
  const known = copies.get(key)
  known.onsuccess = () => copies.put(change(known.result))
  for (const update of updates) rows.add({ copy: key, update } satisfies Row)
  if (replacing > 0) deleteRows(rows, key, replacing)
  return done(writing)
}

export function removeCopies(db: IDBDatabase, keys: string[]): Promise<void> {
  const writing = db.transaction(['copies', 'updates'], 'readwrite')
  for (const key of keys) {
    writing.objectStore('copies').delete(key)
    deleteRows(writing.objectStore('updates'), key, Number.POSITIVE_INFINITY)
  }
  return done(writing).then(() => {
    const channel = new BroadcastChannel(copiesChannel)
    channel.postMessage(keys)
    channel.close()
  })
}

function deleteRows(rows: IDBObjectStore, key: string, upTo: number): void {
  const cursor = rows.index('copy').openKeyCursor(IDBKeyRange.only(key))
  cursor.onsuccess = () => {
    if (!cursor.result || Number(cursor.result.primaryKey) > upTo) return
    rows.delete(cursor.result.primaryKey)
    cursor.result.continue()
  }
}

function answerOf<T>(request: IDBRequest): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

function done(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
}
