import type { Database } from '#db/client.ts'
import { isPasswordOf, passwordHash, setPassword } from './auth.server.ts'
import { type Counted, countAttempt, forgetAttempts } from './limit-attempts.server.ts'
import { endSessions } from './sessions.server.ts'
import type { Viewer } from './viewer.ts'

type Refusal = Extract<Counted, { ok: false }>

/** The viewer's own password, typed again before something that changes how they sign in; limited like signing in. */
export async function confirmPassword(
  db: Database,
  viewer: Viewer,
  { password, address }: { password: string; address: string },
): Promise<{ ok: true } | { ok: false; reason: 'wrong-password' } | Refusal> {
  const counted = await countAttempt(db, 'sign-in', { account: viewer.email, address })
  if (!counted.ok) return counted
  if (!(await isPasswordOf(db, viewer.id, password))) return { ok: false, reason: 'wrong-password' }
  await forgetAttempts(db, 'sign-in', viewer.email)
  return { ok: true }
}

/** Changes the viewer's own password and ends their sessions elsewhere. */
export async function changePassword(
  db: Database,
  viewer: Viewer,
  given: { current: string; next: string; address: string; keepSession: string },
): Promise<{ ok: true } | { ok: false; reason: 'wrong-password' } | Refusal> {
  const confirmed = await confirmPassword(db, viewer, { password: given.current, address: given.address })
  if (!confirmed.ok) return confirmed
  const hash = await passwordHash(given.next)
  await db.transaction(async (tx) => {
    await setPassword(tx, viewer.id, hash)
    await endSessions(tx, viewer.id, given.keepSession)
  })
  return { ok: true }
}
