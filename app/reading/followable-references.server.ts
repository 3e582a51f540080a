import { and, inArray } from 'drizzle-orm'
import { namedNumbers } from '#app/document/postmortem-references.ts'
import { publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'

/** A text may name anything; more than this many links in one would be no reading any more. */
const most = 500

/** Which of the post-mortems that `text` names this viewer may open: their references. The others stay plain words. */
export async function followableReferences(db: Database, viewer: Viewer, text: string): Promise<string[]> {
  const numbers = namedNumbers(text).slice(0, most)
  if (numbers.length === 0) return []
  const found = await db
    .select({ number: postmortems.number })
    .from(postmortems)
    .where(and(inArray(postmortems.number, numbers), publishedReadableBy(viewer)))
    .orderBy(postmortems.number)
  return found.map((row) => `PM-${row.number}`)
}
