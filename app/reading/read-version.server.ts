import { and, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { nameNow } from '#db/name-now.ts'
import { organisation, services, terms } from '#db/schema/organisation.ts'
import { versions } from '#db/schema/postmortems.ts'
import { followableReferences } from './followable-references.server.ts'
import { withHighlights } from './highlight-blocks.ts'
import { changeRows, readingNames } from './reading-names.server.ts'
import { type ReadingView, readingView } from './reading-view.ts'

export interface ReadingFacts {
  title: string
  severity: string | null
  kind: string | null
  services: string[]
  zone: string
}
export interface ReadVersion {
  number: number
  publishedAt: string
  /** Published versions that can be read, newest first. */
  numbers: number[]
  facts: ReadingFacts
  view: ReadingView
  /** The post-mortems named in the text that this reader may follow. */
  references: string[]
}

/**
 * A published version as this reader gets it: the newest, or the one with this number; null when there is none. Whether
 * they may read it has been asked before. `withdrawn`: also those that were unpublished since, for whoever reads the draft.
 */
export async function readVersion(
  db: Database,
  viewer: Viewer | null,
  postmortemId: string,
  { number, withdrawn = false }: { number?: number; withdrawn?: boolean } = {},
): Promise<ReadVersion | null> {
  const published = await db
    .select({ id: versions.id, number: versions.number, publishedAt: versions.publishedAt })
    .from(versions)
    .where(
      and(
        eq(versions.postmortemId, postmortemId),
        isNotNull(versions.publishedAt),
        withdrawn ? undefined : isNull(versions.undoneAt),
      ),
    )
    .orderBy(desc(versions.number))
  const chosen = number === undefined ? published[0] : published.find((version) => version.number === number)
  if (!chosen?.publishedAt || chosen.number === null) return null
  const [version] = await db
    .select({ document: versions.document, facts: versions.facts })
    .from(versions)
    .where(eq(versions.id, chosen.id))
  return {
    number: chosen.number,
    publishedAt: chosen.publishedAt.toISOString(),
    numbers: published.flatMap((other) => other.number ?? []),
    ...(await readingOf(db, viewer, postmortemId, version!.document as DocumentJson, Facts.parse(version!.facts))),
  }
}

/** What a page shows of a document and its facts: a published version, or a draft as its readers would get it. */
export async function readingOf(
  db: Database,
  viewer: Viewer | null,
  postmortemId: string,
  document: DocumentJson,
  facts: Facts,
): Promise<Pick<ReadVersion, 'facts' | 'view' | 'references'>> {
  const names = await readingNames(db, viewer, postmortemId, document)
  const rows = await changeRows(db, postmortemId)
  const words = await termNames(db, [facts.severityId, facts.kindId])
  return {
    facts: {
      title: facts.title.trim() || 'Untitled',
      severity: words.get(facts.severityId ?? '') ?? null,
      kind: words.get(facts.kindId ?? '') ?? null,
      services: await serviceNames(db, facts.serviceIds),
      zone: facts.zone,
    },
    view: readingView(withHighlights(document), names, rows),
    references: viewer ? await followableReferences(db, viewer, JSON.stringify([document, rows])) : [],
  }
}

/** What the organisation promised, for the foot of every page that is read. */
export async function readPromise(db: Database) {
  const [row] = await db
    .select({
      name: organisation.name,
      promise: organisation.promise,
      signedBy: organisation.promiseSignedBy,
      signedAt: organisation.promiseSignedAt,
    })
    .from(organisation)
  return {
    name: row?.name ?? 'This organisation',
    promise: row?.promise ?? '',
    signedBy: row?.signedBy ?? '',
    signedAt: row?.signedAt?.toISOString() ?? null,
  }
}

async function termNames(db: Database, ids: (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const found = await db
    .select({ id: terms.id, name: nameNow(terms) })
    .from(terms)
    .where(inArray(terms.id, known))
  return new Map(found.map((row) => [row.id, row.name]))
}

async function serviceNames(db: Database, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const name = nameNow(services)
  const found = await db.selectDistinct({ name }).from(services).where(inArray(services.id, ids)).orderBy(name)
  return found.map((row) => row.name)
}
