import { eq } from 'drizzle-orm'
import { fileIdsIn } from '#app/document/file-ids-in.ts'
import { renewIds } from '#app/document/renew-ids.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { addCopies, copiesOfFiles } from '#app/files/copy-files.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { newId } from '#db/new-id.ts'
import { participants } from '#db/schema/postmortems.ts'
import { createPostmortem } from './create-postmortem.server.ts'
import { readShared } from './read-shared.server.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'

/**
 * Copies the working text into a draft of the viewer's own, with new ids throughout and the files it
 * shows. Nobody else's access comes along, nor
 * scraps, kept sentences, versions or anyone's choice to be named.
 */
export async function duplicatePostmortem(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
): Promise<{ ok: true; id: string; reference: string } | Refused<LockRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'read-draft', async (tx, row) => {
    const { shared } = await readShared(tx, postmortemId)
    const facts = readFacts(shared)
    const known = await tx
      .select({ id: participants.id, personId: participants.personId, roleTitle: participants.roleTitle })
      .from(participants)
      .where(eq(participants.postmortemId, postmortemId))
    const renewed = new Map(known.map(({ id }) => [id, newId()]))
    const document = readDocument(shared)
    const files = await copiesOfFiles(tx, postmortemId, fileIdsIn(document))
    const fileIds = new Map([...files].map(([id, copy]) => [id, copy.id]))
    const created = await createPostmortem(tx, viewer, {
      document: renewIds(document, renewed, fileIds),
      facts: { ...facts, title: facts.title && `Copy of ${facts.title}`.slice(0, 300) },
      copiedFromId: postmortemId,
      // A copy of something narrow starts out as narrow: restricted texts are for those invited.
      visibility: row.restricted ? 'invited' : row.visibility,
      participants: known.map((row) => ({ ...row, id: renewed.get(row.id)! })),
    })
    await addCopies(tx, created.id, files.values())
    return { ok: true, ...created } as const
  })
}
