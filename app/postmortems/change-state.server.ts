import { and, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { unindex } from '#app/library/index-postmortem.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { events, postmortems, versions } from '#db/schema/postmortems.ts'
import { projectFacts } from './project-facts.server.ts'
import { canStep, type Step } from './state-steps.ts'
import {
  type LockedRow,
  type LockRefusal,
  type Refused,
  withLockedPostmortem,
} from './with-locked-postmortem.server.ts'
import { workingText } from './working-text.server.ts'
import { type EventKind, writeEvent } from './write-event.server.ts'

export type StateStep = Exclude<Step, 'publish'>
export type StateRefusal = LockRefusal | 'not-now' | 'no-reason'

const eventOf: Record<StateStep, EventKind> = {
  unpublish: 'unpublished',
  archive: 'archived',
  unarchive: 'unarchived',
  'mark-not-required': 'marked-not-required',
  'mark-required': 'marked-required',
}

/**
 * Takes one step from state to state. Unpublishing and *not required* need a reason, which stays with the post-mortem.
 * What is unpublished leaves the library at once; its versions stay, for those invited.
 */
export async function changeState(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  step: StateStep,
  because = '',
): Promise<{ ok: true } | Refused<StateRefusal>> {
  return withLockedPostmortem(db, viewer, postmortemId, 'manage', async (tx, row, standing) => {
    if (!canStep(step, standing)) return { ok: false, reason: 'not-now' } as const
    const reason = because.trim()
    if (!reason && (step === 'unpublish' || step === 'mark-not-required'))
      return { ok: false, reason: 'no-reason' } as const
    await tx
      .update(postmortems)
      .set(columnsAfter(step, row, reason))
      .where(eq(postmortems.id, postmortemId))
    if (step === 'unpublish') {
      await unindex(tx, postmortemId, 'published')
      await withdrawVersions(tx, postmortemId)
      await projectFacts(tx, postmortemId, await workingText(tx, postmortemId))
      await forgetUntoldPublishing(tx, postmortemId)
    }
    await writeEvent(tx, eventOf[step], { postmortemId, personId: viewer.id, data: reason ? { because: reason } : {} })
    return { ok: true } as const
  })
}

/** They may hold what it was taken back for: a later publishing shows them to those invited, and to nobody else. */
async function withdrawVersions(tx: Database, postmortemId: string): Promise<void> {
  const standing = and(
    eq(versions.postmortemId, postmortemId),
    isNotNull(versions.publishedAt),
    isNull(versions.undoneAt),
  )
  await tx.update(versions).set({ undoneAt: new Date() }).where(standing)
}

/** What was published and taken back before anyone was told of it is told to nobody. */
async function forgetUntoldPublishing(tx: Database, postmortemId: string): Promise<void> {
  const untold = and(eq(events.postmortemId, postmortemId), eq(events.kind, 'published'), gt(events.dueAt, new Date()))
  await tx.delete(events).where(untold)
}

function columnsAfter(step: StateStep, row: LockedRow, reason: string): Partial<typeof postmortems.$inferInsert> {
  switch (step) {
    case 'unpublish':
      return {
        state: 'draft',
        publishedVersionId: null,
        publishedAt: null,
        visibleFrom: null,
        unpublishedBecause: reason,
      }
    case 'archive':
      return { state: 'archived' }
    case 'unarchive':
      // It goes back to where its rows say it was: published, not required, or a draft.
      if (row.publishedVersionId) return { state: 'published' }
      return { state: row.notRequiredBecause ? 'not_required' : 'draft' }
    case 'mark-not-required':
      return { state: 'not_required', notRequiredBecause: reason }
    case 'mark-required':
      return { state: 'draft', notRequiredBecause: null }
  }
}
