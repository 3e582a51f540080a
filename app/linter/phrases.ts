import { FILLER_CODE, isWordCode, MENTION_CODE } from './characters.ts'
import { auxiliaries, notAdverbs, smallAdverbs } from './lexica/grammar.ts'
import { type Words, words } from './words.ts'

/** One place in a phrase: which words fit, and how often (0 to 4 times at most). */
interface Slot {
  fits: (word: string) => boolean
  /** The finite list behind `fits`, if there is one: only such a slot can anchor a phrase. */
  list?: Words
  min: 0 | 1
  max: number
}

/** A sequence of slots, found by its anchor: the slot whose words are met least. */
export interface Phrase {
  slots: Slot[]
  anchor: number
}

/** Where a phrase stands: first token, and the one after the last. */
export interface Match {
  from: number
  to: number
}

// How often words stand in post-mortems, roughly: a phrase waits for the slot that is met least.
const CONSTANT = words(`
  a all an and are as at be been by do for from had has have i if in is it not of on or that the this to up was we
  were with
`)
const FREQUENT = words(`
  about after again alert+ before can change+ check* could did due engineer error+ every first he how into just may
  member+ might more most must need+ never new no no-one one only other our out over page+ people process report*
  review* service she should so some still team test* than their them then there they time us use* user what when who
  why work* would
`)
/** A word of any script, a mention or something masked; no punctuation. */
export function isWord(word: string): boolean {
  const code = word.charCodeAt(0)
  return isWordCode(code) || code === FILLER_CODE || code === MENTION_CODE
}

/**
 * A phrase, written slot by slot:
 *
 *     phrase`should|ought ~ to? have ${participle}`
 *
 * Words between bars are alternatives, with the marks of `words` ("check*", "error+"); `?` behind a slot makes it
 * optional; `~` are adverbs, if any; `_` is one word of any kind, `..3` are up to three. A list or a test goes in as `${…}`.
 */
/* @__NO_SIDE_EFFECTS__ */
export function phrase(
  texts: TemplateStringsArray,
  ...parts: (Words | RegExp | ((word: string) => boolean))[]
): Phrase {
  const slots = texts
    .join('\0')
    .trim()
    .split(/\s+/)
    .map((written) => {
      if (written === '~') return { ...slotOf(adverb), min: 0, max: 4 } as const
      if (written.startsWith('..')) return { ...slotOf(isWord), min: 0, max: Number(written.slice(2)) } as const
      if (written === '_') return slotOf(isWord)
      const isOptional = written.endsWith('?')
      const plain = isOptional ? written.slice(0, -1) : written
      const slot = slotOf(plain === '\0' ? parts.shift()! : words(plain))
      return isOptional ? { ...slot, min: 0 as const } : slot
    })
  let anchor = -1
  for (const [index, slot] of slots.entries()) {
    if (slot.list && slot.min === 1 && (anchor < 0 || frequency(slot.list) < frequency(slots[anchor]!.list!)))
      anchor = index
  }
  if (anchor < 0) throw new Error('A phrase needs at least one slot with literal words that is not optional.')
  return { slots, anchor }
}

function frequency(list: Words): number {
  let sum = 0
  for (const word of list) sum += CONSTANT.has(word) ? 50 : FREQUENT.has(word) ? 12 : 1
  return sum
}

/** Adverbs by form: in -ly, or one of the small ones. */
export function adverb(word: string): boolean {
  return smallAdverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word))
}

/** The words that lead the prefilter to this phrase: of "all-nighter" the longest run of letters, of "did" also that of "didn't". */
export function triggersOf({ slots, anchor }: Phrase): string[] {
  return [...(slots[anchor]?.list ?? [])].flatMap((word) => {
    const longest = word.split(/[^a-z]+/).reduce((most, part) => (part.length > most.length ? part : most), '')
    return auxiliaries.has(word) ? [longest, `${word}n`] : [longest]
  })
}

/** Matches a phrase whose anchor stands at token `at`; longest first, null if it is not there. */
export function matchAt({ slots, anchor }: Phrase, words: string[], at: number): Match | null {
  if (!slots[anchor]!.fits(words[at] ?? '')) return null
  const from = walk(slots, anchor - 1, words, at, -1)
  if (from === null) return null
  const to = walk(slots, anchor + 1, words, at, 1)
  return to === null ? null : { from, to: to + 1 }
}

/** Follows the slots in one direction; gives the last token taken. Bounded: few slots, at most four words each. */
function walk(slots: Slot[], index: number, words: string[], last: number, step: 1 | -1): number | null {
  const slot = slots[index]
  if (!slot) return last
  let taken = 0
  while (taken < slot.max && slot.fits(words[last + step * (taken + 1)] ?? '')) taken++
  for (; taken >= slot.min; taken--) {
    const end = walk(slots, index + step, words, last + step * taken, step)
    if (end !== null) return end
  }
  return null
}

function slotOf(part: Words | RegExp | ((word: string) => boolean)): Slot {
  if (typeof part === 'function') return { fits: (word) => word !== '' && part(word), min: 1, max: 1 }
  if (part instanceof RegExp) return { fits: (word) => part.test(word), min: 1, max: 1 }
  return { fits: (word) => part.has(word), list: part, min: 1, max: 1 }
}
