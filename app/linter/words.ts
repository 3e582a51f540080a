import { irregular } from './lexica/irregular.ts'

/** A closed list of lower-case words, written as one string so that a diff shows one changed line. */
export type Words = ReadonlySet<string>

/** The forms of a list of verbs: "check", "checks", "checked" (past), "checked" (participle), "checking". */
export interface Verbs {
  base: Words
  past: Words
  participle: Words
  gerund: Words
}

interface Forms {
  third: string
  past: string
  participle: string
  gerund: string
}

const irregulars = new Map(
  irregular
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [base = '', past = '', participle = past] = entry.split('/')
      return [base, { past, participle }]
    }),
)
const DOUBLES = /^(?:re|un)?[^aeiou]+[aeiou][bdgmnprt]$|[bdmo]mit$|forget$|begin$|[aeo]cur$|efer$|nsfer$/

/**
 * Splits a list at white space and bars; every entry is one lower-case token. A star stands for all forms of a verb
 * ("check*"), a plus for a noun and its plural ("error+"). Verbs in -ise are understood in -ize too.
 */
/* @__NO_SIDE_EFFECTS__ */
export function words(list: string): Words {
  return new Set(
    list
      .trim()
      .split(/[\s|]+/)
      .flatMap(formsOf),
  )
}

/** The union of several lists. */
/* @__NO_SIDE_EFFECTS__ */
export function allOf(...lists: Words[]): Words {
  return new Set(lists.flatMap((list) => [...list]))
}

/** Inflects a list of verbs, and adds the verbs of other lists. Irregular ones are known from `lexica/irregular.ts`. */
/* @__NO_SIDE_EFFECTS__ */
export function verbs(list: string, ...others: Verbs[]): Verbs {
  const bases = list.split(/\s+/).flatMap((verb) => (verb ? [verb, ...otherSpelling(verb)] : []))
  const conjugated = bases.map(conjugate)
  const gather = (own: string[], form: keyof Verbs) => allOf(new Set(own), ...others.map((each) => each[form]))
  return {
    base: gather(bases, 'base'),
    past: gather(
      conjugated.map(({ past }) => past),
      'past',
    ),
    participle: gather(
      conjugated.map(({ participle }) => participle),
      'participle',
    ),
    gerund: gather(
      conjugated.map(({ gerund }) => gerund),
      'gerund',
    ),
  }
}

/** Past forms and participles of the irregular verbs. */
export const irregularPast: Words = new Set(['was', 'were', ...prefixed(([, { past }]) => past)])
export const irregularParticiple: Words = new Set(prefixed(([, { participle }]) => participle))

/** A form of each verb, and with the prefixes that make another verb of it, unless it looks like a noun ("the reset"). */
function prefixed(form: (entry: [string, Pick<Forms, 'past' | 'participle'>]) => string): string[] {
  return [...irregulars].flatMap((entry) => {
    const word = form(entry)
    return word === entry[0] ? word : ['', 'over', 're', 'mis', 'fore', 'with'].map((prefix) => prefix + word)
  })
}

function formsOf(entry: string): string[] {
  const stem = entry.slice(0, -1)
  if (entry.endsWith('+')) return [stem, withS(stem)]
  if (!entry.endsWith('*')) return [entry]
  return [stem, ...otherSpelling(stem)].flatMap((verb) => [verb, ...Object.values(conjugate(verb))])
}

function otherSpelling(verb: string): string[] {
  return /[iy]se$/.test(verb) ? [`${verb.slice(0, -2)}ze`] : []
}

function conjugate(verb: string): Forms {
  const doubled = DOUBLES.test(verb) ? verb + verb.at(-1) : verb
  const known = irregularOf(verb)
  const past = known?.past ?? regularPast(verb, doubled)
  return { third: withS(verb), past, participle: known?.participle ?? past, gerund: gerundOf(verb, doubled) }
}

/** Of the verb itself, or of the verb behind a prefix: "overwrite" goes like "write". */
function irregularOf(verb: string): { past: string; participle: string } | undefined {
  const known = irregulars.get(verb)
  if (known) return known
  const [, prefix, rest] = /^(over|re|mis|un|fore|with)(...+)$/.exec(verb) ?? []
  const inner = rest && irregularOf(rest)
  return inner ? { past: prefix + inner.past, participle: prefix + inner.participle } : undefined
}

function regularPast(verb: string, doubled: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${doubled}ed`
}

function gerundOf(verb: string, doubled: string): string {
  if (verb.endsWith('ie')) return `${verb.slice(0, -2)}ying`
  return `${/[^e]e$/.test(verb) ? verb.slice(0, -1) : doubled}ing`
}

/** The plural of a noun, the third person of a verb. */
function withS(word: string): string {
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`
  return /(?:s|x|ch|sh|do|go)$/.test(word) ? `${word}es` : `${word}s`
}
