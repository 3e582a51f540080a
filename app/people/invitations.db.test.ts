import { and, eq, sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { teamMembers } from '#db/schema/organisation.ts'
import { invitations, people } from '#db/schema/people.ts'
import { access, events } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, team } from '#tests/factories.ts'
import { acceptInvitation } from './accept-invitation.server.ts'
import { createInvitation, findInvitation, openInvitations, revokeInvitation } from './invitations.server.ts'
import { changeRole, suspendPerson } from './manage-person.server.ts'

const mirko = { name: 'Mirko Lund', email: 'Mirko@skerry.example', password: 'five boats in the bay' }

test('an invitation lets one person in, with its role and its team, and then no other', async ({ db }) => {
  const admin = await person(db, { role: 'admin', name: 'Ines Okafor' })
  const platform = await team(db, 'Platform')
  const made = await createInvitation(db, admin, { email: mirko.email, role: 'admin', teamId: platform.id })
  const token = made.ok ? made.token : ''

  expect(await findInvitation(db, token)).toMatchObject({ email: 'mirko@skerry.example', invitedBy: 'Ines Okafor' })
  const joined = await acceptInvitation(db, token, mirko)
  const second = await acceptInvitation(db, token, { ...mirko, email: 'other@skerry.example' })

  expect(joined).toMatchObject({ ok: true, postmortemNumber: null })
  expect(second).toEqual({ ok: false, reason: 'link-not-open' })
  const [row] = await db.select().from(people).where(eq(people.email, 'mirko@skerry.example'))
  expect(row).toMatchObject({ name: 'Mirko Lund', role: 'admin' })
  expect(await db.$count(teamMembers)).toBe(1)
  expect(await openInvitations(db, admin)).toEqual([])
})

test('two people who use one link at the same moment: one comes in', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const made = await createInvitation(db, admin, {})
  const token = made.ok ? made.token : ''
  const both = await Promise.all([
    acceptInvitation(db, token, mirko),
    acceptInvitation(db, token, { ...mirko, email: 'other@skerry.example' }),
  ])
  expect(both.filter((outcome) => outcome.ok)).toHaveLength(1)
})

test('the token stands in no row', async ({ db }) => {
  const made = await createInvitation(db, await person(db, { role: 'admin' }), {})
  const token = made.ok ? made.token : ''
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(JSON.stringify(await db.select().from(invitations))).not.toContain(token)
})

test('a link that is over, taken back or made up opens nothing', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const over = await createInvitation(db, admin, {})
  await db.update(invitations).set({ expiresAt: sql`now() - interval '1 second'` })
  const back = await createInvitation(db, admin, {})
  expect(await revokeInvitation(db, admin, back.ok ? back.id : '')).toEqual({ ok: true })

  for (const token of [over.ok && over.token, back.ok && back.token, 'made-up', '']) {
    expect(await findInvitation(db, token || '')).toBeNull()
    expect(await acceptInvitation(db, token || '', mirko)).toEqual({ ok: false, reason: 'link-not-open' })
  }
  expect(await db.$count(people)).toBe(1)
})

test('invitations of someone who is suspended open nothing', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const other = await person(db, { role: 'admin' })
  const made = await createInvitation(db, other, {})
  await suspendPerson(db, admin, other.id)
  expect(await findInvitation(db, made.ok ? made.token : '')).toBeNull()
})

test('invitations of someone who is no admin any more, or may no longer share, open nothing', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const other = await person(db, { role: 'admin' })
  const toAll = await createInvitation(db, other, { role: 'admin' })
  const draft = await draftOf(db, admin)
  await db.insert(access).values({ postmortemId: draft.id, subjectKind: 'person', subjectId: other.id, role: 'editor' })
  const toOne = await createInvitation(db, other, { postmortemId: draft.id })

  await changeRole(db, admin, other.id, 'member')
  expect(await acceptInvitation(db, toAll.ok ? toAll.token : '', mirko)).toEqual({ ok: false, reason: 'link-not-open' })
  expect(await findInvitation(db, toOne.ok ? toOne.token : '')).toMatchObject({ forPostmortem: true })

  await db.delete(access).where(eq(access.subjectId, other.id))
  expect(await findInvitation(db, toOne.ok ? toOne.token : '')).toBeNull()
  expect(await acceptInvitation(db, toOne.ok ? toOne.token : '', mirko)).toEqual({ ok: false, reason: 'link-not-open' })
})

