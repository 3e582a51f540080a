type Fetch = typeof globalThis.fetch

/** Something a page asked for and has not been answered. */
export interface Unanswered {
  /** It came from a form: it is sent again by whoever filled it in, and by no clock, since it may have arrived. */
  isForm: boolean
  path: string
  again: () => void
}

/** Between two attempts to load a page, in milliseconds. */
const PAUSE = 3000
/** A proxy in front of a server that is away. */
const awayStatuses = new Set([502, 503, 504])

/**
 * A `fetch` for the requests with which a page goes on (React Router's `.data`): where the server does not answer they wait
 * instead of failing, so that the page stays as it is, with everything typed into it. `tell` is called with all that wait.
 */
export function patientFetch(send: Fetch, tell: (waiting: Unanswered[]) => void): Fetch {
  const waiting = new Set<Unanswered>()

  function nextAttempt(path: string, isForm: boolean, signal?: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = isForm ? undefined : setTimeout(() => end(resolve), PAUSE)
      const unanswered: Unanswered = { path, isForm, again: () => end(resolve) }
      const stop = () => end(() => reject(signal?.reason))
      function end(settle: () => void) {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        waiting.delete(unanswered)
        // A page that is asked for again and does not answer either has been waiting all the time.
        if (signal?.aborted) tell([...waiting])
        settle()
      }
      signal?.addEventListener('abort', stop)
      waiting.add(unanswered)
      tell([...waiting])
    })
  }

  return async (input, init) => {
    const path = new URL(input instanceof Request ? input.url : input, location.origin).pathname
    const method = init?.method ?? 'GET'
    if (!isOfPage(path, method)) return send(input, init)
    let waited = false
    for (;;) {
      try {
        const response = await send(input, init)
        if (!awayStatuses.has(response.status) || response.headers.has('X-Remix-Response')) {
          if (waited) tell([...waiting])
          return response
        }
      } catch (error) {
        if (init?.signal?.aborted) throw error
      }
      waited = true
      await nextAttempt(path, method !== 'GET', init?.signal)
    }
  }
}

/** The first box sends on its own, and says so beside the text. */
function isOfPage(path: string, method: string): boolean {
  return (path.endsWith('.data') || path === '/__manifest') && !(path === '/postmortems/new.data' && method !== 'GET')
}
