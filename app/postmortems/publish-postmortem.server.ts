import { eq, max } from 'drizzle-orm'
import * as Y from 'yjs'
import type { DocumentJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { indexPostmortem, updateRowAccess } from '#app/library/index-postmortem.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { changeProgress, postmortems, versions } from '#db/schema/postmortems.ts'
import { checkDraft } from './check-draft.server.ts'
import { projectDocument } from './project-document.server.ts'
import { projectFacts } from './project-facts.server.ts'
import { publishedHash } from './published-hash.server.ts'
import { readShared } from './read-shared.server.ts'
import { canStep } from './state-steps.ts'
import { undoUntil } from './undo-until.ts'
import { type LockRefusal, type Refused, withLockedPostmortem } from './with-locked-postmortem.server.ts'
import { writeEvent } from './write-event.server.ts'

export type PublishRefusal = LockRefusal | 'not-now' | 'changed-meanwhile' | 'nothing-new'

/** What publishing replaced, kept in its event so that undoing brings exactly that back. */
export interface PublishedBefore {
  versionId: string
  number: number
  before: {
    state: 'draft' | 'in_review' | 'published'
    versionId: string | null
    publishedAt: string | null
    visibleFrom: string | null
  }
}

/**
 * Publishes the latest acknowledged state as a frozen version; where one stands already, as the amendment that follows it.
 * `checkedHash` is the state that was looked through: when the text has moved on since, nothing is published. `reasons`
 * say why points of the check stay open; a point without one is recorded as left open ('').
 *
 * A first version is found by everyone after ten minutes. An amendment takes the place of the version before it at once,
 * because for ten minutes without either there would be nothing to read.
 */
export async function publishPostmortem(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  {
    checkedHash,
    reasons = {},
    now = new Date(),
  }: { checkedHash?: string; reasons?: Record<string, string>; now?: Date },
): Promise<{ ok: true; versionId: string; number: number } | Refused<PublishRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'publish', async (tx, row, standing) => {
    if (!canStep('publish', standing)) return { ok: false, reason: 'not-now' } as const
    const { shared, seq } = await readShared(tx, postmortemId)
    const check = await checkDraft(tx, postmortemId, shared)
    if (checkedHash !== undefined && checkedHash !== check.hash)
      return { ok: false, reason: 'changed-meanwhile' } as const
    if (row.publishedVersionId && (await publishedHash(tx, row.publishedVersionId)) === check.hash)
      return { ok: false, reason: 'nothing-new' } as const

    await projectDocument(tx, postmortemId, shared, seq)
    const document = readDocument(shared)
    const facts = readFacts(shared)
    const keys = [...check.leaks, ...check.points].map((point) => point.key)
    const waivers = Object.fromEntries(keys.map((key) => [key, reasons[key] ?? check.reasons[key] ?? '']))
    const number = await nextNumber(tx, postmortemId)
    const [version] = await tx
      .insert(versions)
      .values({
        postmortemId,
        number,
        state: Y.encodeStateAsUpdate(shared),
        document,
        facts,
        contentHash: check.hash,
        waivers,
        templateVersionId: await templateVersionOf(tx, postmortemId),
        madeById: viewer.id,
        madeAt: now,
        publishedAt: now,
      })
      .returning({ id: versions.id })
    const versionId = version!.id

    const isOut = row.publishedVersionId !== null && row.visibleFrom !== null && row.visibleFrom <= now
    const tellFrom = undoUntil(now)
    await tx
      .update(postmortems)
      .set({
        state: 'published',
        publishedVersionId: versionId,
        publishedAt: row.publishedAt && isOut ? row.publishedAt : now,
        visibleFrom: isOut ? row.visibleFrom : tellFrom,
        unpublishedBecause: null,
      })
      .where(eq(postmortems.id, postmortemId))
    await projectFacts(tx, postmortemId, { document, facts })
    await startChanges(tx, postmortemId, document)
    await indexPostmortem(tx, postmortemId, versionId, document)
    await updateRowAccess(tx, postmortemId)

    const before: PublishedBefore['before'] = {
      state: standing.state as PublishedBefore['before']['state'],
      versionId: row.publishedVersionId,
      publishedAt: row.publishedAt?.toISOString() ?? null,
      visibleFrom: row.visibleFrom?.toISOString() ?? null,
    }
    const data = { versionId, number, before } satisfies PublishedBefore
    await writeEvent(tx, 'published', { postmortemId, personId: viewer.id, data, dueAt: tellFrom })
    return { ok: true, versionId, number } as const
  })
}

/** The number the next version will have. */
export async function nextNumber(db: Database, postmortemId: string): Promise<number> {
  const [last] = await db
    .select({ number: max(versions.number) })
    .from(versions)
    .where(eq(versions.postmortemId, postmortemId))
  return (last?.number ?? 0) + 1
}

async function templateVersionOf(tx: Database, postmortemId: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: postmortems.templateVersionId })
    .from(postmortems)
    .where(eq(postmortems.id, postmortemId))
  return row?.id ?? null
}

/** Every change that is being made has a row of its own from now on, for what moves after publishing. */
async function startChanges(tx: Database, postmortemId: string, document: DocumentJson): Promise<void> {
  const started = extract(document)
    .filter((section) => section.hiddenBecause === null)
    .flatMap((section) => section.items)
    .filter((item) => item.kind === 'change' && item.attributes.decision === 'doing')
    .map((item) => ({ postmortemId, itemId: item.id }))
  if (started.length > 0) await tx.insert(changeProgress).values(started).onConflictDoNothing()
}
