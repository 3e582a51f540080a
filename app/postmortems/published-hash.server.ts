import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { versions } from '#db/schema/postmortems.ts'

/** The content hash of a version. */
export async function publishedHash(db: Database, versionId: string): Promise<string | null> {
  const [version] = await db.select({ hash: versions.contentHash }).from(versions).where(eq(versions.id, versionId))
  return version?.hash ?? null
}