test('whoever comes into a team by a link is told of where the team was invited, an admin with their own link too', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  const platform = await team(db, 'Platform')
  const draft = await draftOf(db, await person(db))
  await db
    .insert(access)
    .values({ postmortemId: draft.id, subjectKind: 'team', subjectId: platform.id, role: 'reader' })
  const made = await createInvitation(db, admin, { teamId: platform.id })

  await acceptInvitation(db, made.ok ? made.token : '', admin)

  const [event] = await db.select().from(events).where(eq(events.kind, 'access-given'))
  expect(event).toMatchObject({ postmortemId: draft.id, data: { subjectKind: 'person', subjectId: admin.id } })
})

test('an address that has an account keeps the invitation for whoever signs in', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const here = await person(db, { email: 'mirko@skerry.example' })
  const made = await createInvitation(db, admin, { role: 'admin' })
  const token = made.ok ? made.token : ''

  expect(await acceptInvitation(db, token, mirko)).toEqual({ ok: false, reason: 'email-taken' })
  expect(await acceptInvitation(db, token, here)).toMatchObject({ ok: true, personId: here.id })

  const [row] = await db.select({ role: people.role }).from(people).where(eq(people.id, here.id))
  expect(row!.role).toBe('admin')
})

test('a member invites nobody to the organisation, and no admin', async ({ db }) => {
  const member = await person(db)
  const draft = await draftOf(db, member)
  const refused = { ok: false, reason: 'not-allowed' }
  expect(await createInvitation(db, member, {})).toEqual(refused)
  expect(await createInvitation(db, member, { role: 'admin', postmortemId: draft.id })).toEqual(refused)
  expect(await openInvitations(db, member)).toEqual([])
})

test('whoever may share a post-mortem makes a link to it; it stands in the panel until it is used', async ({ db }) => {
  const owner = await person(db)
  const draft = await draftOf(db, owner)
  const made = await createInvitation(db, owner, { postmortemId: draft.id, postmortemRole: 'commenter' })
  const link = and(eq(access.subjectKind, 'link'), eq(access.role, 'commenter'))
  expect(await db.$count(access, link)).toBe(1)

  const joined = await acceptInvitation(db, made.ok ? made.token : '', mirko)

  expect(joined).toMatchObject({ ok: true, postmortemNumber: draft.number })
  expect(await db.$count(access, link)).toBe(0)
  const newcomer = and(eq(access.subjectId, joined.ok ? joined.personId : ''), eq(access.role, 'commenter'))
  expect(await db.$count(access, newcomer)).toBe(1)
  expect(await db.$count(events, eq(events.kind, 'access-given'))).toBe(1)
})

test('an admin who is not invited makes no link to a draft', async ({ db }) => {
  const draft = await draftOf(db, await person(db))
  const admin = await person(db, { role: 'admin' })
  expect(await createInvitation(db, admin, { postmortemId: draft.id })).toEqual({ ok: false, reason: 'not-allowed' })
  expect(await db.$count(invitations)).toBe(0)
})

test('a link never takes away: an editor who opens a reader’s link stays an editor', async ({ db }) => {
  const owner = await person(db)
  const draft = await draftOf(db, owner)
  const made = await createInvitation(db, owner, { postmortemId: draft.id, postmortemRole: 'reader' })
  await acceptInvitation(db, made.ok ? made.token : '', owner)
  expect(await db.$count(access, and(eq(access.subjectId, owner.id), eq(access.role, 'owner')))).toBe(1)
})

test('a link to a post-mortem is taken back by whoever may share it, and by no other admin', async ({ db }) => {
  const owner = await person(db)
  const draft = await draftOf(db, owner)
  const made = await createInvitation(db, owner, { postmortemId: draft.id })
  const id = made.ok ? made.id : ''
  const admin = await person(db, { role: 'admin' })

  expect(await revokeInvitation(db, admin, id)).toEqual({ ok: false, reason: 'no-such-invitation' })
  expect(await revokeInvitation(db, owner, id)).toEqual({ ok: true })
  expect(await db.$count(access, eq(access.subjectKind, 'link'))).toBe(0)
})
