import { and, desc, eq, lt, or } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'

export interface FoundVersion {
  id: string
  number: number | null
  name: string
  madeAt: Date
  document: DocumentJson
  facts: Facts
}

/** One version of this post-mortem, or null; whether the viewer may read its draft has been asked before. */
export async function findVersion(db: Database, postmortemId: string, versionId: string): Promise<FoundVersion | null> {
  const [found] = await db
    .select({
      id: versions.id,
      number: versions.number,
      name: versions.name,
      madeAt: versions.madeAt,
      document: versions.document,
      facts: versions.facts,
    })
    .from(versions)
    .where(and(eq(versions.postmortemId, postmortemId), eq(versions.id, versionId)))
  return found ? { ...found, document: found.document as DocumentJson, facts: Facts.parse(found.facts) } : null
}

/** The id of the version before another one; null for the first. */
export async function versionBefore(
  db: Database,
  postmortemId: string,
  { id, madeAt }: { id: string; madeAt: Date },
): Promise<string | null> {
  const [found] = await db
    .select({ id: versions.id })
    .from(versions)
    .where(
      and(
        eq(versions.postmortemId, postmortemId),
        or(lt(versions.madeAt, madeAt), and(eq(versions.madeAt, madeAt), lt(versions.id, id))),
      ),
    )
    .orderBy(desc(versions.madeAt), desc(versions.id))
    .limit(1)
  return found?.id ?? null
}
