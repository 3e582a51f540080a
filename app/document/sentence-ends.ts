/** What ends with a full stop and no sentence with it. */
const abbreviation = /^(?:e\.g|i\.e|cf|vs|no|st|dr|mr|ms|approx|ca)$/i

/**
 * Where sentences of a text end, as offsets behind their last sign: at a full stop, question or exclamation mark with a new
 * beginning after it, and at a line's end. The end of the text is not among them. Rough on purpose: enough to take the first
 * sentence or to see a second one.
 */
export function sentenceEnds(text: string): number[] {
  const ends = text.matchAll(/(\S{1,20}?)[.!?…]+["”’)]*(?=\s+["“(]?[\p{Lu}\d])|\n(?=\s*\S)/gu)
  return [...ends]
    .filter(([, word]) => !word || !abbreviation.test(word.replace(/^["“(]/, '')))
    .map(({ 0: matched, index }) => index + matched.trimEnd().length)
}

/** The first sentence of a text, with a full stop where it has no end of its own; '' for none. */
export function firstSentence(text: string): string {
  const trimmed = text.trim()
  const sentence = trimmed.slice(0, sentenceEnds(trimmed)[0]).trim()
  return sentence === '' || /[.!?…]["”’)]*$/.test(sentence) ? sentence : `${sentence}.`
}
