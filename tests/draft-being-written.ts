import { onTestFinished } from 'vitest'
import * as Y from 'yjs'
import type { LiveEditingOptions } from '#app/collaboration/live-editing.server.ts'
import type { Watch } from '#app/editor/heartbeat.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { loadDocument } from '#app/postmortems/load-document.server.ts'
import type { Database } from '#db/client.ts'
import type { OpenDatabase } from '#db/open-database.ts'
import { access } from '#db/schema/postmortems.ts'
import { completeDocument } from './documents.ts'
import { draftOf, person } from './factories.ts'
import { type LiveEditor, openLiveEditor } from './live-editor.ts'
import { startLiveServer } from './live-server.ts'
import { firstLine, itemOf } from './merging-replicas.ts'

/** A draft on a running server, its owner, and what opens it over real sockets. Everything is closed after the test. */
export async function draftBeingWritten(db: Database, opened: OpenDatabase, given: Partial<LiveEditingOptions> = {}) {
  const ines = await person(db, { name: 'Ines Okafor' })
  const draft = await draftOf(db, ines, { document: completeDocument() })
  const server = await startLiveServer({ opened: { ...opened, db }, ...given })
  onTestFinished(() => server.close())
  const open = (viewer: Viewer | null, over = server.address, watch?: Watch): LiveEditor => {
    const editor = openLiveEditor(over, draft.id, { cookie: viewer ? `person=${viewer.id}` : '' }, watch)
    onTestFinished(() => editor.close())
    return editor
  }
  const invite = async (viewer: Viewer, role: 'editor' | 'commenter' | 'reader') => {
    await db.insert(access).values({ postmortemId: draft.id, subjectKind: 'person', subjectId: viewer.id, role })
  }
  return { ines, draft, server, live: server.live, open, invite }
}

/** Types at the end of an item. */
export const type = (shared: Y.Doc, itemId: string, text: string) => {
  const line = firstLine(itemOf(shared, itemId))
  line.insert(line.length, text)
}
export const says = (text: string) => (shared: Y.Doc) => shared.getXmlFragment('content').toString().includes(text)

/** The document as it stands in the database. */
export async function stored(db: Database, id: string): Promise<Y.Doc> {
  const shared = new Y.Doc()
  Y.applyUpdate(shared, (await loadDocument(db, id))!.state)
  return shared
}
