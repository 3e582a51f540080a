import type { Viewer } from '#app/people/viewer.ts'

const colour = /^(#[0-9a-f]{6}|var\(--[a-z0-9-]+\))$/i

/**
 * Puts the name of who is signed in on every state of presence a connection sends: nobody appears under another name.
 * States of clients that others have announced are left out. A colour is taken from the client if it is one.
 */
export function showWhoItIs(
  states: Map<number, Record<string, unknown>>,
  viewer: Viewer,
  belongsToOthers: (clientId: number) => boolean,
): void {
  for (const [clientId, state] of states) {
    if (belongsToOthers(clientId)) {
      states.delete(clientId)
      continue
    }
    const given = (typeof state.user === 'object' && state.user ? state.user : {}) as { color?: unknown }
    state.user = {
      id: viewer.id,
      name: viewer.name,
      ...(typeof given.color === 'string' && colour.test(given.color) ? { color: given.color } : {}),
    }
  }
}
