import { builtInTemplates } from '#app/document/templates.ts'
import { textBlocks } from '#app/document/text-blocks.ts'
import type { TextBlock } from '#app/linter/index.ts'
import { buildSampleDocument } from '#app/sample/build-sample-document.ts'
import { sampleLibrary } from '#app/sample/sample-library.ts'
import { flaggedSentences } from './flagged-sentences.ts'

const flagged = flaggedSentences()
const quiet = sampleLibrary
  .filter(({ versions }) => versions.length > 0)
  .flatMap((sample) => {
    const sections = builtInTemplates.find(({ key }) => key === sample.template)?.sections ?? []
    return textBlocks(buildSampleDocument(sample, sections).document).map(({ text }) => text)
  })
  .filter((text) => text.split(/\s+/).length > 5)

/**
 * 10,000 words: the sample library with sentences of the rules' examples let in, in paragraphs of about 75 words with three
 * of them each. Each version has a number of its own at the end of every sentence, so that no sentence is in two of them.
 */
export function manyFindings(version: number): { text: string; paragraphs: string[] } {
  const paragraphs: string[] = []
  let words = 0
  for (let at = 0, next = 0; words < 10_000; ) {
    let text = ''
    for (const length of [25, 50]) {
      text += `${flagged[at++ % flagged.length]} `
      while (text.split(/\s+/).length < length) text += `${quiet[next++ % quiet.length]} `
    }
    text += flagged[at++ % flagged.length]
    const own = flat(text.replaceAll(/(?<=[a-z])(?=[.?](?:\s|$))/g, `, round ${version}`))
    words += own.split(/\s+/).length
    paragraphs.push(own)
  }
  return { text: flat(paragraphs.join('\n\n')), paragraphs }
}

/** As blocks of the causes, where every rule is at its strictest. */
export function blocksOf(paragraphs: string[]): TextBlock[] {
  return paragraphs.map((text, place) => ({ id: String(place), section: 'causes', kind: 'text', text }))
}

/** The same text in one piece: pieces that were added up would be copied together by whoever reads them first. */
function flat(text: string): string {
  return Buffer.from(text).toString()
}
