import { and, asc, count, eq, inArray } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { indexPostmortem, unindex } from '#app/library/index-postmortem.server.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { projectDocument } from './project-document.server.ts'
import { readShared } from './read-shared.server.ts'

export interface Rebuilt {
  number: number
  /** Rows of the library it has now. */
  rows: number
}

/** The post-mortems to rebuild, by number: those asked for, or all, those in the trash too. */
export async function rebuildable(db: Database, numbers?: number[]): Promise<{ id: string; number: number }[]> {
  return db
    .select({ id: postmortems.id, number: postmortems.number })
    .from(postmortems)
    .where(numbers && inArray(postmortems.number, numbers))
    .orderBy(asc(postmortems.number))
}

/**
 * Derives the rows of one post-mortem anew: those of its working text from the shared document at its latest acknowledged
 * edit, those of the library from the published version as it was frozen. Documents and versions are only read. Null when
 * the post-mortem is gone.
 */
export async function rebuildRows(db: Database, postmortemId: string): Promise<Rebuilt | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select({ number: postmortems.number, versionId: postmortems.publishedVersionId })
      .from(postmortems)
      .where(eq(postmortems.id, postmortemId))
      .for('no key update')
    if (!row) return null
    const { shared, seq } = await readShared(tx, postmortemId)
    await projectDocument(tx, postmortemId, shared, seq)
    const [version] = row.versionId
      ? await tx
          .select({ id: versions.id, document: versions.document })
          .from(versions)
          .where(and(eq(versions.id, row.versionId), eq(versions.postmortemId, postmortemId)))
      : []
    if (version) await indexPostmortem(tx, postmortemId, version.id, version.document as DocumentJson)
    else await unindex(tx, postmortemId, 'published')
    const [counted] = await tx
      .select({ rows: count() })
      .from(libraryRows)
      .where(eq(libraryRows.postmortemId, postmortemId))
    return { number: row.number, rows: counted!.rows }
  })
}
