import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { DocumentJson } from '#app/document/document-json.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { terms } from '#db/schema/organisation.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument, documentWith, item } from '#tests/documents.ts'
import { draftOf, person, service } from '#tests/factories.ts'
import { indexPostmortem } from './index-postmortem.server.ts'
import { readLibraryQuery } from './read-library-query.ts'
import { searchLibrary } from './search-library.server.ts'

const ask = (db: Database, viewer: Viewer, address: string) =>
  searchLibrary(db, viewer, readLibraryQuery(new URLSearchParams(address)))

const texts = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.found.map((row) => row.pieces.map((piece) => piece.text).join(''))

/** A published version without the ten minutes in which it can be undone. */
async function published(
  db: Database,
  owner: Viewer,
  document: DocumentJson,
  given: Partial<typeof postmortems.$inferInsert> & { serviceIds?: string[] } = {},
) {
  const { serviceIds = [], ...columns } = given
  const draft = await draftOf(db, owner, { document, title: columns.title, facts: { serviceIds } })
  const publishedAt = new Date(Date.now() - 3_600_000)
  const [version] = await db
    .insert(versions)
    .values({
      postmortemId: draft.id,
      number: 1,
      state: new Uint8Array(),
      document,
      facts: {},
      contentHash: '',
      publishedAt,
    })
    .returning({ id: versions.id })
  await db
    .update(postmortems)
    .set({
      state: 'published',
      visibility: 'members',
      publishedVersionId: version!.id,
      publishedAt,
      visibleFrom: publishedAt,
      ...columns,
    })
    .where(eq(postmortems.id, draft.id))
  await indexPostmortem(db, draft.id, version!.id, document)
  return draft
}

const lessonOn = (id: string, text: string) => documentWith({ lessons: [item('lesson', text, { id })] })

test('a lesson is found by any of the words asked for, the best match first, with the words marked', async ({ db }) => {
  const reader = await person(db)
  await published(db, await person(db), lessonOn('a', 'A queue without a limit turns slowness into an outage.'))
  await published(db, await person(db), lessonOn('b', 'Check a certificate in the reader’s store.'))
  await published(db, await person(db), lessonOn('c', 'A certificate outlives the queue of its readers.'))

  const answer = await ask(db, reader, 'q=which+queue+checks+certificates')

  expect(texts(answer)[0]).toMatch(/outlives the queue/)
  expect(answer.total).toBe(3)
  expect(answer.found[0]!.pieces.filter((piece) => piece.found).map((piece) => piece.text)).toEqual([
    'certificate',
    'queue',
  ])
})

test('an identifier with a hyphen and a word with accents are found as people type them', async ({ db }) => {
  const reader = await person(db)
  const draft = await published(db, await person(db), lessonOn('a', 'The fallback in the Ålesund café was INC-0142.'))
  for (const words of ['INC-0142', 'alesund', 'Ålesund', 'cafe', `PM-${draft.number}`]) {
    expect((await ask(db, reader, `q=${encodeURIComponent(words)}`)).total, words).toBe(1)
  }
})

test('what an item rests on is found by the name of its file, its source and what its image shows', async ({ db }) => {
  const owner = await person(db)
  const evidence = [
    { id: 'e1', kind: 'file', fileId: 'f1', name: 'quayside.png', source: 'harbour console', alt: 'Occupied berths' },
  ]
  const entry = item('timelineEntry', 'Boats waited outside.', { id: 'entry1', evidence })
  await published(db, owner, documentWith({ 'what-happened': [entry] }), { title: 'Berths' })
  for (const words of ['quayside.png', 'harbour console', 'occupied berths'])
    expect((await ask(db, owner, `q=${encodeURIComponent(words)}&show=postmortems`)).found, words).toHaveLength(1)
})

test('a phrase in quotes has to stand together', async ({ db }) => {
  const reader = await person(db)
  await published(db, await person(db), lessonOn('a', 'Retries need a budget.'))
  await published(db, await person(db), lessonOn('b', 'A budget for retries is one for load.'))
  expect(texts(await ask(db, reader, 'q="need a budget"'))).toEqual(['Retries need a budget.'])
})

test('what is not published, restricted, in the trash or for another team is not found', async ({ db }) => {
  const reader = await person(db)
  const owner = await person(db)
  await draftOf(db, owner, { document: lessonOn('a', 'Failover in a draft.') })
  await published(db, owner, lessonOn('b', 'Failover, restricted.'), { restricted: true })
  await published(db, owner, lessonOn('c', 'Failover in the trash.'), { trashedAt: new Date() })
  await published(db, owner, lessonOn('d', 'Failover for teams.'), { visibility: 'teams' })
  await published(db, owner, lessonOn('e', 'Failover, still to be undone.'), {
    visibleFrom: new Date(Date.now() + 600_000),
  })
  expect(texts(await ask(db, reader, 'q=failover'))).toEqual([])
  expect(texts(await ask(db, owner, 'q=failover')).toSorted()).toEqual([
    'Failover for teams.',
    'Failover, restricted.',
    'Failover, still to be undone.',
  ])
})

