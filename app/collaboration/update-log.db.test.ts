import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, onTestFinished } from 'vitest'
import { loadDocument } from '#app/postmortems/load-document.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { documentUpdates } from '#db/schema/postmortems.ts'
import { segmentsBetween } from '#db/sync-embedded-log.ts'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { createUpdateLog } from './update-log.server.ts'

const nothing = new Uint8Array([0, 0])

test('edits that arrive together are committed together, each at its place', async ({ db, opened }) => {
  const { id } = await draftOf(db, await person(db))
  const append = createUpdateLog(opened)
  const told: number[] = []
  const seqs = await Promise.all(Array.from({ length: 200 }, () => append(id, nothing, (seq) => told.push(seq))))
  expect(seqs).toEqual(seqs.toSorted((a, b) => a - b))
  expect(new Set(seqs).size).toBe(200)
  expect(told).toEqual(seqs)
  const [{ commits } = { commits: 0 }] = await db
    .select({ commits: sql<number>`count(distinct xmin::text)::int` })
    .from(documentUpdates)
  // The first goes alone, the others wait for it; one more wrote the document.
  expect(commits).toBeLessThanOrEqual(4)
})

test('an edit of a post-mortem that is gone takes no other edit with it', async ({ db, opened }) => {
  const { id } = await draftOf(db, await person(db))
  const append = createUpdateLog(opened)
  const outcomes = await Promise.allSettled([append(id, nothing), append('gone', nothing), append(id, nothing)])
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
})

test('the embedded database is logged through its folder, across segments of its own log', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-log-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  const opened = await openDatabase({ dataDir })
  const { id } = await draftOf(opened.db, await person(opened.db))
  const append = createUpdateLog(opened)
  await append(id, nothing)
  await opened.db.execute(sql`select pg_switch_wal()`)
  await append(id, nothing)
  expect(await opened.db.$count(documentUpdates)).toBe(3)
  await opened.close()
  const again = await openDatabase({ dataDir })
  expect((await loadDocument(again.db, id))!.seq).toBe(3)
  await again.close()
})

test('segments are counted on across the end of 4 GB', () => {
  expect(segmentsBetween('0000000100000000000000FE', '000000010000000100000001')).toEqual([
    '0000000100000000000000FF',
    '000000010000000100000000',
  ])
  expect(segmentsBetween('000000010000000000000001', '000000010000000000000002')).toEqual([])
})
