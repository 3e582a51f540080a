import { diffArrays } from 'diff'
import { wordsOf } from './words-of.ts'

/** Something that can be matched: `key` says whether two are the same, `text` how alike they are otherwise. */
export interface Alignable {
  key: string
  /** Null: it is matched by its key only. */
  text: string | null
}
export type Step<Element> =
  | { step: 'same' | 'changed'; before: Element; after: Element }
  | { step: 'removed'; before: Element }
  | { step: 'added'; after: Element }

/** Two sequences further apart than so many insertions and deletions are not searched for the shortest way. */
const furthest = 3000
/** Gaps with more pairs than this are not looked at pair by pair. */
const mostPairs = 4096
/** How many places around its own one an element is compared with in such a gap. */
const reach = 2
/** From this share of common words on, one text is the other one changed. */
const alike = 0.5

/**
 * How the later sequence follows from the earlier one: what has the same key stays in order as far as possible (longest common
 * subsequence); in the gaps between, texts that have half of their words in common count as changed. Time is in proportion to
 * length times distance. Beyond bounds it falls back: sequences that have hardly anything in common are one gap, and in a large
 * gap a text is only compared with those around its own place, so that the time stays in proportion to the length.
 */
export function align<Element extends Alignable>(
  before: readonly Element[],
  after: readonly Element[],
): Step<Element>[] {
  let from = 0
  while (from < before.length && from < after.length && before[from]!.key === after[from]!.key) from++
  let tail = 0
  const most = Math.min(before.length, after.length) - from
  while (tail < most && before.at(-1 - tail)!.key === after.at(-1 - tail)!.key) tail++
  const same = (at: number, to: number): Step<Element> => ({ step: 'same', before: before[at]!, after: after[to]! })
  return [
    ...Array.from({ length: from }, (_, at) => same(at, at)),
    ...between(before.slice(from, before.length - tail), after.slice(from, after.length - tail)),
    ...Array.from({ length: tail }, (_, at) => same(before.length - tail + at, after.length - tail + at)),
  ]
}

function between<Element extends Alignable>(before: Element[], after: Element[]): Step<Element>[] {
  const keys = (elements: Element[]) => elements.map(({ key }) => key)
  const changes = diffArrays(keys(before), keys(after), { maxEditLength: furthest })
  if (!changes) return gap(before, after)
  const steps: Step<Element>[] = []
  let [at, to] = [0, 0]
  let [gapAt, gapTo] = [0, 0]
  const closeGap = () => steps.push(...gap(before.slice(gapAt, at), after.slice(gapTo, to)))
  for (const { count, added, removed } of changes) {
    if (removed) at += count
    else if (added) to += count
    else {
      closeGap()
      for (let place = 0; place < count; place++)
        steps.push({ step: 'same', before: before[at++]!, after: after[to++]! })
      gapAt = at
      gapTo = to
    }
  }
  closeGap()
  return steps
}

function gap<Element extends Alignable>(before: Element[], after: Element[]): Step<Element>[] {
  const pairs = before.length * after.length <= mostPairs ? bestPairs(before, after) : nearPairs(before, after)
  const steps: Step<Element>[] = []
  let [at, to] = [0, 0]
  for (const [pairAt, pairTo] of [...pairs, [before.length, after.length] as const]) {
    while (at < pairAt) steps.push({ step: 'removed', before: before[at++]! })
    while (to < pairTo) steps.push({ step: 'added', after: after[to++]! })
    if (at < before.length && to < after.length) {
      const [one, other] = [before[at++]!, after[to++]!]
      steps.push({ step: one.key === other.key ? 'same' : 'changed', before: one, after: other })
    }
  }
  return steps
}

/** The pairs in rising order that are alike most, all together. */
function bestPairs(before: Alignable[], after: Alignable[]): [number, number][] {
  const [one, other] = [before.map(counted), after.map(counted)]
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const paired = new Uint8Array(best.length)
  for (let at = before.length - 1; at >= 0; at--) {
    for (let to = after.length - 1; to >= 0; to--) {
      const place = at * width + to
      const share = likeness(one[at]!, other[to]!)
      const together = share >= alike ? share + best[place + width + 1]! : -1
      best[place] = Math.max(best[place + 1]!, best[place + width]!, together)
      paired[place] = together === best[place] ? 1 : 0
    }
  }
  const pairs: [number, number][] = []
  for (let [at, to] = [0, 0]; at < before.length && to < after.length; ) {
    const place = at * width + to
    if (paired[place]) pairs.push([at++, to++])
    else if (best[place + width]! >= best[place + 1]!) at++
    else to++
  }
  return pairs
}

function nearPairs(before: Alignable[], after: Alignable[]): [number, number][] {
  const pairs: [number, number][] = []
  const other = after.map(counted)
  let next = 0
  for (const [at, element] of before.entries()) {
    const counts = counted(element)
    const own = Math.round((at * after.length) / before.length)
    const places = Array.from({ length: 2 * reach + 1 }, (_, step) => own - reach + step)
    const found = places
      .filter((to) => to >= next && to < after.length)
      .map((to) => ({ to, share: likeness(counts, other[to]!) }))
      .filter(({ share }) => share >= alike)
      .toSorted((one, two) => two.share - one.share)[0]
    if (!found) continue
    pairs.push([at, found.to])
    next = found.to + 1
  }
  return pairs
}

interface Counted {
  text: string | null
  words: Map<string, number>
  total: number
}

function counted({ text }: Alignable): Counted {
  const words = new Map<string, number>()
  const all = wordsOf(text ?? '')
  for (const word of all) words.set(word, (words.get(word) ?? 0) + 1)
  return { text, words, total: all.length }
}

/** The share of words two texts have in common, from 0 to 1 (Dice's coefficient over the words with their repetitions). */
function likeness(one: Counted, other: Counted): number {
  if (one.text === null || other.text === null) return 0
  if (one.text === other.text) return 1
  if (one.total === 0 || other.total === 0) return 0
  let common = 0
  for (const [word, count] of one.words) common += Math.min(count, other.words.get(word) ?? 0)
  return (2 * common) / (one.total + other.total)
}
