import { FILLER_CODE, isApostrophe, isSpaceCode, isWordCode, MENTION_CODE } from './characters.ts'
import type { Span } from './sentences.ts'

/** A sentence cut into words and punctuation. The three arrays run in step. */
export interface Tokens extends Span {
  /** Lower-cased; punctuation stands alone; masked text is one token of filler, a mention one of U+FFFC. */
  words: string[]
  starts: number[]
  ends: number[]
  /** The masked text of the block, for casing and excerpts. */
  text: string
}

/** Cuts one sentence of a masked text. Apostrophes and hyphens between letters belong to the word: "didn't", "on-call". */
export function tokens(text: string, span: Span): Tokens {
  const found: Tokens = { ...span, text, words: [], starts: [], ends: [] }
  let at = span.from
  while (at < span.to) {
    const code = text.charCodeAt(at)
    if (isSpaceCode(code)) {
      at++
      continue
    }
    const from = at++
    if (isWordCode(code)) {
      while (at < span.to && (isWordCode(text.charCodeAt(at)) || joins(text, at, span.to))) at++
    } else if (code === FILLER_CODE) {
      while (at < span.to && text.charCodeAt(at) === FILLER_CODE) at++
    }
    // "should've" is two words, so that phrases need one form of it.
    if (at - from > 3 && isApostrophe(text.charCodeAt(at - 3)) && text.slice(at - 2, at).toLowerCase() === 've') {
      push(found, from, at - 3)
      push(found, at - 3, at)
    } else push(found, from, at)
  }
  return found
}

function push(found: Tokens, from: number, to: number): void {
  found.words.push(found.text.slice(from, to).toLowerCase().replaceAll('’', "'"))
  found.starts.push(from)
  found.ends.push(to)
}

function joins(text: string, at: number, end: number): boolean {
  const code = text.charCodeAt(at)
  const inner = isApostrophe(code) || code === 45 || code === 0x2011 || code === 46
  return inner && at + 1 < end && isWordCode(text.charCodeAt(at + 1))
}

/** Whether the token is a mention. */
export function isMention(sentence: Tokens, index: number): boolean {
  return sentence.text.charCodeAt(sentence.starts[index] ?? -1) === MENTION_CODE
}

/** Whether the token opens with a capital letter. */
export function isCapitalised(sentence: Tokens, index: number): boolean {
  const first = sentence.text[sentence.starts[index] ?? -1] ?? ''
  return first !== first.toLowerCase()
}
