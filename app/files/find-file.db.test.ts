import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { DocumentJson } from '#app/document/document-json.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { trashPostmortem } from '#app/postmortems/trash-postmortem.server.ts'
import type { Database } from '#db/client.ts'
import { newId } from '#db/new-id.ts'
import { files } from '#db/schema/files.ts'
import { postmortems, versions } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person, publishedPostmortem } from '#tests/factories.ts'
import { findFile } from './find-file.server.ts'

const [inText, asEvidence, asLink, inHidden, inScraps] = [newId(), newId(), newId(), newId(), newId()]

/** A text with an image, a file as evidence, one as a link, and an image in a section that is left out. */
function illustrated(): DocumentJson {
  const document = startDocument(standardTemplate.sections)
  const section = (key: string) => document.content.find(({ attrs }) => attrs.key === key)!
  const evidence = [{ id: 'e1', kind: 'file', fileId: asEvidence, name: 'gateway [token removed].log', bytes: 3 }]
  section('in-short').content = [{ type: 'image', attrs: { fileId: inText, alt: 'Declines', name: '' } }]
  section('what-happened').content = [{ type: 'timelineEntry', attrs: { id: 'entry-1', evidence }, content: [] }]
  section('who-felt-it').content = [
    {
      type: 'paragraph',
      content: [{ type: 'text', text: 'dump.bin', marks: [{ type: 'link', attrs: { href: `/files/${asLink}` } }] }],
    },
  ]
  section('what-held').content = [{ type: 'image', attrs: { fileId: inHidden } }]
  section('what-held').attrs.hiddenBecause = 'nothing to say'
  return document
}

async function withFiles(db: Database, postmortemId: string) {
  const row = {
    postmortemId,
    storedAs: 'x',
    name: 'own.log',
    bytes: 3,
    mediaType: 'text/plain',
    sha256: '0'.repeat(64),
  }
  await db.insert(files).values([inText, asEvidence, asLink, inHidden, inScraps].map((id) => ({ ...row, id })))
}

async function readableBy(db: Database, viewer: Viewer | null) {
  const all = { inText, asEvidence, asLink, inHidden, inScraps }
  const names = Object.entries(all).map(async ([name, id]) => ((await findFile(db, viewer, id)) ? [name] : []))
  return (await Promise.all(names)).flat()
}

test('the files of a draft are for those invited', async ({ db }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author, { document: illustrated() })
  await withFiles(db, id)
  expect(await readableBy(db, author)).toEqual(['inText', 'asEvidence', 'asLink', 'inHidden', 'inScraps'])
  expect(await readableBy(db, await person(db, { role: 'admin' }))).toEqual([])
  expect(await readableBy(db, null)).toEqual([])
  expect(await findFile(db, author, 'no-such-file')).toBeNull()
})

test('a reader opens what the published version shows, under the name that stands there', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db, { document: illustrated() })
  await withFiles(db, id)
  const reader = await person(db)
  expect(await readableBy(db, reader)).toEqual(['inText', 'asEvidence', 'asLink'])
  expect((await findFile(db, reader, asEvidence))?.name).toBe('gateway [token removed].log')
  expect((await findFile(db, reader, inText))?.name).toBe('own.log')
  expect((await findFile(db, author, asEvidence))?.name).toBe('own.log')
  expect(await readableBy(db, null)).toEqual([])
})

test('nobody but those invited opens a file of what is restricted, withdrawn, in the trash or not out yet', async ({
  db,
}) => {
  const reader = await person(db)
  const { id, author, versionId } = await publishedPostmortem(db, { document: illustrated() })
  await withFiles(db, id)
  const set = (values: Partial<typeof postmortems.$inferInsert>) =>
    db.update(postmortems).set(values).where(eq(postmortems.id, id))
  const open = { restricted: false, visibility: 'members', visibleFrom: new Date(Date.now() - 1000) } as const
  await set(open)
  expect(await readableBy(db, reader)).toHaveLength(3)
  for (const closed of [
    { restricted: true },
    { visibility: 'invited' },
    { visibility: 'teams' },
    { visibleFrom: new Date(Date.now() + 60_000) },
  ] as const) {
    await set({ ...open, ...closed })
    expect(await readableBy(db, reader), JSON.stringify(closed)).toEqual([])
  }
  await set(open)
  await db.update(versions).set({ undoneAt: new Date() }).where(eq(versions.id, versionId))
  expect(await readableBy(db, reader)).toEqual([])
  await db.update(versions).set({ undoneAt: null }).where(eq(versions.id, versionId))
  await trashPostmortem(db, author, id)
  expect(await readableBy(db, reader)).toEqual([])
  expect(await readableBy(db, author)).toHaveLength(5)
})

test('a file that was removed is there for nobody', async ({ db }) => {
  const { id, author } = await publishedPostmortem(db, { document: illustrated() })
  await withFiles(db, id)
  await db.update(files).set({ state: 'removed' })
  expect(await readableBy(db, author)).toEqual([])
})
