export type AskedRight =
  | { ok: true; right: string; mayWrite: boolean; keepsCopies: boolean; now: number }
  | { ok: false; reason: 'signed-out' | 'not-found' }

/** Longer than a server takes that is alive, in milliseconds. */
const LONGEST = 6000

/**
 * Asks for the right to open a document: once for each connection, because it is over after a minute. Throws when the server
 * does not answer, or something else answers in its place.
 */
export async function askLiveRight(postmortemId: string, personId: string): Promise<AskedRight> {
  const answer = await fetch('/live-right', {
    method: 'POST',
    body: new URLSearchParams({ postmortem: postmortemId, person: personId }),
    signal: AbortSignal.timeout(LONGEST),
  })
  const asked = (await answer.json()) as AskedRight
  if (typeof asked.ok !== 'boolean') throw new Error(`No right was given: ${answer.status}`)
  return asked
}
