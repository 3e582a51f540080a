import { and, eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { findTakeOvers } from '#app/postmortems/find-take-overs.server.ts'
import { people, sessions } from '#db/schema/people.ts'
import { access, events, postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, team } from '#tests/factories.ts'
import { findPeople, findPerson, listPeople } from './find-people.server.ts'
import { handOverAuthorship } from './hand-over-authorship.server.ts'
import { changeRole, restorePerson, suspendPerson } from './manage-person.server.ts'
import { may } from './permissions.ts'
import { standingOf } from './standing-of.server.ts'

const notAllowed = { ok: false, reason: 'not-allowed' }
const lastAdmin = { ok: false, reason: 'last-admin' }

describe('the last admin', () => {
  test('cannot be made a member or suspended, not even by themselves', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    expect(await changeRole(db, admin, admin.id, 'member')).toEqual(lastAdmin)
    expect(await suspendPerson(db, admin, admin.id)).toEqual(lastAdmin)
  })

  test('is still the last one beside an admin who is suspended', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const other = await person(db, { role: 'admin' })
    await suspendPerson(db, admin, other.id)
    expect(await changeRole(db, admin, admin.id, 'member')).toEqual(lastAdmin)
  })

  test.for(['member', 'suspended'] as const)(
    'is left when two admins make each other %s at the same moment',
    async (end, { db }) => {
      const one = await person(db, { role: 'admin' })
      const two = await person(db, { role: 'admin' })
      const act =
        end === 'member'
          ? (by: typeof one, whom: typeof one) => changeRole(db, by, whom.id, 'member')
          : (by: typeof one, whom: typeof one) => suspendPerson(db, by, whom.id)

      const outcomes = await Promise.all([act(one, two), act(two, one)])

      expect(outcomes).toContainEqual({ ok: true })
      expect(outcomes).toContainEqual(notAllowed)
      const left = (await db.select().from(people)).filter((row) => row.role === 'admin' && !row.suspendedAt)
      expect(left).toHaveLength(1)
    },
  )
})

test('members manage nobody, whatever they ask for', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const member = await person(db)
  expect(await changeRole(db, member, member.id, 'admin')).toEqual(notAllowed)
  expect(await suspendPerson(db, member, admin.id)).toEqual(notAllowed)
  expect(await restorePerson(db, member, admin.id)).toEqual(notAllowed)
  expect(await listPeople(db, member)).toEqual([])
  expect(await findPerson(db, member, admin.id)).toBeNull()
})

test('an admin’s rights end with their role, also for a page that was open before', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const was = await person(db, { role: 'admin' })
  await changeRole(db, admin, was.id, 'member')
  expect(await suspendPerson(db, was, admin.id)).toEqual(notAllowed)
})

test('suspending ends sessions, and restoring gives back role and rights', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const ines = await person(db, { role: 'admin' })
  await db.insert(sessions).values({ userId: ines.id, token: 'open', expiresAt: new Date(Date.now() + 60_000) })

  expect(await suspendPerson(db, admin, ines.id)).toEqual({ ok: true })
  expect(await db.$count(sessions)).toBe(0)
  expect((await findPeople(db)).map((found) => found.id)).toEqual([admin.id])

  expect(await restorePerson(db, admin, ines.id)).toEqual({ ok: true })
  expect(await findPerson(db, admin, ines.id)).toMatchObject({ role: 'admin', suspended: false })
})

test('who does not exist is told so', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const nobody = { ok: false, reason: 'no-such-person' }
  expect(await changeRole(db, admin, 'nobody', 'admin')).toEqual(nobody)
  expect(await suspendPerson(db, admin, 'nobody')).toEqual(nobody)
  expect(await restorePerson(db, admin, 'nobody')).toEqual(nobody)
})

test('people are listed by alphabet, with the teams they are in', async ({ db }) => {
  const booking = await team(db, 'Booking')
  const platform = await team(db, 'Platform')
  await person(db, { name: 'mirko Lund', teamIds: [platform.id, booking.id] })
  await person(db, { name: 'Zofia Tanaka' })
  await person(db, { name: 'Ines Okafor', teamIds: [platform.id] })

  const listed = await findPeople(db)

  expect(listed.map(({ name, teams }) => ({ name, teams }))).toEqual([
    { name: 'Ines Okafor', teams: ['Platform'] },
    { name: 'mirko Lund', teams: ['Booking', 'Platform'] },
    { name: 'Zofia Tanaka', teams: [] },
  ])
})

describe('handing over authorship', () => {
  test('makes the other the owner, keeps the first as an editor, and everyone invited can see it', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const from = await person(db)
    const to = await person(db)
    const draft = await draftOf(db, from)

    expect(await handOverAuthorship(db, admin, { fromId: from.id, toId: to.id })).toEqual({ ok: true, count: 1 })

    const [row] = await db.select({ ownerId: postmortems.ownerId }).from(postmortems)
    expect(row!.ownerId).toBe(to.id)
    expect((await standingOf(db, to, draft.id))!.role).toBe('owner')
    expect((await standingOf(db, from, draft.id))!.role).toBe('editor')
    const told = and(eq(events.kind, 'handed-over'), eq(events.postmortemId, draft.id), eq(events.personId, admin.id))
    expect(await db.$count(events, told)).toBe(1)
  })

  test('to the admin who does it is a taking over, shown as one', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const from = await person(db)
    const draft = await draftOf(db, from)
    await handOverAuthorship(db, admin, { fromId: from.id, toId: admin.id })
    expect(await findTakeOvers(db, from, new Date())).toMatchObject([{ reference: draft.reference, by: admin.name }])
  })

  test('lets the admin who does it read nothing', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const from = await person(db)
    const draft = await draftOf(db, from)
    await handOverAuthorship(db, admin, { fromId: from.id, toId: (await person(db)).id })
    expect(may(admin, 'read-draft', (await standingOf(db, admin, draft.id))!)).toBe(false)
  })

  test('raises someone who was invited before, and leaves post-mortems of others alone', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const from = await person(db)
    const to = await person(db)
    const draft = await draftOf(db, from)
    const others = await draftOf(db, to)
    await db.insert(access).values({ postmortemId: draft.id, subjectKind: 'person', subjectId: to.id, role: 'reader' })

    await handOverAuthorship(db, admin, { fromId: from.id, toId: to.id })

    expect((await standingOf(db, to, draft.id))!.role).toBe('owner')
    expect(await db.$count(events, eq(events.postmortemId, others.id))).toBe(0)
  })

  test('is for admins, and goes to someone who can take it', async ({ db }) => {
    const admin = await person(db, { role: 'admin' })
    const from = await person(db)
    const gone = await person(db)
    await draftOf(db, from)
    await suspendPerson(db, admin, gone.id)

    expect(await handOverAuthorship(db, from, { fromId: from.id, toId: admin.id })).toEqual(notAllowed)
    expect(await handOverAuthorship(db, admin, { fromId: from.id, toId: from.id })).toMatchObject({
      reason: 'same-person',
    })
    for (const toId of [gone.id, 'nobody', '']) {
      expect(await handOverAuthorship(db, admin, { fromId: from.id, toId })).toMatchObject({ reason: 'no-such-person' })
    }
    const [row] = await db.select({ ownerId: postmortems.ownerId }).from(postmortems)
    expect(row!.ownerId).toBe(from.id)
  })
})
