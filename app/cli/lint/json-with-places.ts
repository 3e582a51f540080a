import { lineStartsOf, placeOf } from './place-of.ts'

/** A file that a person wrote and that cannot be used, in one line: file, place, what is wrong, how to mend it. */
export class FileProblem extends Error {
  override name = 'FileProblem'
}

export interface JsonWithPlaces {
  value: unknown
  /** The problem with what stands at a path of keys, or at the nearest part of it that is there. */
  problemAt(path: PropertyKey[], message: string): FileProblem
  /** The problem with a name itself: the last key of the path. */
  problemAtName(path: PropertyKey[], message: string): FileProblem
}

const DEEPEST = 50

/** Reads JSON and remembers where everything stands, so that what is wrong with a value can be told with its line. */
export function jsonWithPlaces(file: string, text: string): JsonWithPlaces {
  const lineStarts = lineStartsOf(text)
  const places = new Map<string, number>()
  const names = new Map<string, number>()
  const token = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\n]|\\.)*")|([-+.\w]+)|$)/y
  let at = 0

  function problem(offset: number, message: string): FileProblem {
    const { line, column } = placeOf(lineStarts, Math.min(offset, text.length))
    return new FileProblem(`${file}:${line}:${column}: ${message}`)
  }

  /** The next token and where it begins; an empty one at the end. */
  function next(): { word: string; from: number } {
    token.lastIndex = at
    const match = token.exec(text)
    if (!match) {
      const from = at + /^[ \t\r\n]*/.exec(text.slice(at))![0].length
      const what = text[from] === '"' ? 'This text has no closing quotation mark.' : 'This is not JSON.'
      throw problem(from, what)
    }
    at = token.lastIndex
    const word = match[1] ?? match[2] ?? match[3] ?? ''
    return { word, from: at - word.length }
  }

  function scalar({ word, from }: { word: string; from: number }): unknown {
    try {
      return JSON.parse(word)
    } catch {
      throw problem(from, word === '' ? 'It ends too early.' : `"${word}" is not expected here.`)
    }
  }

  function value(path: PropertyKey[]): unknown {
    const first = next()
    places.set(JSON.stringify(path), first.from)
    if (path.length > DEEPEST) throw problem(first.from, 'This is nested too deeply.')
    if (first.word === '[') return list(path)
    if (first.word === '{') return record(path)
    return scalar(first)
  }

  function list(path: PropertyKey[]): unknown[] {
    const items: unknown[] = []
    if (skip(']')) return items
    for (;;) {
      items.push(value([...path, items.length]))
      if (!goesOn(']')) return items
    }
  }

  function record(path: PropertyKey[]): Record<string, unknown> {
    const entries: [string, unknown][] = []
    if (skip('}')) return {}
    for (;;) {
      const key = next()
      if (!key.word.startsWith('"')) throw problem(key.from, 'A name in quotation marks is expected here.')
      const name = scalar(key) as string
      const colon = next()
      if (colon.word !== ':') throw problem(colon.from, `A colon is expected behind "${name}".`)
      if (entries.some(([other]) => other === name)) throw problem(key.from, `"${name}" stands here twice.`)
      names.set(JSON.stringify([...path, name]), key.from)
      entries.push([name, value([...path, name])])
      if (!goesOn('}')) return Object.fromEntries(entries)
    }
  }

  function skip(close: string): boolean {
    const before = at
    if (next().word === close) return true
    at = before
    return false
  }

  function goesOn(close: string): boolean {
    const { word, from } = next()
    if (word === close) return false
    if (word !== ',') throw problem(from, `A comma or ${close} is expected here.`)
    return true
  }

  const read = value([])
  const rest = next()
  if (rest.word !== '') throw problem(rest.from, 'Something stands behind the end.')
  return {
    value: read,
    problemAt(path, message) {
      for (let length = path.length; length > 0; length--) {
        const offset = places.get(JSON.stringify(path.slice(0, length)))
        if (offset !== undefined) return problem(offset, message)
      }
      return problem(places.get('[]')!, message)
    },
    problemAtName: (path, message) => problem(names.get(JSON.stringify(path)) ?? 0, message),
  }
}
