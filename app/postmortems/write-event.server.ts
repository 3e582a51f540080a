import type { Database } from '#db/client.ts'
import { events } from '#db/schema/postmortems.ts'

/** What happens to a post-mortem that others are told of, or that stands in the panel "who can see this". */
export type EventKind =
  | 'published'
  | 'publish-undone'
  | 'unpublished'
  | 'archived'
  | 'unarchived'
  | 'marked-not-required'
  | 'marked-required'
  | 'trashed'
  | 'restored'
  | 'access-given'
  | 'access-revoked'
  | 'visibility-changed'
  | 'handed-over'
  | 'taken-over'

/** Writes an event in the transaction that causes it, to be told from `dueAt` on (now, unless it can still be undone). */
export async function writeEvent(
  tx: Database,
  kind: EventKind,
  event: { postmortemId: string; personId: string; data?: Record<string, unknown>; dueAt?: Date },
): Promise<void> {
  await tx.insert(events).values({ kind, ...event })
}
