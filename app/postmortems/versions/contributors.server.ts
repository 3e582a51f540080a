import { asc, eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { contributors } from '#db/schema/postmortems.ts'

/** Remembers that somebody wrote in a document: neither when nor how much, and the second time changes nothing. */
export async function noteContributor(db: Database, postmortemId: string, personId: string): Promise<void> {
  await db.insert(contributors).values({ postmortemId, personId }).onConflictDoNothing()
}

/** Who wrote in a document as a whole, by alphabet. For those who read its draft. */
export async function listContributors(db: Database, postmortemId: string): Promise<string[]> {
  const found = await db
    .select({ name: people.name })
    .from(contributors)
    .innerJoin(people, eq(people.id, contributors.personId))
    .where(eq(contributors.postmortemId, postmortemId))
    .orderBy(asc(people.name))
  return found.map(({ name }) => name)
}
