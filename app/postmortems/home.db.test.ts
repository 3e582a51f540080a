import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { mergeEntries } from '#app/catalogue/merge-entries.server.ts'
import { changeProgress } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person, publishedPostmortem, team } from '#tests/factories.ts'
import { findDrafts } from './find-drafts.server.ts'
import { findDueChanges } from './find-due-changes.server.ts'
import { findLessonToReread } from './find-lesson-to-reread.server.ts'
import { findRecent } from './find-recent.server.ts'
import { giveAccess } from './give-access.server.ts'

test('drafts to go on with are those one writes, not those one was asked to read', async ({ db }) => {
  const [me, other] = [await person(db), await person(db)]
  await draftOf(db, me, { title: 'Mine', document: completeDocument() })
  for (const [title, role] of [
    ['I edit', 'editor'],
    ['I read', 'reader'],
  ] as const) {
    const { id } = await draftOf(db, other, { title })
    await giveAccess(db, other, id, { kind: 'person', id: me.id, role, because: '' })
  }
  await publishedPostmortem(db, { author: me })
  const { drafts, total } = await findDrafts(db, me, 5)
  expect(total).toBe(2)
  expect(drafts.map((draft) => draft.title)).toEqual(['I edit', 'Mine'])
  expect(drafts[1]!.progress.filter((progress) => progress !== 'empty')).toHaveLength(6)
})

test('open changes are shown to the team that owns them, also by another name, until they are done', async ({ db }) => {
  const payments = await team(db)
  const member = await person(db, { teamIds: [payments.id] })
  const document = completeDocument()
  const change = document.content.find((section) => section.attrs.key === 'changing')!.content![0]!
  change.attrs = { ...change.attrs, teamId: payments.id }
  const { author } = await publishedPostmortem(db, { document })
  expect(await findDueChanges(db, author, 5)).toEqual([])
  expect(await findDueChanges(db, member, 5)).toMatchObject([
    { reference: 'PM-1', team: 'Payments', strength: 'stronger', dueOn: null },
  ])

  const edge = await team(db, 'Edge')
  const admin = await person(db, { role: 'admin' })
  expect(await mergeEntries(db, admin, 'team', { fromId: payments.id, intoId: edge.id })).toEqual({ ok: true })
  const merged = { ...member, teamIds: [edge.id] }
  expect(await findDueChanges(db, merged, 5)).toMatchObject([{ team: 'Edge' }])
  await db.update(changeProgress).set({ state: 'done' }).where(eq(changeProgress.itemId, 'change1'))
  expect(await findDueChanges(db, merged, 5)).toEqual([])
})

test('a lesson from this week of an earlier year is shown again, else one of all of them', async ({ db }) => {
  const reader = await person(db)
  expect(await findLessonToReread(db, reader, new Date())).toBeNull()
  await publishedPostmortem(db)
  await publishedPostmortem(db, { restricted: true })
  const lesson = { reference: 'PM-1', text: 'Check a certificate in the reader’s store, not the writer’s.' }
  expect(await findLessonToReread(db, reader, new Date('2027-11-14T09:00:00Z'))).toMatchObject({
    ...lesson,
    yearsAgo: 1,
  })
  expect(await findLessonToReread(db, reader, new Date('2027-06-01T09:00:00Z'))).toMatchObject({
    ...lesson,
    yearsAgo: null,
  })
  expect(await findLessonToReread(db, reader, new Date('2026-11-12T09:00:00Z'))).toMatchObject({ yearsAgo: null })
})

test('what was published lately is shown to whom it was published for', async ({ db }) => {
  const reader = await person(db)
  await publishedPostmortem(db, { title: 'Older', now: new Date('2026-11-01T10:00:00Z') })
  await publishedPostmortem(db, { title: 'Newer', now: new Date('2026-11-10T10:00:00Z') })
  await publishedPostmortem(db, { title: 'For those invited', visibility: 'invited' })
  expect((await findRecent(db, reader, 5)).map((row) => row.title)).toEqual(['Newer', 'Older'])
})
