import { notAdverbs, smallAdverbs } from './lexica/grammar.ts'
import { type Words, words } from './words.ts'

/** One place in a phrase: which words fit, and how often (0 to 4 times at most). */
interface Slot {
  fits: (word: string) => boolean
  /** The finite list behind `fits`, if there is one: only such a slot can anchor a phrase. */
  list?: Words
  min: 0 | 1
  max: number
}
type SlotLike = string | RegExp | Words | ((word: string) => boolean) | Slot

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
  the a an to of in on at by for be is was were been are and or not do have has this that it we i with as from all if up had
`)
const FREQUENT = words(`
  never did no he she they should could would who why more our us than their been no-one again one only new time over can some
  first user engineer team process test check report error due used review just out set before after still when what how so
  team members people into might must need needs there them page alert service change every other working about then most may
`)

/**
 * A phrase of literal alternatives ("failed|forgot"), word lists, tests and the wrappers below.
 * `phrase('should|could', many(adverb), 'have')`
 */
export function phrase(...parts: SlotLike[]): Phrase {
  const slots = parts.map(toSlot)
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

/** The part may be absent. */
export function maybe(part: SlotLike): Slot {
  return { ...toSlot(part), min: 0 }
}

/** The part stands there up to four times, or not at all. */
export function many(part: SlotLike): Slot {
  return { ...toSlot(part), min: 0, max: 4 }
}

/** Up to `max` words of any kind, but no punctuation. */
export function gap(max: number): Slot {
  return { fits: (word) => /^[\p{L}\p{N}\uE000\uFFFC]/u.test(word), min: 0, max }
}

/** Adverbs by form: in -ly, or one of the small ones. */
export function adverb(word: string): boolean {
  return smallAdverbs.has(word) || (word.length > 4 && word.endsWith('ly') && !notAdverbs.has(word))
}

/** The words that lead the prefilter to this phrase: of "all-nighter" and "didn't" the longest run of letters. */
export function triggersOf({ slots, anchor }: Phrase): string[] {
  return [...(slots[anchor]?.list ?? [])].map((word) =>
    word.split(/[^a-z]+/).reduce((longest, part) => (part.length > longest.length ? part : longest), ''),
  )
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

function toSlot(part: SlotLike): Slot {
  if (typeof part === 'string') return listed(new Set(part.split('|')))
  if (typeof part === 'function') return { fits: (word) => word !== '' && part(word), min: 1, max: 1 }
  if (part instanceof RegExp) return { fits: (word) => part.test(word), min: 1, max: 1 }
  return 'fits' in part ? part : listed(part)
}

function listed(list: Words): Slot {
  return { fits: (word) => list.has(word), list, min: 1, max: 1 }
}
