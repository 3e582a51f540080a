import { asc, eq } from 'drizzle-orm'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { writeHouseWords, writeRuleLevels } from '#app/catalogue/change-house-language.server.ts'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import type { KeptSentence } from '#app/document/kept-sentences.ts'
import { keptOf } from '#app/document/shared-document.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { notesByRule } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { documentWith, item } from '#tests/documents.ts'
import { draftOf, person } from '#tests/factories.ts'
import { answersByRule } from './answers-by-rule.server.ts'
import { appendUpdate } from './append-update.server.ts'
import { checkDraft } from './check-draft.server.ts'
import { readShared } from './read-shared.server.ts'
import { rebuildRows } from './rebuild-rows.server.ts'
import { recountNotes } from './recount-notes.server.ts'
import { trashPostmortem } from './trash-postmortem.server.ts'

const sentence = 'The shift planner failed to publish the rota.'

/** A draft with one note of `omission-verb`, and sentences that were kept as `answers` say. */
async function draftWith(db: Database, author: Viewer, answers: Partial<KeptSentence>[] = []) {
  const document = documentWith({ 'allowed-it': [item('cause', sentence, { id: 'cause1' })] })
  const draft = await draftOf(db, author, { document })
  const { shared } = await readShared(db, draft.id)
  const before = Y.encodeStateVector(shared)
  for (const [place, answer] of answers.entries())
    keptOf(shared).set(`key${place}`, { ruleId: 'omission-verb', reason: '', ...answer } as KeptSentence)
  await appendUpdate(db, draft.id, Y.encodeStateAsUpdate(shared, before))
  await rebuildRows(db, draft.id)
  return draft
}

const notUseful = { answer: 'not-useful' } as const
const kept = { answer: 'kept', reason: 'their own words' } as const
const noteCountOf = async (db: Database, id: string) =>
  (await db.select({ count: postmortems.noteCount }).from(postmortems).where(eq(postmortems.id, id)))[0]!.count

test('answers to notes are counted by rule, in old and new documents, and by nothing else', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const older = { answer: undefined, reason: 'not useful here' }
  const unknown = { ...notUseful, ruleId: 'no-such-rule' }
  await draftWith(db, admin, [kept, notUseful, older, unknown])
  await draftWith(db, await person(db), [notUseful])
  expect(await answersByRule(db, admin)).toEqual([
    { ruleId: 'omission-verb', isOftenNotUseful: false, counts: { standing: 2, kept: 1, notUseful: 3 } },
  ])
  expect(Object.keys((await db.select().from(notesByRule))[0]!)).toEqual([
    'postmortemId',
    'ruleId',
    'standing',
    'kept',
    'notUseful',
  ])
})

test('a rule is often called not useful when several post-mortems say so as often as not', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const often = async () => (await answersByRule(db, admin))[0]!.isOftenNotUseful
  await draftWith(db, admin, Array(6).fill(notUseful))
  expect(await often()).toBe(false)
  const second = await draftWith(db, admin, [notUseful])
  expect(await often()).toBe(true)
  await draftWith(db, admin, Array(5).fill(kept))
  expect(await often()).toBe(false)
  expect(await trashPostmortem(db, admin, second.id)).toEqual({ ok: true })
  expect(await answersByRule(db, admin)).toMatchObject([{ counts: { standing: 2, kept: 5, notUseful: 6 } }])
})

test('members see that a rule is often called not useful, and no numbers', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  for (let drafts = 0; drafts < 2; drafts++) await draftWith(db, admin, Array(3).fill(notUseful))
  expect(await answersByRule(db, await person(db))).toEqual([
    { ruleId: 'omission-verb', isOftenNotUseful: true, counts: null },
  ])
})

test('a post-mortem that is deleted takes its counts along, and lost counts come back with a rebuild', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  const first = await draftWith(db, admin, [kept, notUseful])
  const second = await draftWith(db, admin, [notUseful])
  const rows = () => db.select().from(notesByRule).orderBy(asc(notesByRule.postmortemId), asc(notesByRule.ruleId))
  const before = await rows()
  await db.delete(notesByRule)
  for (const { id } of [first, second]) await rebuildRows(db, id)
  expect(await rows()).toEqual(before)
  await db.delete(postmortems).where(eq(postmortems.id, first.id))
  expect((await rows()).map(({ postmortemId }) => postmortemId)).toEqual([second.id])
})

test('a house word and a rule that is off count in lists, in the publish check and in the settings', async ({ db }) => {
  await foundOrganisation(db, { name: 'Skerry Line' })
  const admin = await person(db, { role: 'admin' })
  const draft = await draftWith(db, admin)
  const seen = async () => {
    const { shared } = await readShared(db, draft.id)
    const points = (await checkDraft(db, draft.id, shared)).points.filter(({ key }) => key === 'notes').length
    const standing = (await answersByRule(db, admin)).reduce((sum, { counts }) => sum + counts!.standing, 0)
    return { list: await noteCountOf(db, draft.id), points, standing }
  }
  expect(await seen()).toEqual({ list: 1, points: 1, standing: 1 })

  const none = { roles: [], systems: [], twoFaced: [], allowed: [] }
  await writeHouseWords(db, admin, { words: { ...none, systems: ['shift planner'] }, revision: 0 })
  expect(await recountNotes(db)).toEqual([])
  expect(await seen()).toEqual({ list: 0, points: 0, standing: 0 })

  await writeHouseWords(db, admin, { words: none, revision: 1 })
  await writeRuleLevels(db, admin, { levels: { 'omission-verb': 'info' }, revision: 0 })
  await recountNotes(db)
  expect(await seen()).toEqual({ list: 0, points: 0, standing: 1 })

  await writeRuleLevels(db, admin, { levels: { 'omission-verb': 'off' }, revision: 1 })
  await recountNotes(db)
  expect(await seen()).toEqual({ list: 0, points: 0, standing: 0 })
})

test('counting anew is no edit, and one that cannot be read stays as it is and is named', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const damaged = await draftWith(db, admin)
  const sound = await draftWith(db, admin)
  const editedAt = () => db.select({ at: postmortems.editedAt }).from(postmortems).orderBy(postmortems.number)
  const before = await editedAt()
  await db.update(postmortems).set({ noteCount: 9 })
  await appendUpdate(db, damaged.id, new Uint8Array([1, 2, 3]))
  expect(await recountNotes(db)).toEqual([damaged.reference])
  expect(await noteCountOf(db, damaged.id)).toBe(9)
  expect(await noteCountOf(db, sound.id)).toBe(1)
  expect(await editedAt()).toEqual(before)
})
