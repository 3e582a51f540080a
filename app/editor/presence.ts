/** Someone who has the document open, as the server says: nobody appears under another name. Nothing of it is recorded. */
export interface Present {
  clientId: number
  /** Of the person, as on their caret. */
  id: string
  name: string
  color: string
  /** The section their caret is in, or null. */
  section: string | null
}

const colors = ['#2f7d6b', '#7a5c99', '#96501f', '#3b5b92', '#8a4560', '#646b79']

/** One of a few colours that white letters can be read on; the same person has the same one everywhere. */
export function colorOf(personId: string): string {
  const sum = [...personId].reduce((total, letter) => total + letter.codePointAt(0)!, 0)
  return colors[sum % colors.length]!
}

/** Each other person once, however many tabs they have: in the one where the caret is. */
export function present(
  states: { clientId: number; [key: string]: unknown }[],
  own: number,
  viewerId: string,
): Present[] {
  const people = new Map<string, Present>()
  for (const { clientId, user, section } of states) {
    const { id, name, color } = (user ?? {}) as { id?: string; name?: string; color?: string }
    if (clientId === own || !id || !name || id === viewerId) continue
    const place = typeof section === 'string' ? section : null
    if (people.has(id) && place === null) continue
    people.set(id, { clientId, id, name, color: color ?? colorOf(id), section: place })
  }
  return [...people.values()].toSorted((one, other) => one.name.localeCompare(other.name))
}
