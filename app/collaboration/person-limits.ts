import { mostDocuments, mostTabs } from '#app/document/live-limits.ts'
import { createPersonThrottle } from './person-throttle.ts'

/**
 * What one person may have open and send, over all their tabs. Too many tabs are refused with words; what is too fast
 * waits its turn. Nothing is counted by address: a whole office behind one address edits during an incident.
 */
export const limitsPerPerson = {
  sockets: mostTabs,
  documents: mostDocuments,
  /** Fast typing is 15 edits a second; a replayed offline hour is a burst. */
  edits: { burst: 400, perSecond: 100 },
  /** A pasted log of 4 MB goes through at once. */
  bytes: { burst: 16 * 1024 * 1024, perSecond: 1024 * 1024 },
  /** Where the caret is. */
  presence: { burst: 200, perSecond: 50 },
}

/** Waits until a person may go on. `told` is called before a wait that is long enough to be noticed, in milliseconds. */
export interface Pace {
  edit(personId: string, bytes: number, told: (wait: number) => void): Promise<void>
  presence(personId: string): Promise<void>
}

const noticed = 1_000

export function createPace(limits: typeof limitsPerPerson = limitsPerPerson): Pace {
  const edits = createPersonThrottle(limits.edits)
  const bytes = createPersonThrottle(limits.bytes)
  const presence = createPersonThrottle(limits.presence)
  return {
    async edit(personId, size, told) {
      const wait = Math.max(edits(personId, 1), bytes(personId, size))
      if (wait > noticed) told(wait)
      await pause(wait)
    },
    presence: (personId) => pause(presence(personId, 1)),
  }
}

async function pause(wait: number): Promise<void> {
  if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
}
