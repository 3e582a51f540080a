import { and, desc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Standing } from '#app/people/permissions.ts'
import { invitedTo, publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { hasWords } from '#db/has-words.ts'
import { services } from '#db/schema/organisation.ts'
import { access, postmortemServices, postmortems, postmortemTeams, versions } from '#db/schema/postmortems.ts'
import type { ListQuery, ListState } from './list-query.ts'
import { numberIn, referenceOf } from './reference.ts'

export const listPageSize = 30

export interface ListedPostmortem {
  id: string
  reference: string
  state: Standing['state']
  title: string
  severityId: string | null
  kindId: string | null
  services: string[]
  /** The last edit; for those who read published versions only, when it was published. */
  movedAt: Date
  startedAt: Date | null
  zone: string
  restricted: boolean
  trashed: boolean
  /** What only those invited are told: how far it is, and how many phrases carry a note. */
  draft: { progress: ('empty' | 'part' | 'done')[]; noteCount: number } | null
}

export interface PostmortemList {
  found: ListedPostmortem[]
  total: number
  /** How many there are in each state with the other filters as they are. */
  counts: Record<ListState | 'open', number>
}

/** The post-mortems a viewer may see, newest edit first: those they are invited to, and what was published for them. */
export async function listPostmortems(db: Database, viewer: Viewer, query: ListQuery): Promise<PostmortemList> {
  const invited = invitedTo(viewer)
  const title = sql<string>`case when ${invited} then ${postmortems.title} else coalesce(${versions.facts}->>'title', '') end`
  const movedAt =
    sql<Date>`case when ${invited} then ${postmortems.editedAt} else ${postmortems.publishedAt} end`.mapWith(
      postmortems.editedAt,
    )
  const narrowed = and(
    or(and(invited, isNull(postmortems.trashedAt)), publishedReadableBy(viewer), ownTrash(viewer)),
    byNumberOrWords(query.words, title),
    query.serviceId ? hasRow(postmortemServices, postmortemServices.serviceId, query.serviceId) : undefined,
    query.teamId ? hasRow(postmortemTeams, postmortemTeams.teamId, query.teamId) : undefined,
    query.severityId === 'none-yet' ? isNull(postmortems.severityId) : undefined,
    query.severityId && query.severityId !== 'none-yet' ? eq(postmortems.severityId, query.severityId) : undefined,
    query.kindId ? eq(postmortems.kindId, query.kindId) : undefined,
    query.mine ? writtenBy(viewer) : undefined,
  )
  const shown = and(narrowed, inState(query.state))
  const counts = await countByState(db, narrowed)
  const rows = await db
    .select({
      id: postmortems.id,
      number: postmortems.number,
      state: postmortems.state,
      title,
      severityId: postmortems.severityId,
      kindId: postmortems.kindId,
      movedAt,
      startedAt: postmortems.startedAt,
      zone: postmortems.zone,
      restricted: postmortems.restricted,
      trashedAt: postmortems.trashedAt,
      progress: postmortems.progress,
      noteCount: postmortems.noteCount,
      invited,
    })
    .from(postmortems)
    .leftJoin(versions, eq(versions.id, postmortems.publishedVersionId))
    .where(shown)
    .orderBy(desc(movedAt), desc(postmortems.number))
    .limit(listPageSize)
    .offset((query.page - 1) * listPageSize)
  const names = await serviceNames(
    db,
    rows.map((row) => row.id),
  )
  return {
    total: counts[query.state ?? 'open'],
    counts,
    found: rows.map(({ number, invited: isInvited, progress, noteCount, trashedAt, ...row }) => ({
      ...row,
      reference: referenceOf(number),
      services: names.get(row.id) ?? [],
      trashed: trashedAt !== null,
      draft: isInvited ? { progress: progressOf(progress), noteCount } : null,
    })),
  }
}

export function progressOf(stored: unknown): ('empty' | 'part' | 'done')[] {
  return Array.isArray(stored) ? stored.map((section) => section.progress) : []
}

/** The names of the services of each of these post-mortems, by alphabet. */
export async function serviceNames(db: Database, ids: string[]): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>()
  if (ids.length === 0) return names
  const rows = await db
    .select({ id: postmortemServices.postmortemId, name: services.name })
    .from(postmortemServices)
    .innerJoin(services, eq(services.id, postmortemServices.serviceId))
    .where(inArray(postmortemServices.postmortemId, ids))
    .orderBy(services.name)
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name])
  return names
}

/** SQL: the viewer writes it: owns it, or was made an editor by name. */
export function writtenBy(viewer: Viewer): SQL {
  return sql`exists (select 1 from ${access} where ${access.postmortemId} = ${postmortems.id}
    and ${access.subjectKind} = 'person' and ${access.subjectId} = ${viewer.id} and ${access.role} in ('owner', 'editor'))`
}

function ownTrash(viewer: Viewer) {
  return and(isNotNull(postmortems.trashedAt), eq(postmortems.ownerId, viewer.id))
}

/** Every word stands in the title, or the words are its number. */
function byNumberOrWords(words: string, title: SQL<string>): SQL | undefined {
  const number = numberIn(words) ?? numberIn(`PM-${words}`)
  const inTitle = hasWords(title, words)
  return number === null ? inTitle : or(eq(postmortems.number, number), inTitle)
}

function hasRow(
  table: typeof postmortemServices | typeof postmortemTeams,
  column: SQL | typeof postmortemServices.serviceId | typeof postmortemTeams.teamId,
  id: string,
): SQL {
  return sql`exists (select 1 from ${table} where ${table.postmortemId} = ${postmortems.id} and ${column} = ${id})`
}

const open = inArray(postmortems.state, ['draft', 'in_review', 'published'])

function inState(state: ListState | null): SQL | undefined {
  if (state === 'trash') return isNotNull(postmortems.trashedAt)
  return and(isNull(postmortems.trashedAt), state ? eq(postmortems.state, state) : open)
}

async function countByState(db: Database, narrowed: SQL | undefined): Promise<PostmortemList['counts']> {
  const rows = await db
    .select({
      state: postmortems.state,
      trashed: sql<boolean>`${postmortems.trashedAt} is not null`,
      count: sql<number>`count(*)`.mapWith(Number),
    })
    .from(postmortems)
    .leftJoin(versions, eq(versions.id, postmortems.publishedVersionId))
    .where(narrowed)
    .groupBy(postmortems.state, sql`${postmortems.trashedAt} is not null`)
  const counts = { open: 0, draft: 0, in_review: 0, published: 0, archived: 0, not_required: 0, trash: 0 }
  for (const { state, trashed, count } of rows) {
    if (trashed) counts.trash += count
    else counts[state] += count
  }
  counts.open = counts.draft + counts.in_review + counts.published
  return counts
}
