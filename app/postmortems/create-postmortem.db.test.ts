import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { terms } from '#db/schema/organisation.ts'
import { access, participants, postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person, service, team } from '#tests/factories.ts'
import { findPostmortem } from './find-postmortem.server.ts'
import { projectDocument } from './project-document.server.ts'
import { readShared } from './read-shared.server.ts'

test('a draft started is its author’s alone, and its text is stored', async ({ db }) => {
  const author = await person(db)
  const draft = await draftOf(db, author, { document: completeDocument() })

  expect(draft.reference).toBe('PM-1')
  expect(await db.select({ who: access.subjectId, role: access.role }).from(access)).toEqual([
    { who: author.id, role: 'owner' },
  ])
  const { shared } = await readShared(db, draft.id)
  expect(readDocument(shared).content).toHaveLength(11)
  expect(readFacts(shared).title).toBe('Cards declined after a certificate rotation')
})

test('twelve drafts started at once have twelve numbers', async ({ db }) => {
  const author = await person(db)
  const drafts = await Promise.all(Array.from({ length: 12 }, () => draftOf(db, author)))
  expect(drafts.map((draft) => draft.number).toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 12 }, (_, place) => place + 1),
  )
})

test('rows are derived from the document: times, progress, services, teams, words of the taxonomy', async ({ db }) => {
  const author = await person(db)
  const payments = await team(db)
  const gateway = await service(db, 'Card gateway', payments.id)
  await db.insert(terms).values({ id: 'sev-1', list: 'severity', name: 'SEV-1' })
  const facts = {
    severityId: 'sev-1',
    // A severity is no kind, and a stranger's id is nobody's.
    kindId: 'sev-1',
    serviceIds: [gateway.id, 'unknown'],
    teamIds: [payments.id],
    templateVersionId: 'unknown',
  }
  const { id } = await draftOf(db, author, { document: completeDocument(), facts })

  const [row] = await db.select().from(postmortems)
  expect(row).toMatchObject({ severityId: 'sev-1', kindId: null, templateVersionId: null, noteCount: 0 })
  expect(row!.startedAt?.toISOString()).toBe('2026-11-12T14:03:10.000Z')
  expect(Object.keys(row!.milestones as object).toSorted()).toEqual([
    'first-effect',
    'first-noticed',
    'first-relief',
    'normal-again',
  ])
  const progress = row!.progress as { key: string; progress: string }[]
  expect(progress.filter((section) => section.progress === 'done').map((section) => section.key)).toEqual([
    'in-short',
    'what-happened',
    'allowed-it',
    'thanks',
    'lessons',
  ])
  expect(progress.find((section) => section.key === 'changing')!.progress).toBe('part')
  expect(await db.$count(postmortemServices, eq(postmortemServices.postmortemId, id))).toBe(1)
  expect(await db.$count(postmortemTeams, eq(postmortemTeams.teamId, payments.id))).toBe(1)
})

test('deriving the rows of an old state again changes nothing, not even when it was last edited', async ({ db }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author, { document: completeDocument() })
  const before = await db.select().from(postmortems)
  const { shared, seq } = await readShared(db, id)
  await projectDocument(db, id, shared, seq)
  expect(await db.select().from(postmortems)).toEqual(before)
})

test('a post-mortem is found by its number or its id, and an address of something else finds nothing', async ({
  db,
}) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  expect(await findPostmortem(db, author, 'PM-1')).toMatchObject({ id, reference: 'PM-1' })
  expect(await findPostmortem(db, author, 'pm-1')).toMatchObject({ id })
  expect(await findPostmortem(db, author, id)).toMatchObject({ number: 1 })
  for (const other of ['PM-2', 'PM-0', 'PM-99999999999', '1', '', '%', 'PM-1 ']) {
    expect(await findPostmortem(db, author, other)).toBeNull()
  }
})

test('an author appears in their draft as a participant, by role', async ({ db }) => {
  const author = await person(db)
  await draftOf(db, author)
  expect(await db.select({ personId: participants.personId, named: participants.named }).from(participants)).toEqual([
    { personId: author.id, named: false },
  ])
})
