import type { Reading } from './actors.ts'
import type { Context, Finding, Level, Section, TextBlock } from './block.ts'
import { type Cast, castOf } from './cast.ts'
import { FILLER_CODE } from './characters.ts'
import { Hit } from './hit.ts'
import { keepKey } from './keep-key.ts'
import { mask } from './mask.ts'
import { type Match, matchAt, type Phrase, triggersOf } from './phrases.ts'
import { prefilter } from './prefilter.ts'
import { type Look, lower, ofSelf, type Rank, type Rule, selfReport } from './rule.ts'
import { type Span, sentences } from './sentences.ts'
import { lowered, type Tokens, tokens } from './tokens.ts'

export interface Linter {
  /** Findings of a whole document, in text order; what may appear once a document appears once. */
  lint: (blocks: TextBlock[], context?: Context) => Finding[]
  /** Findings of one block. An editor may keep them per block and hand the lists to `oncePerDocument`. */
  lintBlock: (block: TextBlock, context?: Context) => Finding[]
  /** Drops the repetitions of what is said once a document. Expects findings in document order. */
  oncePerDocument: (findings: Finding[]) => Finding[]
}

interface Waiting {
  rule: Rule
  look: Look
  /** Looked for in plans and lessons only. */
  isForPlans: boolean
}

/** What is looked for at a word in one kind of section, with its level there. */
interface Watch {
  rule: Rule
  look: Look
  level: Level
}

interface Candidate {
  rule: Rule
  level: Level
  from: number
  to: number
  self: boolean
}

const RANK: Record<Level, number> = { warn: 0, hint: 1, info: 2 }

/** Builds a linter from rules. Pure: no state is kept between calls. */
export function createLinter(rules: Rule[]): Linter {
  const waiting = new Map<string, Waiting[]>()
  for (const rule of rules) {
    for (const look of [...rule.looks, ...(rule.plans ?? [])]) {
      const isForPlans = !rule.looks.includes(look)
      for (const trigger of new Set(triggersOf(look[0]))) {
        if (trigger.length > 1) waiting.set(trigger, [...(waiting.get(trigger) ?? []), { rule, look, isForPlans }])
      }
    }
  }
  const { scan } = prefilter([...waiting.keys()])
  const single = new Set(rules.filter((rule) => rule.once).map((rule) => rule.id))
  const watches = new WeakMap<Cast, Map<Section, Watch[][]>>()

  /** By number of the word: what is looked for in this section with these house levels. Made once for each. */
  function watchesIn(section: Section, cast: Cast): Watch[][] {
    let bySection = watches.get(cast)
    if (!bySection) {
      bySection = new Map()
      watches.set(cast, bySection)
    }
    let found = bySection.get(section)
    if (!found) {
      const isPlan = section === 'changes' || section === 'lessons'
      found = [...waiting.values()].map((list) =>
        list.flatMap(({ rule, look, isForPlans }) => {
          const level = isForPlans && !isPlan ? 'off' : levelIn(rule, section, cast)
          return level === 'off' ? [] : [{ rule, look, level }]
        }),
      )
      bySection.set(section, found)
    }
    return found
  }

  function lintBlock(block: TextBlock, context?: Context): Finding[] {
    if (block.kind !== 'text') return []
    const cast = castOf(context)
    const { text, section } = block
    const watched = watchesIn(section, cast)
    const found: number[] = [] // offset and word by turns
    scan(text, (offset, word) => {
      if (watched[word]!.length > 0) found.push(offset, word)
    })

    let page: Page | undefined
    const findings: Finding[] = []
    let current = -1
    let candidates: Candidate[] = []
    let token = 0
    for (let at = 0; at < found.length; at += 2) {
      const offset = found[at]!
      for (const watch of watched[found[at + 1]!]!) {
        // The block is masked, cut and read only now that something is waited for in it.
        page ??= openPage(block, cast)
        const index = page.sentenceAt(offset)
        if (index < 0) break
        if (index !== current) {
          settle(findings, block, page, current, candidates)
          current = index
          candidates = []
          token = 0
        }
        const reading = page.reading(index)
        const { starts, ends } = reading.sentence
        while (token < starts.length && ends[token]! <= offset) token++
        if (token === starts.length || starts[token]! > offset) break
        const candidate = examine(watch, token, reading, section)
        if (candidate) candidates.push(candidate)
      }
    }
    if (page) settle(findings, block, page, current, candidates)
    return findings
  }

  function oncePerDocument(findings: Finding[]): Finding[] {
    const seen = new Set<string>()
    return findings.filter(({ ruleId }) => {
      if (!single.has(ruleId)) return true
      if (seen.has(ruleId)) return false
      seen.add(ruleId)
      return true
    })
  }

  return {
    lintBlock,
    oncePerDocument,
    lint: (blocks, context) => oncePerDocument(blocks.flatMap((block) => lintBlock(block, context))),
  }
}

