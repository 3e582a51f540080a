import type { Viewer } from '#app/people/viewer.ts'

const colour = /^(#[0-9a-f]{6}|var\(--[a-z0-9-]+\))$/i
/** Places one connection may show: its own, and one that a reload left behind. */
const mostPlaces = 2
/** A caret is two positions in the text; anything longer is none. */
const longestCaret = 2_000

/**
 * Puts the name of who is signed in on every state of presence a connection sends: nobody appears under another name.
 * Of what a client says, the colour, the caret and the section are passed on, if they are such. States of clients that
 * others have announced are left out, and more than one person can have on one connection.
 */
export function showWhoItIs(
  states: Map<number, Record<string, unknown>>,
  viewer: Viewer,
  { isOthers, own }: { isOthers: (clientId: number) => boolean; own: ReadonlySet<number> },
): void {
  let known = own.size
  for (const [clientId, state] of states) {
    const isNew = !own.has(clientId)
    // Hocuspocus (4.7) decodes a message with an empty state of its own in it, which would be shown to everybody.
    const saysNothing = Object.keys(state).length === 0
    if (saysNothing || isOthers(clientId) || (isNew && known >= mostPlaces)) {
      states.delete(clientId)
      continue
    }
    if (isNew) known++
    const { user, cursor, section } = state
    const { color } = (typeof user === 'object' && user ? user : {}) as { color?: unknown }
    for (const name of Object.keys(state)) delete state[name]
    state.user = {
      id: viewer.id,
      name: viewer.name,
      ...(typeof color === 'string' && colour.test(color) ? { color } : {}),
    }
    if (typeof section === 'string' && section.length <= 64) state.section = section
    if (isCaret(cursor)) state.cursor = cursor
  }
}

function isCaret(cursor: unknown): boolean {
  return typeof cursor === 'object' && cursor !== null && JSON.stringify(cursor).length <= longestCaret
}
