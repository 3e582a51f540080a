/** A closed list of lower-case words, written as one string so that a diff shows one changed line. */
export type Words = ReadonlySet<string>

/** Splits a list at white space; every entry is one lower-case token. */
// @__NO_SIDE_EFFECTS__
export function words(list: string): Words {
  return new Set(list.trim().split(/\s+/))
}

/** The union of several lists. */
// @__NO_SIDE_EFFECTS__
export function allOf(...lists: Words[]): Words {
  return new Set(lists.flatMap((list) => [...list]))
}

/** The forms of a list of verbs: "check", "checked" (past), "checked" (participle), "checking". */
export interface Verbs {
  base: Words
  past: Words
  participle: Words
  gerund: Words
}

/**
 * Inflects a list of verbs. Regular ones stand alone ("check"), others as base/past, base/past/participle or
 * with the form in -ing ("catch/caught", "break/broke/broken", "set/set/set/setting"). A doubled consonant is written out: "drop/dropped".
 */
export function verbs(list: string): Verbs {
  const entries = list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [base = '', past = regularPast(base), participle = past, ing = gerund(base, past)] = entry.split('/')
      return { base, past, participle, gerund: ing }
    })
  return {
    base: new Set(entries.map((entry) => entry.base)),
    past: new Set(entries.map((entry) => entry.past)),
    participle: new Set(entries.map((entry) => entry.participle)),
    gerund: new Set(entries.map((entry) => entry.gerund)),
  }
}

function regularPast(base: string): string {
  if (base.endsWith('e')) return `${base}d`
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ied`
  return `${base}ed`
}

function gerund(base: string, past: string): string {
  if (base.endsWith('ie')) return `${base.slice(0, -2)}ying`
  if (base.endsWith('e') && !base.endsWith('ee')) return `${base.slice(0, -1)}ing`
  const doubled = past.endsWith('ed') && past.length === base.length + 3
  return `${doubled ? past.slice(0, -2) : base}ing`
}
