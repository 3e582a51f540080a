import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { type ComparedState, compareDocuments } from '#app/document/compare/compare-documents.ts'
import type { ComparisonNames } from '#app/document/compare/difference.ts'
import { differenceInWords } from '#app/document/compare/difference-in-words.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'

/** So many stand on one page. */
const pageLength = 30

export interface ListedVersion {
  id: string
  /** Of a published version. */
  number: number | null
  name: string
  madeAt: Date
  /** Published once, and taken back since. */
  withdrawn: boolean
  /** What changed since the version before, as a sentence. */
  changed: string
}

/**
 * The versions of a draft, newest first, a page at a time; `before` is the id that the page before ended with. What changed
 * is asked of the documents once, and then kept beside the version until the one before it is another.
 */
export async function listVersions(
  db: Database,
  postmortemId: string,
  { before, limit = pageLength }: { before?: string; limit?: number } = {},
): Promise<{ versions: ListedVersion[]; hasOlder: boolean }> {
  const own = eq(versions.postmortemId, postmortemId)
  const [last] = before
    ? await db
        .select({ id: versions.id, madeAt: versions.madeAt })
        .from(versions)
        .where(and(own, eq(versions.id, before)))
    : []
  const older =
    last && or(lt(versions.madeAt, last.madeAt), and(eq(versions.madeAt, last.madeAt), lt(versions.id, last.id)))
  const found = await db
    .select({
      id: versions.id,
      number: versions.number,
      name: versions.name,
      madeAt: versions.madeAt,
      undoneAt: versions.undoneAt,
      changed: versions.changed,
    })
    .from(versions)
    .where(and(own, older))
    .orderBy(desc(versions.madeAt), desc(versions.id))
    .limit(limit + 1)
  const states = new Map<string, ComparedState>()
  const listed: ListedVersion[] = []
  for (const [place, { undoneAt, changed, ...version }] of found.slice(0, limit).entries()) {
    const since = found[place + 1]?.id ?? null
    const known = changed as { since: string | null; words: string } | null
    const words = known?.since === since && known ? known.words : await askChanged(db, states, version.id, since)
    listed.push({ ...version, withdrawn: undoneAt !== null, changed: words })
  }
  return { versions: listed, hasOlder: found.length > limit }
}

/** Every version that can be chosen for comparing, newest first, without what changed. */
export async function versionChoices(
  db: Database,
  postmortemId: string,
): Promise<Pick<ListedVersion, 'id' | 'number' | 'name' | 'madeAt'>[]> {
  return db
    .select({ id: versions.id, number: versions.number, name: versions.name, madeAt: versions.madeAt })
    .from(versions)
    .where(eq(versions.postmortemId, postmortemId))
    .orderBy(desc(versions.madeAt), desc(versions.id))
}

/** What changed from one state to the next, as a sentence; from nothing where there is none before. */
export function changedSince(before: ComparedState | null, after: ComparedState): string {
  return differenceInWords(compareDocuments(before ?? unwritten(after), after, nameless))
}

async function askChanged(
  db: Database,
  states: Map<string, ComparedState>,
  id: string,
  since: string | null,
): Promise<string> {
  const wanted = [id, since].filter((each) => each !== null && !states.has(each)) as string[]
  const rows = await db
    .select({ id: versions.id, document: versions.document, facts: versions.facts })
    .from(versions)
    .where(inArray(versions.id, wanted))
  const after = states.get(id)
  // The list goes back in time: what was looked at before is not needed again, and may be large.
  states.clear()
  if (after) states.set(id, after)
  for (const row of rows) states.set(row.id, { document: row.document as DocumentJson, facts: Facts.parse(row.facts) })
  const state = states.get(id)
  // It made way for a newer one since the list was read.
  if (!state) return ''
  const words = changedSince(states.get(since ?? '') ?? null, state)
  await db.update(versions).set({ changed: { since, words } }).where(eq(versions.id, id))
  return words
}

/** The sections of a document before anyone wrote in them. */
function unwritten({ document, facts }: ComparedState): ComparedState {
  return { document: { ...document, content: document.content.map((section) => ({ ...section, content: [] })) }, facts }
}

/** The sentence counts and names sections: no name of a person, a team or a cause is part of it. */
const nameless: ComparisonNames = {
  time: () => '',
  factors: {},
  teams: {},
  services: {},
  participants: {},
  postmortems: {},
  terms: {},
}
