import * as Y from 'yjs'
import { readFacts } from '#app/document/shared-document.ts'
import {
  type Copy,
  copiesChannel,
  copiesCookie,
  keyOf,
  openCopies,
  readCopy,
  removeCopies,
  writeCopy,
} from './copies.ts'

/** The copy of one document on this device, for one person. */
export interface LocalCopy {
  /** Brings what was kept into the document, and says whether there was anything, and anything unsent. */
  restore(): Promise<{ found: boolean; unsent: boolean }>
  /** From now on everything that changes is kept; `unsent`: something was typed before that the server has not got. */
  begin(unsent: boolean): void
  /** The server has everything typed so far. */
  acknowledged(): void
  remove(): Promise<void>
  /** Writes what is still to be written. */
  close(): void
}

interface Given {
  shared: Y.Doc
  postmortem: { id: string; reference: string }
  personId: string
  /** The origin of edits that the server sent. */
  fromServer: unknown
  /** The origin of what comes out of the copy. */
  fromCopy: unknown
  /** Sends what the copy has and the server has not, as it was typed: its place may be gone from the document by now. */
  resend(update: Uint8Array): void
  /** Called when everything typed here and not acknowledged is stored, and when it no longer is. */
  kept(isKept: boolean): void
  /** What the server has, as a state vector, or null while that is not known. */
  acknowledged(): Uint8Array | null
  /** Nothing is sent meanwhile: then the disk is waited for. */
  isOffline(): boolean
}

/** Own edits are stored after so many milliseconds, those of others after longer. */
const OWN = 100
const OTHERS = 2000
const AGAIN = 5000
/** So long after an acknowledgement a copy that says something is unsent is put right, unless more is typed. */
const SETTLED = 300
/** Rows of a copy before they are made one. */
const MOST_ROWS = 300

