import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { may } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { files } from '#db/schema/files.ts'
import { versions } from '#db/schema/postmortems.ts'

export interface FoundFile {
  storedAs: string
  name: string
  bytes: number
  mediaType: string
  sha256: string
}

/**
 * A file for someone who may read it, else null, as for one that does not exist. Whoever reads the draft reads all of its
 * files; a reader those that a published version shows, under the name that stands there: what was masked stays masked.
 */
export async function findFile(db: Database, viewer: Viewer | null, fileId: string): Promise<FoundFile | null> {
  const [row] = await db
    .select({
      postmortemId: files.postmortemId,
      storedAs: files.storedAs,
      name: files.name,
      bytes: files.bytes,
      mediaType: files.mediaType,
      sha256: files.sha256,
    })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.state, 'kept')))
  if (!row) return null
  const { postmortemId, ...file } = row
  const standing = await standingOf(db, viewer, postmortemId)
  if (!standing) return null
  if (may(viewer, 'read-draft', standing)) return file
  if (!standing.hasPublishedVersion || !may(viewer, 'read-published', standing)) return null
  const name = await publishedName(db, postmortemId, fileId)
  return name === null ? null : { ...file, name: name || file.name }
}

/** By what name the newest version that can be read shows a file, hidden sections left out; null when none does. */
async function publishedName(db: Database, postmortemId: string, fileId: string): Promise<string | null> {
  const shown = sql<{ name?: unknown } | null>`jsonb_path_query_first(
    ${versions.document},
    '$.content[*] ? (@.attrs.hiddenBecause == null).** ? (@.fileId == $file || @.href == $address)',
    ${JSON.stringify({ file: fileId, address: `/files/${fileId}` })}::jsonb
  )`
  const found = await db
    .select({ shown })
    .from(versions)
    .where(
      and(
        eq(versions.postmortemId, postmortemId),
        isNotNull(versions.publishedAt),
        isNull(versions.undoneAt),
        sql`${shown} is not null`,
      ),
    )
    .orderBy(desc(versions.number))
    .limit(1)
  if (!found[0]) return null
  const { name } = found[0].shown ?? {}
  return typeof name === 'string' ? name : ''
}
