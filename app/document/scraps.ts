import type * as Y from 'yjs'
import { z } from 'zod'
import { newItemId } from './new-item-id.ts'
import { type Scrap, type ScrapFile, scrapsOf } from './shared-document.ts'

/** Characters of one scrap: an edit with it stays well under what the server takes at once. */
export const longestScrap = 200_000
/** Characters of all scraps of a draft: everyone who opens it loads them with the text. */
export const roomForScraps = 2_000_000

export interface KeptScrap extends Required<Omit<Scrap, 'format' | 'file'>> {
  id: string
  /** The format of a source, or '' where there is none. */
  format: string
  file: ScrapFile | null
}

/** Another client wrote it: what is missing or wrong has a plain value, what has no text is no scrap. */
const Stored = z.object({
  text: z.string().min(1),
  place: z.string().catch(''),
  at: z.string().catch(''),
  kind: z.enum(['kept-aside', 'thought', 'source', 'file']).catch('kept-aside'),
  format: z.string().max(40).catch(''),
  file: z
    .object({ id: z.string().max(64), name: z.string().max(250), bytes: z.number(), mediaType: z.string().max(100) })
    .nullable()
    .catch(null),
})

/** The scraps of a draft, oldest first. */
export function readScraps(shared: Y.Doc): KeptScrap[] {
  const scraps = [...scrapsOf(shared).entries()].flatMap(([id, value]) => {
    const stored = Stored.safeParse(value)
    return stored.success ? [{ id, ...stored.data }] : []
  })
  return scraps.toSorted((one, other) => one.at.localeCompare(other.at))
}

export type AddOutcome = { ok: true; ids: string[] } | { ok: false; reason: 'empty' | 'no-room' }

/**
 * Adds a scrap to a draft. A text that is longer than one scrap is cut between lines into several, each an edit of its own, so that
 * no edit is too large to be sent; a text for which there is no room left is refused as a whole. `origin` is that of the edit.
 */
export function addScrap(shared: Y.Doc, scrap: Omit<Scrap, 'at'>, origin?: unknown): AddOutcome {
  if (!scrap.text.trim()) return { ok: false, reason: 'empty' }
  const taken = readScraps(shared).reduce((sum, { text }) => sum + text.length, 0)
  // A file is in the storage; here it is its name, for which there is always room.
  if (!scrap.file && taken + scrap.text.length > roomForScraps) return { ok: false, reason: 'no-room' }
  const parts = partsOf(scrap.text)
  const now = Date.now()
  const ids = parts.map((text, at) => {
    const id = newItemId()
    const place = parts.length > 1 ? `${scrap.place}, part ${at + 1} of ${parts.length}` : scrap.place
    // One millisecond apart, so that the parts stay in their order.
    const kept: Scrap = { ...scrap, text, place, at: new Date(now + at).toISOString() }
    shared.transact(() => scrapsOf(shared).set(id, kept), origin)
    return id
  })
  return { ok: true, ids }
}

/** Pieces of at most `longestScrap` characters, cut between lines where there are any, otherwise between characters. */
export function partsOf(text: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    let to = Math.min(text.length, from + longestScrap)
    if (to < text.length) {
      const line = text.lastIndexOf('\n', to)
      if (line > from) to = line + 1
      // Half of a picture would be no character at all.
      else if (/[\ud800-\udbff]/.test(text[to - 1]!)) to--
    }
    parts.push(text.slice(from, to))
    from = to
  }
  return parts
}
