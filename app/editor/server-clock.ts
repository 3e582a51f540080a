let known: { server: number; at: number } | null = null

/** The server has just said what time it is, in milliseconds. */
export function serverTimeIs(server: number): void {
  known = { server, at: performance.now() }
}

/**
 * The server's time, in milliseconds. A device's clock may be wrong by an hour, and may be set while a page is open: it is
 * asked only as long as the server has said nothing.
 */
export function serverNow(): number {
  return known ? known.server + (performance.now() - known.at) : Date.now()
}
