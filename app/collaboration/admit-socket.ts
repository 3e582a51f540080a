import type { LiveRight } from '#app/people/live-right.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { admit } from '#app/postmortems/admit.server.ts'
import type { Database } from '#db/client.ts'
import type { LiveSocket } from './live-socket.ts'
import type { OpenSockets } from './open-sockets.ts'
import { orUnavailable, Refusal } from './refusal.ts'

/** Whose browser opened a socket, as its session cookie says. */
export interface LiveSession {
  viewer: Viewer
  sessionId: string
  endsAt: Date
}

export interface Door {
  db: Database
  sockets: OpenSockets
  sessionOf(request: Request): Promise<LiveSession | null>
  /** What a token stands for, or null when it is none or over. */
  readRight(token: string): LiveRight | null
}

/**
 * Lets a socket in to one post-mortem. It takes a right that was minted for this session and this post-mortem within the
 * last minute; what the right says is held against what the policy says now, and the lesser of both counts.
 */
export async function admitSocket(
  { db, sockets, sessionOf, readRight }: Door,
  socket: LiveSocket,
  { request, postmortemId, token }: { request: Request; postmortemId: string; token: string },
): Promise<{ viewer: Viewer; mayWrite: boolean }> {
  // Rights to one post-mortem close the sockets that show it, so a socket shows no other.
  if (socket.postmortemId !== undefined && socket.postmortemId !== postmortemId) throw new Refusal('not-found')
  socket.postmortemId = postmortemId
  for (;;) {
    const before = sockets.rightsChanged
    const session = await orUnavailable(socket, sessionOf(request))
    if (!session) throw new Refusal('signed-out')
    socket.personId = session.viewer.id
    socket.sessionEndsAt = session.endsAt
    const admission = await orUnavailable(socket, admit(db, session.viewer, postmortemId))
    // Rights that changed while they were read are read again: closing may not have known yet whose socket this is.
    if (before !== sockets.rightsChanged) continue
    if (!admission.ok) throw new Refusal(admission.reason)
    const right = readRight(token)
    if (right?.sessionId !== session.sessionId || right.postmortemId !== postmortemId) throw new Refusal('right-over')
    if (sockets.tooMany(socket)) throw new Refusal('too-many')
    socket.isAdmitted = true
    return { viewer: session.viewer, mayWrite: admission.mayWrite && right.mayWrite }
  }
}
