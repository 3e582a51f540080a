import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import { standingOf } from '#app/people/standing-of.server.ts'
import { services, teamMembers, templateVersions, terms } from '#db/schema/organisation.ts'
import { access, events, postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, service, team } from '#tests/factories.ts'
import { bringBackEntry, changeEntry, moveTerm, retireEntry } from './change-entry.server.ts'
import { createEntry } from './create-entry.server.ts'
import { listServices, listTeams, listTerms } from './list-entries.server.ts'
import { listTemplates } from './list-templates.server.ts'
import { mergeEntries } from './merge-entries.server.ts'
import { catalogueOptions } from './options.server.ts'
import { readOrganisation, renameOrganisation, signPromise, writePromise } from './organisation.server.ts'
import { addTeamMember, removeTeamMember } from './team-members.server.ts'

test('a new organisation starts with the taxonomy and three templates in their first version', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  await foundOrganisation(db, { name: 'Another name' })

  expect(await readOrganisation(db)).toMatchObject({ name: 'Skerry Line', promise: '', promiseSignedAt: null })
  expect((await listTerms(db, admin, 'severity')).map((term) => term.name)).toEqual([
    'SEV-1',
    'SEV-2',
    'SEV-3',
    'SEV-4',
    'None',
  ])
  expect(await listTerms(db, admin, 'factor')).toHaveLength(19)
  const templates = await listTemplates(db)
  expect(templates.map(({ name, versions }) => [name, versions.length])).toEqual([
    ['Standard', 1],
    ['Light', 1],
    ['Security', 1],
  ])
  expect(await db.$count(templateVersions)).toBe(3)
})

test('a promise that comes with a role is signed on the day; without one it is unsigned', async ({ db }) => {
  await foundOrganisation(db, { name: 'Skerry Line', promise: 'Not for appraisals.', promiseSignedBy: 'Director' })
  const { promiseSignedBy, promiseSignedAt } = (await readOrganisation(db))!
  expect(promiseSignedBy).toBe('Director')
  expect(promiseSignedAt).toBeInstanceOf(Date)
})

test('other words take the signature of the promise away, the same words do not', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  expect(await signPromise(db, admin, { role: 'Director', read: '' })).toMatchObject({ reason: 'nothing-to-sign' })

  await writePromise(db, admin, 'Not for appraisals.')
  expect(await signPromise(db, admin, { role: 'Director', read: 'Not for pay.' })).toMatchObject({
    reason: 'changed-meanwhile',
  })
  expect(await signPromise(db, admin, { role: 'Director', read: 'Not for appraisals.' })).toEqual({ ok: true })

  await writePromise(db, admin, 'Not for appraisals.')
  expect((await readOrganisation(db))!.promiseSignedBy).toBe('Director')
  await writePromise(db, admin, 'Not for appraisals or pay.')
  expect(await readOrganisation(db)).toMatchObject({ promiseSignedBy: '', promiseSignedAt: null })
})

test('members see the catalogue and change nothing in it', async ({ db }) => {
  const member = await person(db)
  const { id } = await team(db)
  const other = await team(db, 'Platform')
  const refused = { ok: false, reason: 'not-allowed' }
  expect(await createEntry(db, member, 'team', { name: 'Harbour' })).toEqual(refused)
  expect(await changeEntry(db, member, 'team', id, { name: 'Harbour' })).toEqual(refused)
  expect(await retireEntry(db, member, 'team', id)).toEqual(refused)
  expect(await mergeEntries(db, member, 'team', { fromId: id, intoId: other.id })).toEqual(refused)
  expect(await addTeamMember(db, member, id, member.id)).toEqual(refused)
  expect(await renameOrganisation(db, member, 'Ours')).toEqual(refused)
  expect((await listTeams(db, member)).map(({ name, used }) => [name, used])).toEqual([
    ['Payments', null],
    ['Platform', null],
  ])
})

test('a name is taken by an entry in use, however it is written, and free again once that is retired', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  const first = await createEntry(db, admin, 'service', { name: 'Card gateway' })
  expect(await createEntry(db, admin, 'service', { name: 'CARD gateway' })).toEqual({ ok: false, reason: 'name-taken' })
  const id = first.ok ? first.id : ''
  expect(await retireEntry(db, admin, 'service', id)).toEqual({ ok: true })
  expect(await retireEntry(db, admin, 'service', id)).toEqual({ ok: false, reason: 'not-now' })
  expect(await createEntry(db, admin, 'service', { name: 'CARD gateway' })).toMatchObject({ ok: true })
  expect(await bringBackEntry(db, admin, 'service', id)).toEqual({ ok: false, reason: 'name-taken' })
  expect(await changeEntry(db, admin, 'service', 'nothing-there', { name: 'Edge' })).toEqual({
    ok: false,
    reason: 'no-such-entry',
  })
})

test('a service cannot be given to a team that is gone', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  expect(await createEntry(db, admin, 'service', { name: 'Edge', teamId: 'gone' })).toEqual({
    ok: false,
    reason: 'no-such-entry',
  })
})

test('a severity keeps its place in the order until it is moved', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  for (const name of ['Low', 'Middle', 'High']) await createEntry(db, admin, 'severity', { name })
  const names = async () => (await listTerms(db, admin, 'severity')).map((term) => term.name)
  const high = (await listTerms(db, admin, 'severity')).at(-1)!
  await moveTerm(db, admin, 'severity', high.id, 'up')
  expect(await names()).toEqual(['Low', 'High', 'Middle'])
  await moveTerm(db, admin, 'severity', high.id, 'up')
  await moveTerm(db, admin, 'severity', high.id, 'up')
  expect(await names()).toEqual(['High', 'Low', 'Middle'])
  expect(await moveTerm(db, admin, 'kind', high.id, 'down')).toEqual({ ok: false, reason: 'no-such-entry' })
})

