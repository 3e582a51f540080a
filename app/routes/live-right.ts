import { data } from 'react-router'
import { z } from 'zod'
import { readOrganisation } from '#app/catalogue/organisation.server.ts'
import { databaseContext, environmentContext } from '#app/context.ts'
import { sessionOf } from '#app/people/auth.server.ts'
import { secretOf } from '#app/people/secret.server.ts'
import { admit } from '#app/postmortems/admit.server.ts'
import { grantLiveRight } from '#app/postmortems/grant-live-right.server.ts'
import type { Route } from './+types/live-right.ts'

const Asked = z.object({
  /** Of the post-mortem whose document is to be opened. */
  postmortem: z.string().max(64).optional(),
  /** Who the page was made for: another person may have signed in in another tab meanwhile. */
  person: z.string().max(64).optional(),
  /** Post-mortems of which this device keeps a copy. */
  kept: z.array(z.string().max(64)).max(200),
})

const statuses = { 'signed-out': 401, 'not-found': 404 }

/**
 * What the editor asks before each connection: a right for the socket, the server's time, and whether copies may be kept on
 * the device. Asked with `kept`, it says which of those whoever asks may still write.
 */
export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  const form = await request.formData()
  const asked = Asked.safeParse({ ...Object.fromEntries(form), kept: form.getAll('kept') })
  if (!asked.success) return data({ ok: false, reason: 'not-found' } as const, { status: 400 })
  const { postmortem, person, kept } = asked.data
  const session = await sessionOf(db, settings, request)
  if (!session || (person && person !== session.viewer.id)) {
    return data({ ok: false, reason: 'signed-out' } as const, { status: 401 })
  }
  const keepsCopies = (await readOrganisation(db))?.keepsLocalCopies ?? false
  if (!postmortem) {
    const writable: string[] = []
    for (const id of kept) {
      const admission = await admit(db, session.viewer, id)
      if (admission.ok && admission.mayWrite) writable.push(id)
    }
    return data({ ok: true, writable, keepsCopies } as const)
  }
  const granted = await grantLiveRight(db, secretOf(settings), session, postmortem)
  if (!granted.ok) return data(granted, { status: statuses[granted.reason] })
  return data({ ...granted, keepsCopies, now: Date.now() })
}
