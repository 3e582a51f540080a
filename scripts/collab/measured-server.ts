// A server for `bench:collab`, in a process of its own: `node measured-server.ts stock`, `pglite` or `postgres`. It says
// where it listens, and how many rows its log was given when it is asked; the stock one has no log.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Server } from '@hocuspocus/server'
import { lte } from 'drizzle-orm'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { viewerById } from '#app/people/auth.server.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { saveDocument } from '#app/postmortems/save-document.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { people } from '#db/schema/people.ts'
import { access, documentUpdates } from '#db/schema/postmortems.ts'
import { completeDocument } from '#tests/documents.ts'
import { startLiveServer } from '#tests/live-server.ts'

/** What the measuring process is told: where to connect, which document to open, and as whom. */
export interface MeasuredServer {
  address: string
  documentName: string
  personIds: string[]
}

/** As many people as there are connections at most. */
const crowd = 200
const kind = process.argv[2]

if (kind === 'stock') await serveStock()
else await serveOurs(kind === 'postgres' ? process.env.DATABASE_URL : undefined)

/** Hocuspocus as it comes, with the same document: it applies an edit in memory and acknowledges it. */
async function serveStock(): Promise<void> {
  const first = new Y.Doc()
  fillSharedDocument(first, completeDocument(), Facts.parse({}))
  const state = Y.encodeStateAsUpdate(first)
  const server = new Server({
    quiet: true,
    stopOnSignals: false,
    async onLoadDocument({ document }) {
      Y.applyUpdate(document, state)
    },
  })
  await server.listen(0)
  const { port } = server.address
  process.on('message', () => process.send!({ logged: null }))
  process.once('disconnect', () => process.exit(0))
  const personIds = Array.from({ length: crowd }, (_, place) => `person-${place}`)
  process.send!({ address: `http://127.0.0.1:${port}`, documentName: 'measured', personIds } satisfies MeasuredServer)
}

/** Live editing with its log, database and policy, as in production. */
async function serveOurs(url: string | undefined): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-bench-collab-'))
  process.once('exit', () => rmSync(dataDir, { recursive: true, force: true }))
  const opened = await openDatabase({ url, dataDir })
  const { db } = opened
  const personIds = Array.from({ length: crowd }, (_, place) => `person-${place}`)
  await db.insert(people).values(personIds.map((id) => ({ id, name: 'Ines Okafor', email: `${id}@skerry.example` })))
  const owner = (await viewerById(db, personIds[0]!))!
  const { id: postmortemId } = await createPostmortem(db, owner, { document: completeDocument() })
  await db
    .insert(access)
    .values(
      personIds
        .slice(1)
        .map((subjectId) => ({ postmortemId, subjectKind: 'person' as const, subjectId, role: 'editor' as const })),
    )
  // A snapshot makes rows of the log needless: those it takes away are counted before, one snapshot after the other.
  let takenAway = 0
  let saving: Promise<unknown> = Promise.resolve()
  const server = await startLiveServer({
    opened,
    save: (db, id, given) => {
      const saved = saving.then(async () => {
        const needless = await db.$count(documentUpdates, lte(documentUpdates.seq, given.seq))
        const isSaved = await saveDocument(db, id, given)
        if (isSaved) takenAway += needless
        return isSaved
      })
      saving = saved.catch(() => {})
      return saved
    },
  })
  const logged = async () => {
    await saving
    return takenAway + (await db.$count(documentUpdates))
  }
  process.on('message', async () => process.send!({ logged: await logged() }))
  process.once('disconnect', () => process.exit(0))
  process.send!({ address: server.address, documentName: postmortemId, personIds } satisfies MeasuredServer)
}