test('merging a service moves its post-mortems, also where both stand, and counts each once', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  const old = await service(db, 'Card gateway')
  const next = await service(db, 'Payment gateway')
  const both = await draftOf(db, admin, { facts: { serviceIds: [old.id, next.id] } })
  const one = await draftOf(db, admin, { facts: { serviceIds: [old.id] } })

  expect(await mergeEntries(db, admin, 'service', { fromId: old.id, intoId: next.id })).toEqual({ ok: true })

  const uses = await db.select().from(postmortemServices)
  expect(uses.map((row) => [row.postmortemId, row.serviceId]).toSorted()).toEqual(
    [
      [both.id, next.id],
      [one.id, next.id],
    ].toSorted(),
  )
  expect((await listServices(db, admin)).map(({ name, used, mergedInto }) => [name, used, mergedInto])).toEqual([
    ['Payment gateway', 2, null],
    ['Card gateway', 0, 'Payment gateway'],
  ])
  expect(await mergeEntries(db, admin, 'service', { fromId: next.id, intoId: old.id })).toMatchObject({
    reason: 'not-now',
  })
  expect(await bringBackEntry(db, admin, 'service', old.id)).toEqual({ ok: false, reason: 'not-now' })
})

test('what was merged twice is found in one step', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await db.insert(terms).values(['a', 'b', 'c'].map((id) => ({ id, list: 'severity' as const, name: id })))
  const draft = await draftOf(db, admin, { facts: { severityId: 'a' } })
  await mergeEntries(db, admin, 'severity', { fromId: 'a', intoId: 'b' })
  await mergeEntries(db, admin, 'severity', { fromId: 'b', intoId: 'c' })
  const [row] = await db
    .select({ severityId: postmortems.severityId })
    .from(postmortems)
    .where(eq(postmortems.id, draft.id))
  expect(row!.severityId).toBe('c')
  const [first] = await db.select({ into: terms.mergedIntoId }).from(terms).where(eq(terms.id, 'a'))
  expect(first!.into).toBe('c')
})

test('merging teams joins members, services, post-mortems and invitations, and those invited are told', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  const author = await person(db)
  const cards = await team(db, 'Cards')
  const payments = await team(db, 'Payments')
  const inCards = await person(db, { teamIds: [cards.id] })
  const inBoth = await person(db, { teamIds: [cards.id, payments.id] })
  const inPayments = await person(db, { teamIds: [payments.id] })
  const owned = await service(db, 'Card gateway', cards.id)
  const draft = await draftOf(db, author, { facts: { teamIds: [cards.id] } })
  await db.insert(access).values([
    { postmortemId: draft.id, subjectKind: 'team', subjectId: cards.id, role: 'editor' },
    { postmortemId: draft.id, subjectKind: 'team', subjectId: payments.id, role: 'reader' },
  ])

  expect(await mergeEntries(db, admin, 'team', { fromId: cards.id, intoId: payments.id })).toEqual({ ok: true })

  const members = await db.select({ personId: teamMembers.personId }).from(teamMembers)
  expect(members.map((row) => row.personId).toSorted()).toEqual([inBoth.id, inCards.id, inPayments.id].toSorted())
  const [moved] = await db.select({ teamId: services.teamId }).from(services).where(eq(services.id, owned.id))
  expect(moved!.teamId).toBe(payments.id)
  expect(await db.select({ teamId: postmortemTeams.teamId }).from(postmortemTeams)).toEqual([{ teamId: payments.id }])
  expect(await standingOf(db, { ...inPayments, teamIds: [payments.id] }, draft.id)).toMatchObject({ role: 'editor' })
  const told = await db
    .select({ kind: events.kind, data: events.data })
    .from(events)
    .where(eq(events.postmortemId, draft.id))
  expect(told).toEqual([
    {
      kind: 'access-given',
      data: expect.objectContaining({ subjectKind: 'team', subjectId: payments.id, role: 'editor' }),
    },
  ])
})

test('an admin who joins a team that was invited to a draft comes in where everyone invited sees it', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  const payments = await team(db)
  const draft = await draftOf(db, await person(db))
  await db
    .insert(access)
    .values({ postmortemId: draft.id, subjectKind: 'team', subjectId: payments.id, role: 'reader' })

  expect(await addTeamMember(db, admin, payments.id, admin.id)).toEqual({ ok: true })
  await addTeamMember(db, admin, payments.id, admin.id)

  const told = await db.select({ data: events.data }).from(events).where(eq(events.postmortemId, draft.id))
  expect(told).toEqual([
    { data: expect.objectContaining({ subjectId: admin.id, because: 'Joined the team Payments' }) },
  ])
  expect((await listTeams(db, admin))[0]!.members.map(({ id }) => id)).toEqual([admin.id])
  expect(await removeTeamMember(db, admin, payments.id, admin.id)).toEqual({ ok: true })
  expect((await listTeams(db, admin))[0]!.members).toEqual([])
})

test('pickers leave out what is retired, unless it is in use; a merged entry shows what it became', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  await retireEntry(db, admin, 'factor', 'boundary')
  await mergeEntries(db, admin, 'factor', { fromId: 'lost-in-noise', intoId: 'no-signal' })

  const offered = await catalogueOptions(db)
  expect(offered.factors).toHaveLength(17)
  expect(offered.templates.map(({ key }) => key)).toEqual(['standard', 'light', 'security'])
  const inUse = (await catalogueOptions(db, ['boundary', 'lost-in-noise'])).factors.filter(({ retired }) => retired)
  expect(inUse.map(({ id, name }) => [id, name])).toEqual([
    ['lost-in-noise', 'No signal'],
    ['boundary', 'Boundary or handover'],
  ])
})
