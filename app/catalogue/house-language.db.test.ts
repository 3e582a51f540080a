import { expect } from 'vitest'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import type { Database } from '#db/client.ts'
import { houseWords, ruleLevels } from '#db/schema/organisation.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import { test } from '#tests/database.ts'
import { person, service, team } from '#tests/factories.ts'
import { writeHouseWords, writeRuleLevels } from './change-house-language.server.ts'
import { readHouseLanguage } from './house-language.server.ts'
import { languageContext } from './language-context.server.ts'

const none = { roles: [], systems: [], twoFaced: [], allowed: [] }

async function adminOf(db: Database) {
  await foundOrganisation(db, { name: 'Skerry Line' })
  return person(db, { role: 'admin', name: 'Pia Andersen' })
}

test('house words keep the order they were typed in, and replace those before', async ({ db }) => {
  const admin = await adminOf(db)
  const words = { ...none, roles: ['purser', 'Bosun', 'mate'], allowed: ['man overboard'] }
  expect(await writeHouseWords(db, admin, { words, revision: 0 })).toEqual({ ok: true })
  expect(await readHouseLanguage(db)).toEqual({ words, levels: {}, revisions: { words: 1, levels: 0 } })

  const next = { ...none, roles: ['mate'], twoFaced: ['purser'] }
  expect(await writeHouseWords(db, admin, { words: next, revision: 1 })).toEqual({ ok: true })
  expect((await readHouseLanguage(db)).words).toEqual(next)
})

test('a rule without a level has its own again', async ({ db }) => {
  const admin = await adminOf(db)
  await writeRuleLevels(db, admin, { levels: { minimiser: 'off', 'omission-verb': 'hint' }, revision: 0 })
  await writeRuleLevels(db, admin, { levels: { minimiser: 'info' }, revision: 1 })
  expect((await readHouseLanguage(db)).levels).toEqual({ minimiser: 'info' })
})

test('of two who changed the words from the same page, the second is told', async ({ db }) => {
  const admin = await adminOf(db)
  const changes = [['purser'], ['bosun']].map((roles) =>
    writeHouseWords(db, admin, { words: { ...none, roles }, revision: 0 }),
  )
  const outcomes = await Promise.all(changes)
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-meanwhile' })
  expect((await readHouseLanguage(db)).words.roles).toHaveLength(1)
})

test('members read the words and levels and change none', async ({ db }) => {
  await adminOf(db)
  const member = await person(db)
  const refused = { ok: false, reason: 'not-allowed' }
  expect(await writeHouseWords(db, member, { words: none, revision: 0 })).toEqual(refused)
  expect(await writeRuleLevels(db, member, { levels: { minimiser: 'off' }, revision: 0 })).toEqual(refused)
})

test('the database refuses what no form lets through', async ({ db }) => {
  const admin = await adminOf(db)
  const constraintOf = (asked: Promise<unknown>) =>
    asked.then(
      () => null,
      (error) => violatedConstraint(error),
    )
  const word = { list: 'roles' as const, position: 0, word: 'purser' }
  await db.insert(houseWords).values(word)
  const more = [
    [{ ...word, position: 1, word: 'PURSER' }, 'one_house_word_per_list'],
    [{ ...word, list: 'systems' as const, word: 'Purser' }, 'one_list_per_house_word'],
    [{ ...word, position: 200, word: 'mate' }, 'house_words_count'],
    [{ ...word, position: 1, word: 'x' }, 'house_words_length'],
    [{ ...word, position: 1, word: 'x'.repeat(81) }, 'house_words_length'],
    [{ ...word, list: 'names' as 'roles', word: 'mate' }, 'house_words_list'],
  ] as const
  for (const [row, constraint] of more) expect(await constraintOf(db.insert(houseWords).values(row))).toBe(constraint)
  expect(await constraintOf(db.insert(houseWords).values({ ...word, list: 'allowed' }))).toBeNull()
  for (const [row, constraint] of [
    [{ ruleId: 'minimiser', level: 'loud' as 'off' }, 'rule_levels_level'],
    [{ ruleId: 'Not a rule', level: 'off' }, 'rule_levels_rule'],
  ] as const) {
    expect(await constraintOf(db.insert(ruleLevels).values(row))).toBe(constraint)
  }
  const twice = { ...none, roles: ['mate', 'Mate'] }
  expect(await writeHouseWords(db, admin, { words: twice, revision: 0 })).toEqual({ ok: false, reason: 'stands-twice' })
  expect((await readHouseLanguage(db)).revisions).toEqual({ words: 0, levels: 0 })
})

test('the linter knows people, teams, services and house words, also those that are retired', async ({ db }) => {
  const admin = await adminOf(db)
  await person(db, { name: 'Ines Okafor' })
  await team(db, 'Harbour office')
  await service(db, 'Card gateway')
  const words = { roles: ['purser'], systems: ['Shift planner'], twoFaced: ['pilot'], allowed: ['man overboard'] }
  await writeHouseWords(db, admin, { words, revision: 0 })
  await writeRuleLevels(db, admin, { levels: { minimiser: 'off' }, revision: 0 })
  expect(await languageContext(db)).toEqual({
    people: ['Ines Okafor', 'Pia Andersen'],
    teams: ['Harbour office'],
    roles: ['purser'],
    systems: ['Card gateway', 'Shift planner'],
    twoFaced: ['pilot'],
    allowed: ['man overboard'],
    levels: { minimiser: 'off' },
  })
})
