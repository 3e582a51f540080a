import { signLiveRight } from '#app/people/live-right.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { admit } from './admit.server.ts'

export type GrantedRight =
  | { ok: true; right: string; mayWrite: boolean }
  | { ok: false; reason: 'signed-out' | 'not-found' }

/**
 * A right to open a post-mortem's shared document, for one session and a minute. The socket hands it in; the session's
 * cookie, which travels with every socket, is not enough.
 */
export async function grantLiveRight(
  db: Database,
  secret: string,
  session: { viewer: Viewer; sessionId: string } | null,
  postmortemId: string,
): Promise<GrantedRight> {
  const admission = await admit(db, session?.viewer ?? null, postmortemId)
  if (!admission.ok || !session) return { ok: false, reason: admission.ok ? 'signed-out' : admission.reason }
  const { mayWrite } = admission
  return { ok: true, right: signLiveRight(secret, { sessionId: session.sessionId, postmortemId, mayWrite }), mayWrite }
}