/** Opens the copy; rejects in a browser that keeps nothing. */
export async function openLocalCopy(given: Given): Promise<LocalCopy> {
  const { shared, postmortem, personId, fromServer, fromCopy } = given
  const key = keyOf(personId, postmortem.id)
  const db = await openCopies()
  let pending: Uint8Array[] = []
  let hasOwn = false
  let isKeeping = false
  let needsBase = false
  let isUnsent = false
  /** Whether the stored entry says that this tab has something unsent. */
  let saysUnsent = false
  let rows = 0
  let restored = 0
  const adopted = new Set<number>()
  let flushing: ReturnType<typeof setTimeout> | undefined
  let flushesAt = Number.POSITIVE_INFINITY
  let settling: ReturnType<typeof setTimeout> | undefined

  const channel = new BroadcastChannel(copiesChannel)
  channel.onmessage = ({ data }) => {
    if ((data as string[]).includes(key)) stop()
  }
  shared.on('update', follow)
  window.addEventListener('pagehide', writeAll)

  function follow(update: Uint8Array, origin: unknown) {
    if (!isKeeping || origin === fromCopy) return
    pending.push(update)
    const isOwn = origin !== fromServer
    if (isOwn) {
      hasOwn = true
      isUnsent = true
      clearTimeout(settling)
      settling = undefined
    }
    flushIn(isOwn ? OWN : OTHERS)
  }

  function flushIn(milliseconds: number) {
    const at = performance.now() + milliseconds
    if (at >= flushesAt) return
    clearTimeout(flushing)
    flushesAt = at
    flushing = setTimeout(flush, milliseconds)
  }

  function flush() {
    clearTimeout(flushing)
    flushesAt = Number.POSITIVE_INFINITY
    if (!isKeeping || (pending.length === 0 && !needsBase)) return
    // The first row holds what this tab has got so far, and takes the place of what it was restored from.
    const isBase = needsBase
    const batch = pending
    const hadOwn = hasOwn
    const updates = [isBase ? Y.encodeStateAsUpdate(shared) : Y.mergeUpdates(batch)]
    pending = []
    hasOwn = false
    writeCopy(db, key, entry, { updates, replacing: isBase ? restored : 0, strict: given.isOffline() }).then(
      () => {
        if (isBase) needsBase = false
        given.kept(isKeeping && !hasOwn)
        rows = isBase ? 1 : rows + 1
        if (rows > MOST_ROWS) {
          rows = 1
          void makeOne(db, key, entry).catch(() => {})
        }
      },
      () => {
        // The disk is full or the browser has cleared its store: what is not stored is tried again, as long as the tab lives.
        pending = [...batch, ...pending]
        hasOwn ||= hadOwn
        given.kept(false)
        if (isKeeping) flushIn(AGAIN)
      },
    )
  }

  function entry(known: Copy | undefined): Copy {
    const others = (known?.unsent ?? []).filter((id) => id !== shared.clientID)
    saysUnsent = isUnsent
    return {
      key,
      personId,
      postmortemId: postmortem.id,
      reference: postmortem.reference,
      title: readFacts(shared).title,
      unsent: isUnsent ? [...others, shared.clientID] : others,
      acknowledged: given.acknowledged() ?? known?.acknowledged ?? null,
    }
  }

  function settleSoon() {
    clearTimeout(settling)
    settling = setTimeout(settle, SETTLED)
  }

  function settle() {
    clearTimeout(settling)
    settling = undefined
    const settled = (known: Copy | undefined) => {
      const next = entry(known)
      if (isUnsent) return next
      // Once: a tab that is still open may have something unsent again.
      const sent = new Set(adopted)
      adopted.clear()
      return { ...next, unsent: next.unsent.filter((id) => !sent.has(id)) }
    }
    // Where this fails the copy counts as unsent, and is found to be sent when it is opened next.
    if (isKeeping) writeCopy(db, key, settled).catch(() => {})
  }

  /** Before the tab or the page is left. */
  function writeAll() {
    if (settling !== undefined) settle()
    flush()
  }

  function stop() {
    isKeeping = false
    pending = []
    clearTimeout(flushing)
    flushesAt = Number.POSITIVE_INFINITY
    given.kept(false)
  }

  return {
    async restore() {
      const read = await readCopy(db, key)
      restored = read.upTo
      for (const id of read.copy?.unsent ?? []) adopted.add(id)
      if (read.updates.length === 0) return { found: false, unsent: false }
      const merged = Y.mergeUpdates(read.updates)
      const unsent = adopted.size > 0
      if (Y.snapshotContainsUpdate(Y.snapshot(shared), merged)) {
        // What this tab has not brought in itself came from the server.
        if (unsent && !isUnsent) settleSoon()
        return { found: true, unsent: false }
      }
      const server = read.copy?.acknowledged ?? Y.encodeStateVector(shared)
      if (unsent) {
        isUnsent = true
        given.resend(Y.diffUpdate(merged, server))
      }
      Y.applyUpdate(shared, Y.diffUpdate(merged, Y.encodeStateVector(shared)), fromCopy)
      return { found: true, unsent }
    },
    begin(unsent) {
      isUnsent ||= unsent
      if (isKeeping) return
      isKeeping = true
      needsBase = true
      // biome-ignore lint/suspicious/noDocumentCookie: the other way to write one is missing in some browsers
      document.cookie = `${copiesCookie}=1; path=/; max-age=31536000; samesite=lax`
      flushIn(OTHERS)
    },
    acknowledged() {
      isUnsent = false
      if (saysUnsent || adopted.size > 0) settleSoon()
    },
    async remove() {
      stop()
      await removeCopies(db, [key])
    },
    close() {
      writeAll()
      stop()
      shared.off('update', follow)
      window.removeEventListener('pagehide', writeAll)
      channel.close()
      db.close()
    },
  }
}

/** Makes one row of many. Another tab's rows are among them, so they are read, and not taken for what this tab has. */
async function makeOne(db: IDBDatabase, key: string, entry: (known: Copy | undefined) => Copy): Promise<void> {
  const { updates, upTo } = await readCopy(db, key)
  const whole = new Y.Doc()
  for (const update of updates) Y.applyUpdate(whole, update)
  await writeCopy(db, key, entry, { updates: [Y.encodeStateAsUpdate(whole)], replacing: upTo })
  whole.destroy()
}
