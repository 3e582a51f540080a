/**
 * A client asks whether the line is alive with one byte, and is answered at once, past everything that waits for the
 * database. Both numbers are Hocuspocus's own for this, which it uses in the other direction.
 */
const PING = 9
const PONG = 10

export function isPing(message: Uint8Array): boolean {
  return message.length === 1 && message[0] === PING
}

/** The answer, with the server's time in milliseconds: the device's clock may be wrong by an hour. */
export function pong(now: number = Date.now()): Uint8Array<ArrayBuffer> {
  const answer = new DataView(new ArrayBuffer(9))
  answer.setUint8(0, PONG)
  answer.setFloat64(1, now)
  return new Uint8Array(answer.buffer)
}
