import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Act, may } from '#app/people/permissions.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { access, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person, publishedPostmortem, team } from '#tests/factories.ts'
import { accessHistory } from './access-history.server.ts'
import { changeState } from './change-state.server.ts'
import { countReaders } from './count-readers.server.ts'
import { duplicatePostmortem } from './duplicate-postmortem.server.ts'
import { findPostmortem } from './find-postmortem.server.ts'
import { findTakeOvers } from './find-take-overs.server.ts'
import { giveAccess } from './give-access.server.ts'
import { handOver, takeOver } from './hand-over.server.ts'
import { inviteByEmail } from './invite-by-email.server.ts'
import { listAccess } from './list-access.server.ts'
import { publishPostmortem } from './publish-postmortem.server.ts'
import { revokeAccess } from './revoke-access.server.ts'
import { setVisibility } from './set-visibility.server.ts'
import { emptyOldTrash, restorePostmortem, trashPostmortem } from './trash-postmortem.server.ts'

const acts: Act[] = ['read-draft', 'read-published', 'comment', 'edit', 'see-access', 'share', 'publish', 'manage']
async function actsOf(db: Database, viewer: Viewer, id: string): Promise<string> {
  const standing = await standingOf(db, viewer, id)
  return acts.filter((act) => may(viewer, act, standing!)).join(' ')
}
const everything = acts.join(' ')

describe('who may do what', () => {
  test('with a draft, whoever is invited, by their role; an admin and a colleague nothing', async ({ db }) => {
    const payments = await team(db)
    const [owner, admin, colleague] = [await person(db), await person(db, { role: 'admin' }), await person(db)]
    const member = await person(db, { teamIds: [payments.id] })
    const { id, reference } = await draftOf(db, owner, { facts: { teamIds: [payments.id] } })
    await setVisibility(db, owner, id, { visibility: 'members', restricted: false })

    expect(await actsOf(db, owner, id)).toBe(everything)
    for (const stranger of [admin, colleague, member]) {
      expect(await actsOf(db, stranger, id)).toBe('')
      expect(await findPostmortem(db, stranger, reference)).toBeNull()
    }
    const expected = {
      reader: 'read-draft read-published see-access',
      commenter: 'read-draft read-published comment see-access',
      editor: 'read-draft read-published comment edit see-access share publish',
    } as const
    for (const role of ['reader', 'commenter', 'editor'] as const) {
      await giveAccess(db, owner, id, { kind: 'person', id: colleague.id, role, because: '' })
      await giveAccess(db, owner, id, { kind: 'team', id: payments.id, role, because: '' })
      expect(await actsOf(db, colleague, id)).toBe(expected[role])
      expect(await actsOf(db, member, id)).toBe(expected[role])
    }
  })

  test('with a published one, its readers read; restricted, those invited alone', async ({ db }) => {
    const edge = await team(db, 'Edge')
    const [admin, colleague] = [await person(db, { role: 'admin' }), await person(db)]
    const member = await person(db, { teamIds: [edge.id] })
    const { id, author } = await publishedPostmortem(db, { visibility: 'invited', facts: { teamIds: [edge.id] } })
    const reads = async () => [
      await actsOf(db, colleague, id),
      await actsOf(db, member, id),
      await actsOf(db, admin, id),
    ]
    expect(await reads()).toEqual(['', '', ''])
    await setVisibility(db, author, id, { visibility: 'teams', restricted: false })
    expect(await reads()).toEqual(['', 'read-published', ''])
    await setVisibility(db, author, id, { visibility: 'members', restricted: false })
    expect(await reads()).toEqual(['read-published', 'read-published', 'read-published'])
    await setVisibility(db, author, id, { visibility: 'members', restricted: true })
    expect(await reads()).toEqual(['', '', ''])
    expect(await actsOf(db, author, id)).toBe(everything)
  })

  test('archived, it is still read; unpublished or in the trash, it is not', async ({ db }) => {
    const colleague = await person(db)
    const { id, author } = await publishedPostmortem(db)
    await changeState(db, author, id, 'archive')
    expect(await actsOf(db, colleague, id)).toBe('read-published')
    await changeState(db, author, id, 'unarchive')
    await trashPostmortem(db, author, id)
    expect(await actsOf(db, colleague, id)).toBe('')
    await restorePostmortem(db, author, id)
    expect(await actsOf(db, colleague, id)).toBe('read-published')
    await changeState(db, author, id, 'unpublish', 'A number was not right.')
    expect(await actsOf(db, colleague, id)).toBe('')
  })

  test('acts are refused to those they are not for, and a draft that is not seen does not exist', async ({ db }) => {
    const [owner, reader, stranger] = [await person(db), await person(db), await person(db, { role: 'admin' })]
    const { id } = await draftOf(db, owner, { document: completeDocument() })
    await giveAccess(db, owner, id, { kind: 'person', id: reader.id, role: 'reader', because: 'Was on call' })
    const tried = (who: Viewer) =>
      Promise.all([
        publishPostmortem(db, who, id, {}),
        trashPostmortem(db, who, id),
        changeState(db, who, id, 'archive'),
        handOver(db, who, id, who.id),
        setVisibility(db, who, id, { visibility: 'members', restricted: false }),
        giveAccess(db, who, id, { kind: 'person', id: who.id, role: 'editor', because: '' }),
        revokeAccess(db, who, id, { kind: 'person', id: owner.id }),
      ])
    for (const outcome of await tried(reader)) expect(outcome).toEqual({ ok: false, reason: 'not-allowed' })
    for (const outcome of await tried(stranger)) expect(outcome).toEqual({ ok: false, reason: 'no-such-postmortem' })
    expect(await duplicatePostmortem(db, stranger, id)).toEqual({ ok: false, reason: 'no-such-postmortem' })
  })
})

