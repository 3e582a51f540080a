import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Viewer } from '#app/people/viewer.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { loadDocument } from '#app/postmortems/load-document.server.ts'
import { saveDocument } from '#app/postmortems/save-document.server.ts'
import type { Database } from '#db/client.ts'
import { EditJournal } from '#db/edit-journal.ts'
import { type OpenDatabase, openDatabase } from '#db/open-database.ts'
import { documentUpdates, postmortems } from '#db/schema/postmortems.ts'
import { completeDocument } from './documents.ts'
import { draftOf, person } from './factories.ts'

const empty = new Uint8Array([0, 0])

let dataDir: string
let opened: OpenDatabase
let owner: Viewer
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'candor-journaled-'))
  opened = await openDatabase({ dataDir })
  owner = await person(opened.db)
})
afterAll(async () => {
  await opened.close()
  rmSync(dataDir, { recursive: true })
})

const journal = () => join(dataDir, 'database', 'edits.journal')
const edit = (postmortemId: string, update = empty) => ({ postmortemId, update })

/** Places of the rows that stand in the log of a post-mortem. */
async function placesOf(db: Database, postmortemId: string): Promise<number[]> {
  const rows = await db
    .select({ seq: documentUpdates.seq })
    .from(documentUpdates)
    .where(eq(documentUpdates.postmortemId, postmortemId))
    .orderBy(documentUpdates.seq)
  return rows.map(({ seq }) => seq)
}

test('whoever asks after an edit was logged finds it, also in a transaction that was begun then', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  const [before] = await placesOf(db, draft.id)
  const first = await logUpdates([edit(draft.id)])
  expect(await placesOf(db, draft.id)).toEqual([before, ...first])
  const second = await logUpdates([edit(draft.id)])
  expect(await db.transaction((tx) => placesOf(tx, draft.id))).toEqual([before, ...first, ...second])
})

test('nobody’s typing waits for a query that takes long', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  await logUpdates([edit(draft.id)])
  const ended: string[] = []
  const query = db.execute(sql`select count(*) from generate_series(1, 3000000)`).then(() => ended.push('query'))
  await logUpdates([edit(draft.id)])
  ended.push('edit')
  await query
  expect(ended).toEqual(['edit', 'query'])
})

test('what a killed process has not entered is entered by the next one, once, and never what a snapshot already has', async () => {
  const { db } = opened
  const draft = await draftOf(db, owner)
  const saved = await createPostmortem(db, owner, { document: completeDocument() })
  const snapshot = (await loadDocument(db, saved.id))!
  await saveDocument(db, saved.id, snapshot)
  const at = Date.UTC(2026, 2, 5, 14, 3)
  const left = (postmortemId: string, seq: number) => ({ postmortemId, seq, at, update: empty })
  const before = await placesOf(db, draft.id)
  await opened.close()
  const file = new EditJournal(journal())
  await file.append([
    left(draft.id, 70_000),
    left('gone', 70_001),
    left(draft.id, 70_002),
    left(saved.id, snapshot.seq),
  ])
  await file.append([left(draft.id, before[0]!), left(draft.id, 70_003)])
  file.close()
  opened = await openDatabase({ dataDir })
  expect(await placesOf(opened.db, draft.id)).toEqual([...before, 70_000, 70_002, 70_003])
  expect(await placesOf(opened.db, saved.id)).toEqual([])
  const [row] = await opened.db.select().from(documentUpdates).where(eq(documentUpdates.seq, 70_002))
  expect(row).toMatchObject({ createdAt: new Date(at), update: empty })
  expect(statSync(journal()).size).toBe(0)
  const later = await draftOf(opened.db, owner)
  expect((await placesOf(opened.db, later.id))[0]).toBeGreaterThan(70_003)
  const [more] = await opened.logUpdates([edit(draft.id)])
  expect(more).toBeGreaterThan(70_003)
})

test('an edit has a higher place than the first state of its document, whichever was made first', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  await logUpdates([edit(draft.id)])
  const later = await draftOf(db, owner)
  const [first] = await placesOf(db, later.id)
  const [after] = await logUpdates([edit(later.id)])
  const [other] = await logUpdates([edit(draft.id)])
  expect(after).toBeGreaterThan(first!)
  expect(other).toBeGreaterThan(after!)
})

test('an edit of a post-mortem that is deleted meanwhile is nobody’s, and takes no other with it', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  const other = await draftOf(db, owner)
  const edits = [draft.id, other.id, draft.id].map((id) => edit(id))
  await logUpdates(edits)
  const before = await placesOf(db, other.id)
  // The deletion has its turn before the edits are entered: it was asked for while the first of them were logged.
  const logged = logUpdates(edits)
  await db.delete(postmortems).where(eq(postmortems.id, draft.id))
  const places = await logged
  expect(await placesOf(db, other.id)).toEqual([...before, places[1]])
  await expect(logUpdates([edit(other.id)])).resolves.toHaveLength(1)
})

test('while the table refuses edits no new ones are acknowledged; then all of them are in it', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  const before = await placesOf(db, draft.id)
  await db.execute(sql`create function refuse() returns trigger language plpgsql as $$
    begin raise exception 'no room' using errcode = '53100'; end $$`)
  await db.execute(sql`create trigger refuse before insert on document_updates for each row execute function refuse()`)
  const kept = await logUpdates([edit(draft.id)])
  expect(await placesOf(db, draft.id)).toEqual(before)
  await expect(logUpdates([edit(draft.id)])).rejects.toThrow('no room')
  await db.execute(sql`drop trigger refuse on document_updates`)
  const after = await logUpdates([edit(draft.id)])
  expect(await placesOf(db, draft.id)).toEqual([...before, ...kept, ...after])
})

test('the journal is emptied once it has grown and the table has everything', async () => {
  const { db, logUpdates } = opened
  const draft = await draftOf(db, owner)
  const large = edit(draft.id, new Uint8Array(700_000))
  await logUpdates([large])
  await placesOf(db, draft.id)
  await expect.poll(() => statSync(journal()).size).toBeGreaterThan(700_000)
  await logUpdates([large])
  await placesOf(db, draft.id)
  await expect.poll(() => statSync(journal()).size).toBe(0)
})
