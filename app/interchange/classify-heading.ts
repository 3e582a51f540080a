import { type SectionMeaning, sectionSynonyms, smallWords } from './section-synonyms.ts'

export interface HeadingMeaning extends SectionMeaning {
  /** Whether the phrase is all that the heading says, or only part of it. */
  exact: boolean
  /** Whether it can be trusted inside another section: it says nothing else, or says it in several words. */
  sure: boolean
}

interface Phrase {
  words: string[]
  meaning: SectionMeaning
}

const phrasesByFirstWord = new Map<string, Phrase[]>()
const phrasesByStem: Phrase[] = []
for (const [meaning, phrases] of sectionSynonyms) {
  for (const phrase of phrases) {
    const words = phrase.split(/[\s-]+/)
    const entry = { words, meaning }
    const first = words[0] ?? ''
    if (first.endsWith('*')) phrasesByStem.push(entry)
    else phrasesByFirstWord.set(first, [...(phrasesByFirstWord.get(first) ?? []), entry])
  }
}

/** A heading's words as they are compared: small letters, without emoji, numbering, brackets and what stands in them. */
export function headingWords(text: string): string[] {
  return text
    .replace(/:[a-z0-9_+-]+:/gi, ' ')
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, ' ')
    .toLowerCase()
    .normalize('NFKC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .filter(
      (word, index) =>
        !(
          index === 0 &&
          /^(?:\d{1,2}|[ivx]{1,4})$/.test(word) &&
          /^\W*(?:\d|[ivx]+[.)])/i.test(text) &&
          !/^\W*[0-9] why/i.test(text)
        ),
    )
}

/** What a heading stands for, or null where nobody could say. */
export function classifyHeading(text: string): HeadingMeaning | null {
  const bracketed = headingWords(text)
  const words = bracketed.length ? bracketed : headingWords(text.replace(/[()[\]]/g, ' '))
  if (!words.length || words.length > 16) return null
  const found: { from: number; to: number; meaning: SectionMeaning }[] = []
  for (let from = 0; from < words.length; from++) {
    for (const phrase of candidates(words[from] ?? '')) {
      if (phrase.words.every((word, index) => same(word, words[from + index]))) {
        found.push({ from, to: from + phrase.words.length, meaning: phrase.meaning })
      }
    }
  }
  const widest = found.filter(
    (one) =>
      !found.some(
        (other) =>
          other !== one && other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
      ),
  )
  const saysTimeline = ({ from, meaning }: (typeof widest)[number]) =>
    meaning.kind === 'timeline' && Boolean(words[from]?.startsWith('timeline'))
  // "Follow-up timeline" and "Impact timeline" are timelines; of other words the first that is not weak decides.
  const best =
    widest.find(saysTimeline) ??
    widest.sort((a, b) => Number(a.meaning.weak ?? false) - Number(b.meaning.weak ?? false) || a.from - b.from)[0]
  if (!best) return null
  const covered = new Set<number>()
  for (const { from, to } of widest) for (let index = from; index < to; index++) covered.add(index)
  const telling = words.filter(
    (word, index) => !covered.has(index) && !smallWords.has(word) && !/^\d+$/.test(word),
  ).length
  const size = [...covered].length
  const exact = telling === 0
  // One common word in the middle of a sentence is no section; "timeline" is, wherever it stands.
  const outright = saysTimeline(best)
  if (!exact && !outright && size / (size + telling) < 0.34) return null
  return { ...best.meaning, exact, sure: exact || outright || best.to - best.from >= 2 }
}

function candidates(word: string): Phrase[] {
  const plain = phrasesByFirstWord.get(word) ?? []
  const single = word.endsWith('s') ? (phrasesByFirstWord.get(word.slice(0, -1)) ?? []) : []
  const stems = phrasesByStem.filter(({ words }) => word.startsWith((words[0] ?? '').slice(0, -1)))
  return [...plain, ...single, ...stems]
}

function same(pattern: string, word: string | undefined): boolean {
  if (word === undefined) return false
  if (pattern.endsWith('*')) return word.startsWith(pattern.slice(0, -1))
  return word === pattern || word === `${pattern}s` || word === `${pattern}es`
}
