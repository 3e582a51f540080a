import { FILLER_CODE, isApostrophe, isSpaceCode, isWordCode, MENTION_CODE } from './characters.ts'
import type { Span } from './sentences.ts'

/** A sentence cut into words and punctuation. The three arrays run in step. */
export interface Tokens extends Span {
  /** Lower-cased, but for the month of May; punctuation stands alone; masked text is one token of filler, a mention one of U+FFFC. */
  words: string[]
  starts: number[]
  ends: number[]
  /** The masked text of the block, for casing. */
  text: string
  /** The same in lower case with straight apostrophes, unit for unit. */
  lower: string
}

/** Cuts one sentence of a masked text. Apostrophes and hyphens between letters belong to the word: "didn't", "on-call". */
export function tokens(text: string, span: Span, lower = lowered(text)): Tokens {
  const found: Tokens = { from: span.from, to: span.to, text, lower, words: [], starts: [], ends: [] }
  let at = span.from
  while (at < span.to) {
    const code = text.charCodeAt(at)
    if (isSpaceCode(code)) {
      at++
      continue
    }
    const from = at++
    let isContracted = false
    if (isWordCode(code)) {
      while (at < span.to) {
        const inner = text.charCodeAt(at)
        if (!isWordCode(inner)) {
          if (!joins(text, at, span.to)) break
          isContracted ||= isApostrophe(inner)
        }
        at++
      }
    } else if (code === FILLER_CODE) {
      while (at < span.to && text.charCodeAt(at) === FILLER_CODE) at++
    }
    if (isContracted) pushContracted(found, from, at)
    else push(found, from, at, isMonth(found, from, at) ? 'May' : lower.slice(from, at))
  }
  return found
}

/** In lower case without a change of length: a few letters (İ) have longer lower forms, and stay as they are. */
export function lowered(text: string): string {
  const lower = text.toLowerCase().replaceAll('’', "'")
  return lower.length === text.length ? lower : text.replace(/[A-Z]+/g, (run) => run.toLowerCase()).replaceAll('’', "'")
}

/** "should've" and "didn't" are two words, read in full, so that phrases need one form of them. */
function pushContracted(found: Tokens, from: number, to: number): void {
  const word = found.lower.slice(from, to)
  const tail = /.(n't|'(?:ve|ll|re|d))$/.exec(word)?.[1] ?? ''
  const middle = to - tail.length
  push(found, from, middle, found.lower.slice(from, middle))
  if (tail !== '') push(found, middle, to, FULL[tail] ?? tail)
}
const FULL: Record<string, string> = { "n't": 'not', "'ve": 'have', "'ll": 'will', "'re": 'are' }

/** The month, not the verb: a capital within the sentence. */
function isMonth({ text, words }: Tokens, from: number, to: number): boolean {
  return to - from === 3 && words.length > 0 && text.startsWith('May', from)
}

function push(found: Tokens, from: number, to: number, word: string): void {
  found.words.push(word)
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
