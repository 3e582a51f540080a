import { closings, type LiveSocket } from './live-socket.ts'

/** A refusal with an empty message: Hocuspocus prints the message of every error that a hook throws. */
export class Refusal extends Error {
  reason: string
  code = closings.askAgain.code
  constructor(reason: string) {
    super('')
    this.reason = reason
  }
}

/** A database that does not answer is no refusal: the socket closes with a code that asks to try again later. */
export async function orUnavailable<T>(socket: LiveSocket, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Refusal)) setTimeout(() => socket.close(closings.unavailable), 0)
    throw error
  }
}
