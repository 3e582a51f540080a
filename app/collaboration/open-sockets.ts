import type { CloseEvent, LiveSocket } from './live-socket.ts'
import { closings } from './live-socket.ts'
import { limitsPerPerson } from './person-limits.ts'

/** Every open socket, and whose it is: what closes them when rights end. */
export class OpenSockets {
  /** How often rights were changed: whoever reads rights meanwhile reads them again. */
  rightsChanged = 0
  #sockets = new Set<LiveSocket>()

  add(socket: LiveSocket): void {
    this.#sockets.add(socket)
  }

  delete(socket: LiveSocket): void {
    this.#sockets.delete(socket)
  }

  /** Closes sockets of a person, of one post-mortem, or both. They come back by themselves and are asked for rights. */
  close({ personId, postmortemId }: { personId?: string; postmortemId?: string }): void {
    this.rightsChanged++
    for (const socket of this.#sockets) {
      if (personId !== undefined && socket.personId !== personId) continue
      if (postmortemId !== undefined && socket.postmortemId !== postmortemId) continue
      socket.close(closings.askAgain)
    }
  }

  closeAll(event: CloseEvent): void {
    for (const socket of this.#sockets) socket.close(event)
  }

  /** Closes those whose session has ended by itself. One that was prolonged meanwhile lets them in again. */
  closeOver(now: Date = new Date()): void {
    for (const socket of this.#sockets) {
      if (socket.sessionEndsAt && socket.sessionEndsAt <= now) socket.close(closings.askAgain)
    }
  }

  /** Whether a person has as many sockets or documents open as one may, before this one. */
  tooMany(asking: LiveSocket): boolean {
    const theirs = [...this.#sockets].filter(
      (socket) => socket !== asking && socket.isAdmitted && socket.personId === asking.personId,
    )
    const documents = new Set(theirs.map((socket) => socket.postmortemId)).add(asking.postmortemId)
    return theirs.length >= limitsPerPerson.sockets || documents.size > limitsPerPerson.documents
  }
}
