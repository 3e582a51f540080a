import { eq } from 'drizzle-orm'
import { may, type Standing } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { numberIn, referenceOf } from './reference.ts'
import { undoUntil } from './undo-until.ts'

export interface FoundPostmortem {
  id: string
  number: number
  /** `PM-17` */
  reference: string
  state: Standing['state']
  /** As it stands in the working text; empty while it has none. Nobody who reads published versions only should see it. */
  title: string
  ownerId: string
  visibility: Standing['visibility']
  restricted: boolean
  zone: string
  notRequiredBecause: string | null
  unpublishedBecause: string | null
  publishedVersionId: string | null
  publishedAt: Date | null
  visibleFrom: Date | null
  /** Until when the last publishing can be undone; null when it no longer can, or nothing was published. */
  undoUntil: Date | null
  trashedAt: Date | null
  createdAt: Date
  editedAt: Date
  standing: Standing
}

/** One post-mortem by `PM-17` or by id; null when there is none or the viewer may see nothing of it, which reads the same: 404. */
export async function findPostmortem(
  db: Database,
  viewer: Viewer | null,
  reference: string,
): Promise<FoundPostmortem | null> {
  const number = numberIn(reference)
  const [row] = await db
    .select({
      id: postmortems.id,
      number: postmortems.number,
      state: postmortems.state,
      title: postmortems.title,
      ownerId: postmortems.ownerId,
      visibility: postmortems.visibility,
      restricted: postmortems.restricted,
      zone: postmortems.zone,
      notRequiredBecause: postmortems.notRequiredBecause,
      unpublishedBecause: postmortems.unpublishedBecause,
      publishedVersionId: postmortems.publishedVersionId,
      publishedAt: postmortems.publishedAt,
      visibleFrom: postmortems.visibleFrom,
      trashedAt: postmortems.trashedAt,
      versionAt: versions.publishedAt,
      createdAt: postmortems.createdAt,
      editedAt: postmortems.editedAt,
    })
    .from(postmortems)
    .leftJoin(versions, eq(versions.id, postmortems.publishedVersionId))
    .where(number === null ? eq(postmortems.id, reference) : eq(postmortems.number, number))
  if (!row) return null
  const standing = await standingOf(db, viewer, row.id)
  if (!standing || !(may(viewer, 'read-draft', standing) || may(viewer, 'read-published', standing))) return null
  const { versionAt, ...found } = row
  const until = versionAt && undoUntil(versionAt)
  return {
    ...found,
    reference: referenceOf(row.number),
    undoUntil: until && until > new Date() ? until : null,
    standing,
  }
}