test('the panel says who, as what, why and since when, and what was done', async ({ db }) => {
  const edge = await team(db, 'Edge')
  const [owner, colleague] = [await person(db), await person(db, { name: 'Mara Lind', teamIds: [edge.id] })]
  const { id } = await draftOf(db, owner)
  await giveAccess(db, owner, id, { kind: 'team', id: edge.id, role: 'commenter', because: 'Owns the proxy' })
  await giveAccess(db, owner, id, { kind: 'person', id: colleague.id, role: 'editor', because: 'Was there' })

  const given = await listAccess(db, id)
  expect(given.map(({ name, role, because, givenBy, members }) => ({ name, role, because, givenBy, members }))).toEqual(
    [
      { name: 'Ines Okafor', role: 'owner', because: 'Started it', givenBy: 'Ines Okafor', members: null },
      { name: 'Mara Lind', role: 'editor', because: 'Was there', givenBy: 'Ines Okafor', members: null },
      { name: 'Edge', role: 'commenter', because: 'Owns the proxy', givenBy: 'Ines Okafor', members: 1 },
    ],
  )
  await revokeAccess(db, owner, id, { kind: 'person', id: colleague.id })
  expect((await accessHistory(db, id)).map((event) => [event.kind, event.whom])).toEqual([
    ['access-revoked', 'Mara Lind'],
    ['access-given', 'Mara Lind'],
    ['access-given', 'Edge'],
  ])
})

test('an address with an account gets access at once, a new one a link that is listed with its reason', async ({
  db,
}) => {
  const [owner, known] = [await person(db), await person(db, { email: 'mara@skerry.example', name: 'Mara Lind' })]
  const { id } = await draftOf(db, owner)
  const invite = (email: string) => inviteByEmail(db, owner, id, { email, role: 'reader', because: 'Was there' })
  expect(await invite('Mara@Skerry.example')).toEqual({ ok: true, name: 'Mara Lind' })
  expect(await actsOf(db, known, id)).toContain('read-draft')
  expect(await invite('new@skerry.example')).toMatchObject({ ok: true, token: expect.any(String) })
  expect((await listAccess(db, id)).at(-1)).toMatchObject({
    kind: 'link',
    name: 'new@skerry.example',
    because: 'Was there',
  })
  const later = new Date(Date.now() + 8 * 86_400_000)
  expect((await listAccess(db, id, later)).map((row) => row.kind)).toEqual(['person', 'person'])
})

test('anyone may give up their own access, except the owner, who hands it over first', async ({ db }) => {
  const [owner, reader] = [await person(db), await person(db)]
  const { id } = await draftOf(db, owner)
  await giveAccess(db, owner, id, { kind: 'person', id: reader.id, role: 'reader', because: '' })
  expect(await revokeAccess(db, owner, id, { kind: 'person', id: owner.id })).toEqual({ ok: false, reason: 'is-owner' })
  expect(await handOver(db, owner, id, reader.id)).toMatchObject({ ok: true })
  expect(await actsOf(db, reader, id)).toBe(everything)
  expect(await revokeAccess(db, owner, id, { kind: 'person', id: owner.id })).toMatchObject({ ok: true })
  expect(await actsOf(db, owner, id)).toBe('')
})

test('an admin who takes a draft over gives a reason that everyone invited reads', async ({ db }) => {
  const [owner, admin, member] = [await person(db), await person(db, { role: 'admin' }), await person(db)]
  const { id } = await draftOf(db, owner)
  expect(await takeOver(db, member, id, 'I want to')).toEqual({ ok: false, reason: 'no-such-postmortem' })
  expect(await takeOver(db, admin, id, ' ')).toEqual({ ok: false, reason: 'no-reason' })
  expect(await takeOver(db, admin, id, 'Its owner has moved on')).toEqual({ ok: true })

  expect(await actsOf(db, admin, id)).toBe(everything)
  expect(await db.select({ ownerId: postmortems.ownerId }).from(postmortems)).toEqual([{ ownerId: admin.id }])
  const [event] = await accessHistory(db, id)
  expect(event).toMatchObject({ kind: 'taken-over', because: 'Its owner has moved on' })
  expect(await db.$count(access, eq(access.role, 'owner'))).toBe(1)
  const told = (who: Viewer) => findTakeOvers(db, who, new Date())
  expect(await told(owner)).toMatchObject([{ reference: 'PM-1', because: 'Its owner has moved on' }])
  expect([await told(admin), await told(member)]).toEqual([[], []])
  expect(await actsOf(db, owner, id)).toContain('edit')
})

