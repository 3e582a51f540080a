import { and, desc, eq, gt, isNull, ne, or } from 'drizzle-orm'
import { invitedTo } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { events, postmortems } from '#db/schema/postmortems.ts'
import { referenceOf } from './reference.ts'

export interface TakeOver {
  id: number
  reference: string
  by: string | null
  because: string
}

/** Post-mortems the viewer is invited to that an admin took over in the last two weeks, newest first. */
export async function findTakeOvers(db: Database, viewer: Viewer, now: Date): Promise<TakeOver[]> {
  const rows = await db
    .select({ id: events.id, number: postmortems.number, by: people.name, data: events.data })
    .from(events)
    .innerJoin(postmortems, eq(postmortems.id, events.postmortemId))
    .leftJoin(people, eq(people.id, events.personId))
    .where(
      and(
        eq(events.kind, 'taken-over'),
        gt(events.createdAt, new Date(now.getTime() - 14 * 86_400_000)),
        or(isNull(events.personId), ne(events.personId, viewer.id)),
        isNull(postmortems.trashedAt),
        invitedTo(viewer),
      ),
    )
    .orderBy(desc(events.id))
    .limit(5)
  return rows.map(({ number, data, ...row }) => ({
    ...row,
    reference: referenceOf(number),
    because: (data as { because?: string }).because ?? '',
  }))
}
