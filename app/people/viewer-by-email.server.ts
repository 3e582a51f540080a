import { sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { viewerById } from './auth.server.ts'
import type { Viewer } from './viewer.ts'

/** A person by e-mail address, whatever its case; null when there is none or they are suspended. */
export async function viewerByEmail(db: Database, email: string): Promise<Viewer | null> {
  const [found] = await db
    .select({ id: people.id })
    .from(people)
    .where(sql`lower(${people.email}) = lower(${email.trim()})`)
  return found ? viewerById(db, found.id) : null
}
