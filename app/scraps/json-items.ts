import type { PassedOver, Place } from './reading.ts'

export interface JsonItem {
  value: unknown
  place: Place
}

/**
 * The items of the list in a JSON text, each with its place: the text is a list, or an object that has one under one of `names`, or an
 * object that is an item itself. What is no JSON is one item without a value.
 */
export function jsonItems(text: string, names: readonly string[]): JsonItem[] {
  const whole = { from: 0, to: text.length, line: 1 }
  let root: unknown = null
  try {
    root = JSON.parse(text)
  } catch {
    if (!text.trim()) return []
  }
  if (Array.isArray(root)) return withPlaces(root, text, 1, 0, whole)
  if (typeof root !== 'object' || root === null) return [{ value: null, place: whole }]
  for (const name of names) {
    const list = (root as Record<string, unknown>)[name]
    if (!Array.isArray(list)) continue
    return withPlaces(list, text, 2, keyAt(text, name), whole)
  }
  return [{ value: root, place: whole }]
}

/** An item that is none of its format. */
export function notUnderstood(text: string, place: Place): PassedOver {
  return { place, text: text.slice(place.from, Math.min(place.to, place.from + 300)).trim(), why: 'not-understood' }
}

function withPlaces(list: unknown[], text: string, depth: number, from: number, whole: Place): JsonItem[] {
  const places = placesAt(text, depth, from)
  return list.map((value, at) => ({ value, place: places[at] ?? whole }))
}

/** Where the value of a name of the outermost object begins; the name is looked for outside of strings and of deeper objects. */
function keyAt(text: string, name: string): number {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = stringEnd(text, at)
      if (
        depth === 1 &&
        text.slice(at, end + 1) === JSON.stringify(name) &&
        /^\s*:/.test(text.slice(end + 1, end + 20))
      )
        return at
      at = end
    } else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) depth--
  }
  return 0
}

/** The places of the values of the first list that begins at `from`, in one pass over the characters. */
function placesAt(text: string, listDepth: number, from: number): Place[] {
  const places: Place[] = []
  let depth = listDepth - 1
  let line = 1
  let start = -1
  let startLine = 1
  for (let at = 0; at < from; at++) if (text.charCodeAt(at) === NEW_LINE) line++
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === NEW_LINE) line++
    if (depth === listDepth && start === -1 && !isBetween(code) && code !== CLOSE_BRACKET) {
      start = at
      startLine = line
    }
    if (code === QUOTE) at = stringEnd(text, at)
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--
      if (depth < listDepth) {
        if (start !== -1) places.push({ line: startLine, from: start, to: at })
        break
      }
    } else if (code === COMMA && depth === listDepth && start !== -1) {
      places.push({ line: startLine, from: start, to: at })
      start = -1
    }
  }
  return places
}

const [QUOTE, COMMA, NEW_LINE] = [34, 44, 10]
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [123, 125, 91, 93]

function isBetween(code: number): boolean {
  return code === COMMA || code === 32 || code === NEW_LINE || code === 13 || code === 9
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === 92) at++
    else if (code === QUOTE) return at
  }
  return text.length
}
