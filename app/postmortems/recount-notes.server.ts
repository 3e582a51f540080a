import { asc, eq } from 'drizzle-orm'
import { languageContext } from '#app/catalogue/language-context.server.ts'
import type { Context } from '#app/linter/index.ts'
import type { Database } from '#db/client.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { projectNotes } from './project-notes.server.ts'
import { readShared } from './read-shared.server.ts'
import { referenceOf } from './reference.ts'

/**
 * Counts the notes of every post-mortem anew, after house words or levels have changed. One at a time, so that whoever
 * writes meanwhile waits for none but their own; texts are only read. Resolves to the references of those that could not be
 * read and keep their counts: one of them is no reason to leave the others as they were.
 */
export async function recountNotes(db: Database): Promise<string[]> {
  const context = await languageContext(db)
  const found = await db
    .select({ id: postmortems.id, number: postmortems.number })
    .from(postmortems)
    .orderBy(asc(postmortems.number))
  const unread: string[] = []
  for (const { id, number } of found) {
    try {
      await recountOne(db, id, context)
    } catch {
      unread.push(referenceOf(number))
    }
  }
  return unread
}

async function recountOne(db: Database, postmortemId: string, context: Context): Promise<void> {
  await db.transaction(async (tx) => {
    const isThis = eq(postmortems.id, postmortemId)
    const [row] = await tx.select({ id: postmortems.id }).from(postmortems).where(isThis).for('no key update')
    // Deleted meanwhile.
    if (!row) return
    const { shared } = await readShared(tx, postmortemId)
    const noteCount = await projectNotes(tx, postmortemId, shared, context)
    await tx.update(postmortems).set({ noteCount }).where(isThis)
  })
}
