import { isSpaceCode, MENTION_CODE } from './characters.ts'
import { words } from './words.ts'

/** A sentence: half-open range in the block's text, without bullet, timestamp or surrounding space. */
export interface Span {
  from: number
  to: number
}

const ABBREVIATIONS = words(`
  a.m al approx cf dept dr e.g eg est etc fig i.e ie inc ltd max min mr mrs ms no p.m resp st vs
`)
const NUMBERED = /^\d{1,3}[.)][ \t]/
const LEAD =
  /^(?:[ \t]|[-*•·–—>+](?=[ \t])|\d{1,3}[.)](?=[ \t])|\[[ xX]\]|\*\*|[([]?(?:~|[Aa](?:bout|round|pprox\.?|t) )?(?:\d{4}-\d{2}-\d{2}[T ,]{1,2})?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:Z\b)?(?: ?[AaPp]\.?[Mm]\b\.?)?(?: ?(?:[A-Z]{2,4}|[+-]\d{2}:?\d{2})\b(?=[\s\]):,–—-]))?(?:\s{0,2}[-–—]\s{0,2}\d{1,2}[:.]\d{2}(?: ?[AaPp][Mm])?(?: ?[A-Z]{2,4}\b)?)?[)\]]?(?:[ \t]{0,3}[-–—:|,](?=\s))?(?=\s|$)|\d{4}-\d{2}-\d{2}(?=[\s:])[:]?)/

// Longer runs are lists or dumps, not sentences; a cut keeps the cost of a clause bounded whatever the input.
const LONGEST = 1500

/**
 * Cuts a block's text into sentences. A full stop ends one unless it follows an abbreviation or an initial or the next
 * word is lower case. A line break ends one before a bullet or a timestamp, at an empty line and after closing marks;
 * elsewhere it is a space, so hard-wrapped text reads as written. `isBreak` says which U+FFFC are line breaks.
 */
export function sentences(text: string, isBreak: (offset: number) => boolean): Span[] {
  const spans: Span[] = []
  let from = 0
  for (let at = nextMark(text, 0); at < text.length; at = nextMark(text, at + 1)) {
    cutLong(at)
    const code = text.charCodeAt(at)
    if (code === 10 || code === MENTION_CODE) {
      if ((code === 10 || isBreak(at)) && endsLine(text, from, at)) {
        add(spans, text, from, at)
        from = at + 1
      }
      continue
    }
    let end = at + 1
    while (end < text.length && '.!?"”\')]*'.includes(text[end]!)) end++
    if (endsSentence(text, from, at, end)) {
      add(spans, text, from, end)
      from = end
    }
    at = end - 1
  }
  cutLong(text.length)
  add(spans, text, from, text.length)
  return spans

  /** Cuts at a space, or anywhere if there is none. */
  function cutLong(to: number): void {
    while (to - from >= LONGEST) {
      let cut = from + LONGEST
      while (cut < to && cut < from + 2 * LONGEST && !isSpaceCode(text.charCodeAt(cut))) cut++
      if (cut === to) return
      add(spans, text, from, cut)
      from = cut
    }
  }
}

const MARK = /[.!?\n\uFFFC]/g

function nextMark(text: string, from: number): number {
  MARK.lastIndex = from
  return MARK.exec(text)?.index ?? text.length
}

function endsLine(text: string, from: number, at: number): boolean {
  let before = at - 1
  while (before >= from && text.charCodeAt(before) === 32) before--
  if (before < from || '.!?:;'.includes(text[before]!)) return true
  const next = text.slice(at + 1, at + 60)
  return /^[ \t]*(?:\n|$|[-*•·–—>][ \t])/.test(next) || NUMBERED.test(next) || /^[ \t[(]*\d{1,2}[:.]\d{2}\b/.test(next)
}

function endsSentence(text: string, from: number, stop: number, end: number): boolean {
  if (end >= text.length) return true
  if (!isSpaceCode(text.charCodeAt(end))) return false
  if (text[stop] !== '.') return true
  let next = end
  while (next < text.length && isSpaceCode(text.charCodeAt(next))) next++
  const follows = text.slice(next, next + 1)
  if (follows >= 'a' && follows <= 'z') return false
  let start = stop
  while (start > from && !isSpaceCode(text.charCodeAt(start - 1)) && stop - start < 24) start--
  // No abbreviation is that long.
  if (stop - start > 8) return !/\p{Ll}/u.test(follows)
  const word = text
    .slice(start, stop)
    .replace(/^[("'[*]+/, '')
    .toLowerCase()
  if (ABBREVIATIONS.has(word)) return (word === 'etc' || word === 'a.m' || word === 'p.m') && /\p{Lu}/u.test(follows)
  if (/^[a-z]$/i.test(word) && word !== 'i') return false
  if (/^\d{1,3}$/.test(word) && start <= from + 4) return false
  return !/\p{Ll}/u.test(follows)
}

function add(spans: Span[], text: string, start: number, end: number): void {
  let from = start
  let to = end
  while (to > from && isSpaceCode(text.charCodeAt(to - 1))) to--
  for (;;) {
    while (from < to && isSpaceCode(text.charCodeAt(from))) from++
    const lead = LEAD.exec(text.slice(from, Math.min(to, from + 80)))?.[0].length ?? 0
    if (lead === 0) break
    from += lead
  }
  if (to > from) spans.push({ from, to })
}
