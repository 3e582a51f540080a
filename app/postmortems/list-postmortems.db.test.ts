import { expect } from 'vitest'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { terms } from '#db/schema/organisation.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, publishedPostmortem, service, team } from '#tests/factories.ts'
import { changeState } from './change-state.server.ts'
import { giveAccess } from './give-access.server.ts'
import { listPostmortems } from './list-postmortems.server.ts'
import { readListQuery } from './list-query.ts'
import { trashPostmortem } from './trash-postmortem.server.ts'

const list = (db: Database, viewer: Viewer, search = '') =>
  listPostmortems(db, viewer, readListQuery(new URLSearchParams(search)))
const titles = async (db: Database, viewer: Viewer, search = '') =>
  (await list(db, viewer, search)).found.map((row) => row.title)

test('the list holds what was published for the viewer and what they are invited to, nothing else', async ({ db }) => {
  const [author, reader] = [await person(db), await person(db, { role: 'admin' })]
  await draftOf(db, author, { title: 'A draft of someone else' })
  const shared = await draftOf(db, author, { title: 'A draft that was shared' })
  await giveAccess(db, author, shared.id, { kind: 'person', id: reader.id, role: 'reader', because: '' })
  await publishedPostmortem(db, { author, title: 'Published for all' })
  await publishedPostmortem(db, { author, title: 'Published for those invited', visibility: 'invited' })
  await publishedPostmortem(db, { author, title: 'Restricted', restricted: true })
  await publishedPostmortem(db, { author, title: 'Published this minute', now: new Date() })

  expect((await titles(db, reader)).toSorted()).toEqual(['A draft that was shared', 'Published for all'])
  expect(await titles(db, author)).toHaveLength(6)
  const { counts, total } = await list(db, reader)
  expect({ counts, total }).toMatchObject({ counts: { open: 2, draft: 1, published: 1 }, total: 2 })
})

test('those who read published versions see its title and its day, not those of the working text', async ({ db }) => {
  const reader = await person(db)
  const { author } = await publishedPostmortem(db, { title: 'As published' })
  const [forReader] = (await list(db, reader)).found
  const [forAuthor] = (await list(db, author)).found
  expect(forReader).toMatchObject({ title: 'As published', draft: null })
  expect(forAuthor!.draft!.progress).toContain('done')
  expect(forReader!.movedAt.getTime()).toBeLessThan(forAuthor!.movedAt.getTime())
})

test('filters narrow by state, service, severity, kind, team and what is mine, and counts follow', async ({ db }) => {
  const [me, other] = [await person(db), await person(db)]
  const payments = await team(db)
  const gateway = await service(db)
  await db.insert(terms).values([
    { id: 'sev-1', list: 'severity', name: 'SEV-1' },
    { id: 'outage', list: 'kind', name: 'Outage' },
  ])
  const facts = { serviceIds: [gateway.id], teamIds: [payments.id], severityId: 'sev-1', kindId: 'outage' }
  await draftOf(db, me, { title: 'Mine, with everything', facts })
  await draftOf(db, me, { title: 'Mine, with nothing' })
  await publishedPostmortem(db, { author: other, title: 'Theirs, with a service', facts: { serviceIds: [gateway.id] } })

  expect(await titles(db, me, 'state=draft')).toHaveLength(2)
  expect(await titles(db, me, `service=${gateway.id}`)).toHaveLength(2)
  for (const search of [`team=${payments.id}`, 'severity=sev-1', 'kind=outage', `mine=yes&service=${gateway.id}`])
    expect(await titles(db, me, search)).toEqual(['Mine, with everything'])
  expect((await titles(db, me, 'severity=none-yet')).toSorted()).toEqual([
    'Mine, with nothing',
    'Theirs, with a service',
  ])
  const { counts } = await list(db, me, `state=draft&service=${gateway.id}`)
  expect(counts).toMatchObject({ open: 2, draft: 1, published: 1 })
  expect((await list(db, me, `service=${gateway.id}`)).found.map((row) => row.services)).toEqual([
    ['Card gateway'],
    ['Card gateway'],
  ])
})

test('words are looked for in titles as they are typed, and a number finds its post-mortem', async ({ db }) => {
  const me = await person(db)
  await draftOf(db, me, { title: 'Queue at 100% for an hour' })
  await draftOf(db, me, { title: 'Queue_depth was not shown' })
  expect(await titles(db, me, 'q=hour+queue')).toEqual(['Queue at 100% for an hour'])
  expect(await titles(db, me, 'q=100%25')).toEqual(['Queue at 100% for an hour'])
  expect(await titles(db, me, 'q=e_d')).toEqual(['Queue_depth was not shown'])
  expect(await titles(db, me, 'q=PM-2')).toEqual(['Queue_depth was not shown'])
  expect(await titles(db, me, 'q=pm-1')).toEqual(['Queue at 100% for an hour'])
  expect(await titles(db, me, "q='%3B--")).toEqual([])
})

test('what is archived, not required or in the trash stands apart', async ({ db }) => {
  const me = await person(db)
  const drafts = await Promise.all(['one', 'two', 'three'].map((title) => draftOf(db, me, { title })))
  await changeState(db, me, drafts[0]!.id, 'archive')
  await changeState(db, me, drafts[1]!.id, 'mark-not-required', 'A duplicate')
  await trashPostmortem(db, me, drafts[2]!.id)
  expect(await titles(db, me)).toEqual([])
  expect(await titles(db, me, 'state=archived')).toEqual(['one'])
  expect(await titles(db, me, 'state=not_required')).toEqual(['two'])
  expect(await titles(db, me, 'state=trash')).toEqual(['three'])
  expect(await titles(db, await person(db), 'state=trash')).toEqual([])
})

test('the last edit comes first, thirty to a page', async ({ db }) => {
  const me = await person(db)
  for (let place = 1; place <= 32; place++) await draftOf(db, me, { title: `Draft ${place}` })
  const first = await list(db, me)
  expect(first.total).toBe(32)
  expect(first.found).toHaveLength(30)
  expect(first.found[0]!.title).toBe('Draft 32')
  expect(await titles(db, me, 'page=2')).toEqual(['Draft 2', 'Draft 1'])
})
