import { and, desc, eq } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { indexPostmortem, unindex, updateRowAccess } from '#app/library/index-postmortem.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { events, postmortems, versions } from '#db/schema/postmortems.ts'
import { projectFacts } from './project-facts.server.ts'
import type { PublishedBefore } from './publish-postmortem.server.ts'
import { undoUntil } from './undo-until.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { workingText } from './working-text.server.ts'
import { writeEvent } from './write-event.server.ts'

/**
 * Takes the last publishing back within its ten minutes: state, version and times are again what they were before it, and
 * nobody is told of it. The frozen version goes, since what it is taken back for may be what stands in it; the text itself is
 * the draft's, and its number is free again.
 */
export async function undoPublish(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  now = new Date(),
): Promise<{ ok: true } | Refused<LockRefusal | 'too-late'>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'publish', async (tx, row) => {
    const last = row.publishedVersionId ? await lastPublished(tx, postmortemId, row.publishedVersionId) : null
    if (!last || now >= undoUntil(last.publishedAt)) return { ok: false, reason: 'too-late' } as const

    const { versionId, before } = last.data
    await tx
      .update(postmortems)
      .set({
        state: before.state,
        publishedVersionId: before.versionId,
        publishedAt: before.publishedAt ? new Date(before.publishedAt) : null,
        visibleFrom: before.visibleFrom ? new Date(before.visibleFrom) : null,
      })
      .where(eq(postmortems.id, postmortemId))
    const [earlier] = before.versionId
      ? await tx
          .select({ document: versions.document, facts: versions.facts })
          .from(versions)
          .where(eq(versions.id, before.versionId))
      : []
    if (earlier) await indexPostmortem(tx, postmortemId, before.versionId, earlier.document as DocumentJson)
    else await unindex(tx, postmortemId, 'published')
    const text = earlier && { document: earlier.document as DocumentJson, facts: Facts.parse(earlier.facts) }
    await projectFacts(tx, postmortemId, text ?? (await workingText(tx, postmortemId)))
    await updateRowAccess(tx, postmortemId)
    await tx.delete(versions).where(eq(versions.id, versionId))
    await tx.delete(events).where(eq(events.id, last.event.id))
    await writeEvent(tx, 'publish-undone', { postmortemId, personId: viewer.id, data: { number: last.data.number } })
    return { ok: true } as const
  })
}

async function lastPublished(tx: Database, postmortemId: string, versionId: string) {
  const [event] = await tx
    .select({ id: events.id, data: events.data })
    .from(events)
    .where(and(eq(events.postmortemId, postmortemId), eq(events.kind, 'published')))
    .orderBy(desc(events.id))
    .limit(1)
  const [version] = await tx
    .select({ publishedAt: versions.publishedAt })
    .from(versions)
    .where(eq(versions.id, versionId))
  const data = event?.data as PublishedBefore | undefined
  if (!event || !version?.publishedAt || data?.versionId !== versionId) return null
  return { event, data, publishedAt: version.publishedAt }
}
