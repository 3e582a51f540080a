import { and, desc, eq, exists, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { invitedTo, publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { namedPostmortems } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { type LinkedPostmortem, linkedPostmortems } from './linked-postmortems.server.ts'

/**
 * The post-mortems that name this one and that the viewer may open, the newest first: published ones by what was published,
 * drafts for those invited to them.
 */
export async function mentionedIn(db: Database, viewer: Viewer, postmortemId: string): Promise<LinkedPostmortem[]> {
  const naming = (published: boolean) =>
    exists(
      db
        .select({ one: sql`1` })
        .from(namedPostmortems)
        .where(
          and(
            eq(namedPostmortems.postmortemId, postmortems.id),
            eq(namedPostmortems.namedId, postmortemId),
            published ? isNotNull(namedPostmortems.versionId) : isNull(namedPostmortems.versionId),
          ),
        ),
    )
  const found = await db
    .select({ id: postmortems.id })
    .from(postmortems)
    .where(
      or(
        and(publishedReadableBy(viewer), naming(true)),
        and(isNull(postmortems.publishedVersionId), invitedTo(viewer), naming(false)),
      ),
    )
    .orderBy(desc(postmortems.number))
    .limit(50)
  return linkedPostmortems(
    db,
    viewer,
    found.map(({ id }) => id),
  )
}