interface Page {
  text: string
  cast: Cast
  spans: Span[]
  sentenceAt: (offset: number) => number
  reading: (index: number) => Reading
}

/** Masks and cuts a block, keeping what was read; only blocks with a trigger come this far. */
function openPage(block: TextBlock, cast: Cast): Page {
  const mentions = new Map(block.mentions?.map(({ offset, kind }) => [offset, kind]))
  const text = mask(block)
  const spans = sentences(text, (offset) => !mentions.has(offset))
  const lower = lowered(text)
  const readings: Reading[] = []
  let last = 0

  function reading(index: number): Reading {
    readings[index] ??= {
      sentence: tokens(text, spans[index]!, lower),
      cast,
      mentionAt: (offset) => mentions.get(offset),
      clauses: [],
      previous: index > 0 ? () => reading(index - 1) : undefined,
    }
    return readings[index]
  }

  // Offsets come in rising order, so the search never goes back.
  function sentenceAt(offset: number): number {
    if (text.charCodeAt(offset) === FILLER_CODE) return -1
    while (last < spans.length && spans[last]!.to <= offset) last++
    return last < spans.length && spans[last]!.from <= offset ? last : -1
  }

  return { text, cast, spans, sentenceAt, reading }
}

function levelIn(rule: Rule, section: Section, cast: Cast): Level | 'off' {
  const { unknown, summary } = rule.levels
  const usual = section !== 'unknown' ? rule.levels[section] : (unknown ?? (summary === 'off' ? 'off' : lower(summary)))
  return usual === 'off' ? 'off' : (cast.levels[rule.id] ?? usual)
}

function examine({ rule, look, level }: Watch, token: number, reading: Reading, section: Section): Candidate | null {
  const { sentence } = reading
  const match = matchAt(look[0], sentence.words, token)
  if (!match || isSpokenOf(sentence, match)) return null
  if (rule.unless && touches(rule.unless, sentence.words, match)) return null
  const hit = new Hit(match, reading, section)
  const verdict = !rule.veto?.(hit) && (look[1]?.(hit) ?? true)
  if (!verdict) return null
  const span = typeof verdict === 'object' ? verdict : match
  const said = typeof verdict === 'object' ? verdict.verdict : verdict
  const rank = said === undefined || said === true ? look[2] : said
  const settled = ranked(level, rank)
  if (settled === 'off') return null
  const from = sentence.starts[span.from]!
  const to = sentence.ends[span.to - 1]!
  if (isAllowed(sentence, reading.cast, from, to)) return null
  return { rule, level: settled, from, to, self: rank === 'self' }
}

function ranked(level: Level, rank: Rank | undefined): Level | 'off' {
  return rank === 'lower' ? lower(level) : rank === 'self' ? ofSelf(level) : level
}

/** Whether one of the phrases overlaps the range. */
function touches(phrases: Phrase[], words: string[], range: Match): boolean {
  return phrases.some((phrase) =>
    words.some((_, at) => {
      const match = matchAt(phrase, words, at)
      return match !== null && match.from < range.to && match.to > range.from
    }),
  )
}

/** A sentence that opens with the phrase in quotation marks speaks of the phrase: "Human error" marks where … */
function isSpokenOf({ words }: Tokens, match: Match): boolean {
  if (words[0] !== '"' && words[0] !== '“') return false
  const close = words.findIndex((word, at) => at > 0 && (word === '"' || word === '”'))
  return close >= match.to && close < words.length - 2
}

function isAllowed({ text, from, to }: Tokens, cast: Cast, start: number, end: number): boolean {
  if (cast.allowed.length === 0) return false
  const sentence = text.slice(from, to).toLowerCase()
  return cast.allowed.some((entry) => {
    for (let at = sentence.indexOf(entry); at >= 0; at = sentence.indexOf(entry, at + 1)) {
      if (from + at < end && from + at + entry.length > start) return true
    }
    return false
  })
}

/** One visible finding a sentence: the highest level, then the longest, then the first. */
function settle(findings: Finding[], block: TextBlock, page: Page, index: number, candidates: Candidate[]): void {
  const best = candidates.toSorted(
    (a, b) => RANK[a.level] - RANK[b.level] || b.to - b.from - (a.to - a.from) || a.from - b.from,
  )[0]
  if (!best) return
  const { rule, level, from, to, self } = best
  const sentence = page.spans[index]!
  const excerpt = block.text.slice(from, to)
  findings.push({
    ruleId: rule.id,
    blockId: block.id,
    from,
    to,
    sentence: { from: sentence.from, to: sentence.to },
    level,
    excerpt,
    message: (self ? selfReport.message : rule.message).replace('{word}', () => opened(excerpt)),
    why: self ? selfReport.why : rule.why,
    question: self ? selfReport.question : rule.question,
    keepKey: keepKey(rule.id, block.text.slice(sentence.from, sentence.to), block.section),
  })
}

function opened(excerpt: string): string {
  return excerpt.slice(0, 1).toUpperCase() + excerpt.slice(1)
}
