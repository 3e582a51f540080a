import { and, desc, eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { files } from '#db/schema/files.ts'
import type { KeptFile } from './keep-file.server.ts'

export interface ListedFile extends KeptFile {
  uploadedAt: Date
}

/** The files of a post-mortem, newest first. Whether they may be seen has been asked before. */
export async function listFiles(db: Database, postmortemId: string): Promise<ListedFile[]> {
  return db
    .select({
      id: files.id,
      name: files.name,
      bytes: files.bytes,
      mediaType: files.mediaType,
      sha256: files.sha256,
      uploadedAt: files.uploadedAt,
    })
    .from(files)
    .where(and(eq(files.postmortemId, postmortemId), eq(files.state, 'kept')))
    .orderBy(desc(files.uploadedAt), files.id)
}
