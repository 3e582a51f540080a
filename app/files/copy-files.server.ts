import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { newId } from '#db/new-id.ts'
import { files } from '#db/schema/files.ts'

type FileRow = typeof files.$inferSelect

/** The rows of these files as a copy of their post-mortem will have them, by the ids they have now: new ids, the same bytes. */
export async function copiesOfFiles(
  db: Database,
  postmortemId: string,
  fileIds: ReadonlySet<string>,
): Promise<Map<string, FileRow>> {
  if (fileIds.size === 0) return new Map()
  const kept = await db
    .select()
    .from(files)
    .where(and(eq(files.postmortemId, postmortemId), eq(files.state, 'kept'), inArray(files.id, [...fileIds])))
  return new Map(kept.map((row) => [row.id, { ...row, id: newId() }]))
}

/** Gives a copy its files. */
export async function addCopies(db: Database, copyId: string, copies: Iterable<FileRow>): Promise<void> {
  const rows = [...copies].map((row) => ({ ...row, postmortemId: copyId }))
  if (rows.length > 0) await db.insert(files).values(rows)
}