test('a facet counts what choosing it would show, and several of its values mean any of them', async ({ db }) => {
  const reader = await person(db)
  await db.insert(terms).values([
    { id: 'sev-1', list: 'severity', name: 'SEV-1' },
    { id: 'sev-2', list: 'severity', name: 'SEV-2' },
  ])
  const gates = await service(db, 'Gates')
  const owner = await person(db)
  await published(db, owner, lessonOn('a', 'Load one.'), { severityId: 'sev-1', serviceIds: [gates.id] })
  await published(db, owner, lessonOn('b', 'Load two.'), { severityId: 'sev-2' })
  await published(db, owner, lessonOn('c', 'Load three.'), { severityId: 'sev-2', serviceIds: [gates.id] })

  const answer = await ask(db, reader, `q=load&severity=sev-2&service=${gates.id}`)
  expect(texts(answer)).toEqual(['Load three.'])
  expect([...answer.facets.severity]).toEqual(
    expect.arrayContaining([
      ['sev-1', 1],
      ['sev-2', 1],
    ]),
  )
  expect([...answer.facets.service]).toEqual([[gates.id, 1]])
  expect((await ask(db, reader, 'q=load&severity=sev-1&severity=sev-2')).total).toBe(3)
})

test('a lesson has the roles and factors of the causes it names', async ({ db }) => {
  const reader = await person(db)
  await published(
    db,
    await person(db),
    documentWith({
      'allowed-it': [
        item('cause', 'Nothing limited it.', { id: 'c1', role: 'possible', factors: ['unseen-limit'] }),
        item('cause', 'No alert showed it.', { id: 'c2', role: 'hidden', factors: ['no-signal'] }),
      ],
      lessons: [item('lesson', 'Show a limit before it is met.', { id: 'l1', causes: ['c1'] })],
    }),
  )
  expect((await ask(db, reader, 'role=possible')).total).toBe(1)
  expect((await ask(db, reader, 'factor=unseen-limit')).total).toBe(1)
  expect((await ask(db, reader, 'role=hidden')).total).toBe(0)
})

test('a post-mortem is found once, by whatever of it matches', async ({ db }) => {
  const reader = await person(db)
  await published(db, await person(db), completeDocument(), { title: 'Cards declined after a rotation' })
  const answer = await ask(db, reader, 'show=postmortems&q=bundle+rotation')
  expect(answer.total).toBe(1)
  expect((await ask(db, reader, 'show=postmortems')).found[0]!.kind).toBe('postmortem')
})

test('a post-mortem stands where its best place stands, however weak its other ones are', async ({ db }) => {
  const reader = await person(db)
  const best = item('lesson', 'The quay printer needs its driver.', { id: 'a' })
  const weak = item('lesson', 'A driver ages.', { id: 'c' })
  await published(db, await person(db), documentWith({ lessons: [best, weak] }), { title: 'Printers stood still' })
  await published(db, await person(db), lessonOn('b', 'A driver for the quay.'), { title: 'Gangways stood still' })
  const answer = await ask(db, reader, 'show=postmortems&q=quay+printer+driver')
  expect(texts(answer)[0]).toBe('The quay printer needs its driver.')
})

test('a post-mortem is found by why a cause has no change, and by why a change is not made', async ({ db }) => {
  const reader = await person(db)
  await published(
    db,
    await person(db),
    documentWith({
      'allowed-it': [
        item('cause', 'One store for all.', { id: 'c1', noChangeBecause: 'The vendor retires it in spring.' }),
      ],
      changing: [
        item('change', 'A second chain.', { id: 'h1', decision: 'not-doing', because: 'Terminals refuse two.' }),
      ],
    }),
  )
  expect(texts(await ask(db, reader, 'show=postmortems&q=vendor+retires'))).toEqual(['One store for all.'])
  expect(texts(await ask(db, reader, 'show=postmortems&q=terminals+refuse'))).toEqual(['A second chain.'])
})

test('a pasted log of 300,000 different words is saved, and found by its first ones', async ({ db }) => {
  const log = Array.from({ length: 300_000 }, (_, line) => `q${line.toString(36)}`).join(' ')
  await published(db, await person(db), documentWith({ 'what-happened': [item('timelineEntry', log, { id: 'log' })] }))
  const reader = await person(db)
  expect((await ask(db, reader, 'show=postmortems&q=q7ps')).found).toHaveLength(1)
})

test('hostile words are words', async ({ db }) => {
  const reader = await person(db)
  for (const words of [
    "'; drop table people; --",
    '!!! & | <-> (',
    '\u0000\u0001',
    'zebra\u0000crossing',
    '"',
    '%_\\',
    'ß'.repeat(500),
  ]) {
    expect((await ask(db, reader, `q=${encodeURIComponent(words)}`)).total).toBe(0)
  }
})
