import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Strength } from '#app/document/items.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { services, terms } from '#db/schema/organisation.ts'
import { changeProgress, postmortemServices, postmortems } from '#db/schema/postmortems.ts'
import type { FoundRow } from './search-library.server.ts'

export interface FoundPostmortemFacts {
  title: string
  severity: string | null
  kind: string | null
  services: string[]
  /** When the incident began, or when it was published where that is not known; ISO 8601. */
  at: string | null
}
export interface LessonContext {
  allowedBy: string | null
  changed: {
    text: string
    strength: Strength | null
    state: 'open' | 'in_progress' | 'done'
    dueOn: string | null
  } | null
}

/** What stands around found rows on the page: facts of their post-mortems, and the cause and change behind a lesson. */
export async function foundContext(db: Database, found: FoundRow[]) {
  const ids = [...new Set(found.map((row) => row.postmortemId))]
  if (ids.length === 0) return { postmortems: {}, lessons: {} }
  return { postmortems: await factsOf(db, ids), lessons: await lessonContexts(db, ids, found) }
}

async function factsOf(db: Database, ids: string[]): Promise<Record<string, FoundPostmortemFacts>> {
  const facts = await db
    .select({
      id: postmortems.id,
      title: libraryRows.text,
      startedAt: postmortems.startedAt,
      publishedAt: postmortems.publishedAt,
      severityId: postmortems.severityId,
      kindId: postmortems.kindId,
    })
    .from(postmortems)
    .innerJoin(
      libraryRows,
      and(
        eq(libraryRows.postmortemId, postmortems.id),
        eq(libraryRows.kind, 'postmortem'),
        isNotNull(libraryRows.versionId),
      ),
    )
    .where(inArray(postmortems.id, ids))
  const termIds = facts.flatMap((row) => [row.severityId, row.kindId]).filter((id) => id !== null)
  const words = new Map(
    termIds.length > 0
      ? (await db.select({ id: terms.id, name: terms.name }).from(terms).where(inArray(terms.id, termIds))).map(
          (row) => [row.id, row.name],
        )
      : [],
  )
  const named = await db
    .select({ postmortemId: postmortemServices.postmortemId, name: services.name })
    .from(postmortemServices)
    .innerJoin(services, eq(services.id, postmortemServices.serviceId))
    .where(inArray(postmortemServices.postmortemId, ids))
    .orderBy(services.name)
  return Object.fromEntries(
    facts.map((row) => [
      row.id,
      {
        title: row.title,
        severity: words.get(row.severityId ?? '') ?? null,
        kind: words.get(row.kindId ?? '') ?? null,
        services: named.filter((service) => service.postmortemId === row.id).map((service) => service.name),
        at: (row.startedAt ?? row.publishedAt)?.toISOString() ?? null,
      },
    ]),
  )
}

async function lessonContexts(db: Database, ids: string[], found: FoundRow[]): Promise<Record<string, LessonContext>> {
  const lessons = found.filter((row) => row.kind === 'lesson')
  if (lessons.length === 0) return {}
  const items = await db
    .select({
      postmortemId: libraryRows.postmortemId,
      itemId: libraryRows.itemId,
      kind: libraryRows.kind,
      text: libraryRows.text,
      attributes: libraryRows.attributes,
      state: changeProgress.state,
      dueOn: changeProgress.dueOn,
    })
    .from(libraryRows)
    .leftJoin(
      changeProgress,
      and(eq(changeProgress.postmortemId, libraryRows.postmortemId), eq(changeProgress.itemId, libraryRows.itemId)),
    )
    .where(
      and(
        inArray(libraryRows.postmortemId, ids),
        isNotNull(libraryRows.versionId),
        inArray(libraryRows.kind, ['cause', 'change']),
      ),
    )
    .orderBy(libraryRows.position)
  return Object.fromEntries(
    lessons.map((lesson) => {
      const { causes = [], changes = [] } = lesson.attributes as { causes?: string[]; changes?: string[] }
      const own = items.filter((item) => item.postmortemId === lesson.postmortemId)
      const cause = own.find((item) => item.kind === 'cause' && causes.includes(item.itemId))
      const change = own.find((item) => item.kind === 'change' && changes.includes(item.itemId))
      const { strength } = (change?.attributes ?? {}) as { strength?: Strength | null }
      return [
        lesson.itemId,
        {
          allowedBy: cause?.text ?? null,
          changed: change
            ? { text: change.text, strength: strength ?? null, state: change.state ?? 'open', dueOn: change.dueOn }
            : null,
        },
      ]
    }),
  )
}
