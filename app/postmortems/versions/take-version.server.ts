import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { readDocument, readFacts, waiversOf } from '#app/document/shared-document.ts'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'
import { contentHash } from '../content-hash.ts'
import { knownTemplateVersion } from '../project-document.server.ts'
import { thinVersions } from './thin-versions.ts'

/**
 * Keeps a state of a draft as an automatic version made at this moment, and thins the others; resolves to its id, or to that
 * of the newest version where that one says the same. Nobody is named in it. Called in a transaction.
 */
export async function takeVersion(tx: Database, postmortemId: string, shared: Y.Doc, at: Date): Promise<string> {
  const document = readDocument(shared)
  const facts = readFacts(shared)
  const hash = await contentHash(document, facts)
  const [newest] = await tx
    .select({ id: versions.id, contentHash: versions.contentHash })
    .from(versions)
    .where(eq(versions.postmortemId, postmortemId))
    .orderBy(desc(versions.madeAt))
    .limit(1)
  if (newest?.contentHash === hash) return newest.id
  const [made] = await tx
    .insert(versions)
    .values({
      postmortemId,
      state: Y.encodeStateAsUpdate(shared),
      document,
      facts,
      contentHash: hash,
      waivers: waiversOf(shared).toJSON(),
      templateVersionId: await knownTemplateVersion(tx, facts.templateVersionId),
      madeAt: at,
    })
    .returning({ id: versions.id })
  await thin(tx, postmortemId)
  return made!.id
}

async function thin(tx: Database, postmortemId: string): Promise<void> {
  const automatic = await tx
    .select({ id: versions.id, madeAt: versions.madeAt, bytes: sql<number>`octet_length(${versions.state})` })
    .from(versions)
    .where(and(eq(versions.postmortemId, postmortemId), isNull(versions.number), eq(versions.name, '')))
  const gone = thinVersions(automatic, new Date())
  if (gone.length > 0) await tx.delete(versions).where(inArray(versions.id, gone))
}
