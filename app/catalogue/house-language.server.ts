import { asc } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { houseWords, organisation, ruleLevels } from '#db/schema/organisation.ts'
import type { HouseWords, RuleLevels } from './house-words.ts'

export interface HouseLanguage {
  words: HouseWords
  levels: RuleLevels
  /** Goes up with every change of the one or the other; a form is taken while it is the one it was opened with. */
  revisions: { words: number; levels: number }
}

/** An organisation's own words and the levels it gave to rules, as the settings show them. */
export async function readHouseLanguage(db: Database): Promise<HouseLanguage> {
  const [found] = await db
    .select({ words: organisation.wordsRevision, levels: organisation.levelsRevision })
    .from(organisation)
  const { list, word, position } = houseWords
  const rows = await db.select({ list, word }).from(houseWords).orderBy(asc(position))
  const wordsOf = (wanted: keyof HouseWords) => rows.filter((row) => row.list === wanted).map((row) => row.word)
  const levels = await db.select().from(ruleLevels)
  return {
    words: {
      roles: wordsOf('roles'),
      systems: wordsOf('systems'),
      twoFaced: wordsOf('twoFaced'),
      allowed: wordsOf('allowed'),
    },
    levels: Object.fromEntries(levels.map((row) => [row.ruleId, row.level])),
    revisions: found ?? { words: 0, levels: 0 },
  }
}
