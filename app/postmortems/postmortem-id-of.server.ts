import { eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'

/** The id behind a number, whoever may see it: for acts that ask the policy themselves. */
export async function postmortemIdOf(db: Database, number: number): Promise<string | null> {
  const [row] = await db.select({ id: postmortems.id }).from(postmortems).where(eq(postmortems.number, number))
  return row?.id ?? null
}
