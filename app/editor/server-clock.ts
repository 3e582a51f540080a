/** A clock that goes by what the server said last. */
export interface ServerClock {
  /** The server has just said what time it is, in milliseconds. */
  serverTimeIs(server: number): void
  /**
   * The server's time, in milliseconds. A device's clock may be wrong by an hour, and may be set while a page is open: it is
   * asked only as long as the server has said nothing.
   */
  serverNow(): number
}

/** A clock that nothing was said to yet. A page has one: `serverTimeIs` and `serverNow`. */
export function createServerClock(): ServerClock {
  let known: { server: number; at: number } | null = null
  return {
    serverTimeIs(server) {
      known = { server, at: performance.now() }
    },
    serverNow() {
      return known ? known.server + (performance.now() - known.at) : Date.now()
    },
  }
}

export const { serverTimeIs, serverNow } = createServerClock()
