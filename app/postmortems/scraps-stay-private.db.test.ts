import { is } from 'drizzle-orm'
import { PgTable } from 'drizzle-orm/pg-core'
import { expect } from 'vitest'
import * as Y from 'yjs'
import { addScrap, readScraps } from '#app/document/scraps.ts'
import { readDocument } from '#app/document/shared-document.ts'
import { readVersion } from '#app/reading/read-version.server.ts'
import type { Database } from '#db/client.ts'
import { schema } from '#db/schema/everything.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person } from '#tests/factories.ts'
import { appendUpdate } from './append-update.server.ts'
import { duplicatePostmortem } from './duplicate-postmortem.server.ts'
import { publishPostmortem } from './publish-postmortem.server.ts'
import { readShared } from './read-shared.server.ts'
import { rebuildRows } from './rebuild-rows.server.ts'

const said = 'the purser of quay seven said it'

/** Everything that stands in the database as text, of every table: search rows, documents of versions, events, mail, names of files. */
async function everyText(db: Database): Promise<string> {
  const tables = Object.values(schema).filter((value) => is(value, PgTable))
  const rows = await Promise.all(tables.map((table) => db.select().from(table as PgTable)))
  return JSON.stringify(rows, (_, value) => (value instanceof Uint8Array ? '' : value))
}

test('a scrap is in no search row, no version, no event and no copy once its post-mortem is published', async ({
  db,
}) => {
  const author = await person(db)
  const draft = await draftOf(db, author, { document: completeDocument() })
  const { shared } = await readShared(db, draft.id)
  const before = Y.encodeStateVector(shared)
  addScrap(shared, { text: said, place: 'Slack', kind: 'source', format: 'slack-copy' })
  addScrap(shared, {
    text: 'quay-seven.png',
    place: '',
    kind: 'file',
    file: { id: 'f', name: 'quay-seven.png', bytes: 7, mediaType: 'image/png' },
  })
  await appendUpdate(db, draft.id, Y.encodeStateAsUpdate(shared, before))

  const published = await publishPostmortem(db, author, draft.id, { now: new Date(Date.now() - 11 * 60_000) })
  await rebuildRows(db, draft.id)
  const copy = await duplicatePostmortem(db, author, draft.id)

  expect(published).toMatchObject({ ok: true })
  expect(readScraps((await readShared(db, draft.id)).shared)).toHaveLength(2)
  const text = await everyText(db)
  expect(text).toContain('Rotation job 8812')
  expect(text).not.toMatch(/quay.seven/)
  const reader = await person(db)
  const page = JSON.stringify(await readVersion(db, reader, draft.id))
  expect(page).toContain('Rotation job 8812')
  expect(page).not.toMatch(/quay.seven/)
  expect(JSON.stringify(readDocument(shared))).not.toMatch(/quay.seven/)
  expect(copy).toMatchObject({ ok: true })
  if (copy.ok) expect(readScraps((await readShared(db, copy.id)).shared)).toEqual([])
})