test('how many can read it counts everyone once, and nobody who is suspended', async ({ db }) => {
  const edge = await team(db, 'Edge')
  const owner = await person(db, { teamIds: [edge.id] })
  const [one, two] = [await person(db, { teamIds: [edge.id] }), await person(db)]
  await person(db)
  const { id } = await draftOf(db, owner, { facts: { teamIds: [edge.id] } })
  await giveAccess(db, owner, id, { kind: 'person', id: two.id, role: 'reader', because: '' })
  await giveAccess(db, owner, id, { kind: 'person', id: one.id, role: 'reader', because: '' })
  const counts = (restricted: boolean) =>
    Promise.all(
      (['invited', 'teams', 'members'] as const).map((visibility) => countReaders(db, id, { visibility, restricted })),
    )
  expect(await counts(false)).toEqual([3, 3, 4])
  expect(await counts(true)).toEqual([3, 3, 3])
  expect(await db.$count(postmortemTeams)).toBe(1)
})

test('rows of the library follow the visibility at once', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db)
  await setVisibility(db, author, id, { visibility: 'invited', restricted: true })
  expect(
    await db
      .selectDistinct({ visibility: libraryRows.visibility, restricted: libraryRows.restricted })
      .from(libraryRows),
  ).toEqual([{ visibility: 'invited', restricted: true }])
})

test('a duplicate is the viewer’s alone, and its text has ids of its own', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db)
  const editor = await person(db)
  await giveAccess(db, author, id, { kind: 'person', id: editor.id, role: 'reader', because: '' })
  const copy = await duplicatePostmortem(db, editor, id)
  expect(copy).toMatchObject({ ok: true, reference: 'PM-2' })
  const copyId = copy.ok ? copy.id : ''
  expect((await listAccess(db, copyId)).map(({ id: who, role }) => ({ who, role }))).toEqual([
    { who: editor.id, role: 'owner' },
  ])
  expect(await findPostmortem(db, editor, copyId)).toMatchObject({
    state: 'draft',
    title: 'Copy of Cards declined after a certificate rotation',
    publishedVersionId: null,
    visibility: 'members',
  })
  const ids = await db.selectDistinct({ of: libraryRows.postmortemId, itemId: libraryRows.itemId }).from(libraryRows)
  const original = new Set(ids.filter((row) => row.of === id).map((row) => row.itemId))
  expect(ids.filter((row) => row.of === copyId && original.has(row.itemId))).toEqual([])
})

test('what is in the trash comes back as it was, and is gone for good after thirty days', async ({ db }) => {
  const owner = await person(db)
  const { id, reference } = await draftOf(db, owner)
  await trashPostmortem(db, owner, id)
  expect(await trashPostmortem(db, owner, id)).toEqual({ ok: false, reason: 'not-now' })
  expect(await findPostmortem(db, owner, reference)).toMatchObject({ state: 'draft' })
  expect(await publishPostmortem(db, owner, id, {})).toEqual({ ok: false, reason: 'not-now' })

  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
  expect(await emptyOldTrash(db, inDays(29))).toBe(0)
  expect(await restorePostmortem(db, owner, id)).toEqual({ ok: true })
  expect(await emptyOldTrash(db, inDays(31))).toBe(0)
  await trashPostmortem(db, owner, id)
  expect(await emptyOldTrash(db, inDays(31))).toBe(1)
  expect(await findPostmortem(db, owner, reference)).toBeNull()
  expect(await db.$count(access)).toBe(0)
})

test('not required says why, and a draft comes back from it', async ({ db }) => {
  const owner = await person(db)
  const { id } = await draftOf(db, owner)
  expect(await changeState(db, owner, id, 'mark-not-required', '')).toEqual({ ok: false, reason: 'no-reason' })
  expect(await changeState(db, owner, id, 'mark-not-required', 'Covered by PM-3')).toEqual({ ok: true })
  expect(await publishPostmortem(db, owner, id, {})).toEqual({ ok: false, reason: 'not-now' })
  expect(await changeState(db, owner, id, 'archive')).toEqual({ ok: true })
  expect(await changeState(db, owner, id, 'unarchive')).toEqual({ ok: true })
  expect(await findPostmortem(db, owner, id)).toMatchObject({ state: 'not_required' })
  expect(await changeState(db, owner, id, 'mark-required')).toEqual({ ok: true })
  expect(await findPostmortem(db, owner, id)).toMatchObject({ state: 'draft', notRequiredBecause: null })
})
