import * as Y from 'yjs'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument, type Scrap, scrapsOf } from '#app/document/shared-document.ts'
import { zoneOfTimes } from '#app/document/zone-of-times.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { access, participants, postmortems } from '#db/schema/postmortems.ts'
import { appendUpdate } from './append-update.server.ts'
import { projectDocument } from './project-document.server.ts'
import { referenceOf } from './reference.ts'
import { noteContributor } from './versions/contributors.server.ts'

export interface NewPostmortem {
  document: DocumentJson
  facts?: Partial<Facts>
  /** Raw material to start with, by id. */
  scraps?: Record<string, Scrap>
  copiedFromId?: string
  /** Who reads it once it is published; the draft is its author's alone in any case. */
  visibility?: 'invited' | 'teams' | 'members'
  /** People who are mentioned in `document`, by the ids it uses. */
  participants?: { id: string; personId: string | null; roleTitle: string }[]
  /** What the database would give it; set by the sample library, which finds by the id what it brought. */
  row?: { id: string; number: number; createdAt: Date }
}

/**
 * Creates a draft that its author alone can see: the row, the author's access, and the first state of the shared document,
 * in one transaction, with the rows of the library derived. The times of `document` are taken as they are.
 */
export async function createPostmortem(
  db: Database,
  viewer: Viewer,
  {
    document,
    facts = {},
    scraps = {},
    copiedFromId,
    visibility = 'members',
    participants: people = [],
    row,
  }: NewPostmortem,
): Promise<{ id: string; number: number; reference: string }> {
  const shared = new Y.Doc()
  fillSharedDocument(shared, document, Facts.parse({ zone: zoneOfTimes(document) ?? viewer.timeZone, ...facts }))
  for (const [id, scrap] of Object.entries(scraps)) scrapsOf(shared).set(id, scrap)

  return db.transaction(async (tx) => {
    const [created] = await tx
      .insert(postmortems)
      .values({ ownerId: viewer.id, copiedFromId, visibility, ...row })
      .returning({ id: postmortems.id, number: postmortems.number })
    const { id, number } = created!
    await tx.insert(access).values({
      postmortemId: id,
      subjectKind: 'person',
      subjectId: viewer.id,
      role: 'owner',
      because: 'Started it',
      givenById: viewer.id,
    })
    const author = { personId: viewer.id, roleTitle: viewer.roleTitle }
    const others = people.some((one) => one.personId === viewer.id) ? people : [...people, author]
    await tx.insert(participants).values(others.map((one) => ({ ...one, postmortemId: id })))
    await noteContributor(tx, id, viewer.id)
    const seq = await appendUpdate(tx, id, Y.encodeStateAsUpdate(shared))
    await projectDocument(tx, id, shared, seq)
    return { id, number, reference: referenceOf(number) }
  })
}
