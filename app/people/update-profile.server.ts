import { eq, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { Viewer } from './viewer.ts'

/** Changes what the viewer may say about themselves, as far as it is given. */
export async function updateProfile(
  db: Database,
  viewer: Viewer,
  { name, roleTitle, timeZone, theme }: Partial<Pick<Viewer, 'name' | 'roleTitle' | 'timeZone' | 'theme'>>,
): Promise<void> {
  await db
    .update(people)
    .set({ name, roleTitle, timeZone, theme, updatedAt: sql`now()` })
    .where(eq(people.id, viewer.id))
}
