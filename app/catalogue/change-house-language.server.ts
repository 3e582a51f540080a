import { and, eq, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { houseWords, organisation, ruleLevels } from '#db/schema/organisation.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import { type HouseWords, houseWordLists, type RuleLevels } from './house-words.ts'

/**
 * `not-allowed`: house words and levels are changed by admins. `changed-meanwhile`: someone has since changed them.
 * `stands-twice`: a word stands in two lists, by the letters that the database takes for the same.
 */
export type HouseLanguageRefusal = 'not-allowed' | 'changed-meanwhile' | 'stands-twice'
type Outcome = { ok: true } | { ok: false; reason: HouseLanguageRefusal }

/** Replaces the four lists. `revision` is the one that whoever typed had in view. */
export async function writeHouseWords(
  db: Database,
  viewer: Viewer,
  { words, revision }: { words: HouseWords; revision: number },
): Promise<Outcome> {
  const rows = houseWordLists.flatMap((list) => words[list].map((word, position) => ({ list, position, word })))
  return changeLanguage(db, viewer, 'wordsRevision', revision, async (tx) => {
    await tx.delete(houseWords)
    if (rows.length > 0) await tx.insert(houseWords).values(rows)
  })
}

/** Replaces the levels that rules were given; a rule that is not among them has its own again. */
export async function writeRuleLevels(
  db: Database,
  viewer: Viewer,
  { levels, revision }: { levels: RuleLevels; revision: number },
): Promise<Outcome> {
  const rows = Object.entries(levels).map(([ruleId, level]) => ({ ruleId, level }))
  return changeLanguage(db, viewer, 'levelsRevision', revision, async (tx) => {
    await tx.delete(ruleLevels)
    if (rows.length > 0) await tx.insert(ruleLevels).values(rows)
  })
}

async function changeLanguage(
  db: Database,
  viewer: Viewer,
  counter: 'wordsRevision' | 'levelsRevision',
  revision: number,
  write: (tx: Database) => Promise<void>,
): Promise<Outcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  try {
    return await db.transaction(async (tx) => {
      // Two who save at once meet at this row, and the second one finds another revision.
      const current = and(eq(organisation.id, 1), eq(organisation[counter], revision))
      const next = { [counter]: sql`${organisation[counter]} + 1` }
      const moved = await tx.update(organisation).set(next).where(current).returning({ id: organisation.id })
      if (moved.length === 0) return { ok: false, reason: 'changed-meanwhile' } as const
      await write(tx)
      return { ok: true } as const
    })
  } catch (error) {
    if (violatedConstraint(error)?.startsWith('one_')) return { ok: false, reason: 'stands-twice' }
    throw error
  }
}
