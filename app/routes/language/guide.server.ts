import {
  type Example,
  type Examples,
  examples,
  type Level,
  levelsInWords,
  lint,
  messageOf,
  type Rule,
  ruleset,
} from '#app/linter/index.ts'
import { type Category, themes } from './categories.ts'
import type { Marked } from './marked-sentence.tsx'

/** A rule as the guide shows it. */
export interface GuideEntry {
  id: string
  title: string
  /** Phrases it stops at, taken from its examples. */
  phrases: string[]
  message: string
  why: string
  question: string
  source: string
  levels: string
  /** Before and after somebody asked; null for a rule that has no such pair. */
  rewrite: { before: Marked; after: string } | null
  pairs: { noted: Marked; leftAlone: string }[]
  noted: Marked[]
  neverNoted: string[]
}

/** Every rule there is, by theme; those that the table of contents does not know come last. Server only: it has all examples. */
export function guide(
  rules: Rule[] = ruleset,
  own: Record<string, Examples> = examples,
): { title: string; entries: GuideEntry[] }[] {
  const known = new Set(themes.flatMap(({ categories }) => categories.map(({ rule }) => rule)))
  const others = rules.filter(({ id }) => !known.has(id)).map(({ id }) => ({ rule: id, title: titleOf(id) }))
  return [...themes, { title: 'Also noted', categories: others }]
    .map(({ title, categories }) => ({
      title,
      entries: categories.flatMap((category) => {
        const rule = rules.find(({ id }) => id === category.rule)
        return rule ? entryOf(rule, own[rule.id]!, category) : []
      }),
    }))
    .filter(({ entries }) => entries.length > 0)
}

function entryOf(rule: Rule, own: Examples, category: Pick<Category, 'title'> & Partial<Category>): GuideEntry {
  const { before, after, section = 'causes' } = category
  const marked = (example: Example) => markedByBrackets(example, rule)
  const paired = own.pairs.map(([noted]) => textOf(noted))
  return {
    id: rule.id,
    title: category.title,
    phrases: phrasesOf(own.flagged),
    message: messageOf(rule),
    why: rule.why,
    question: rule.question,
    source: own.source,
    levels: levelsInWords(rule.levels),
    rewrite: before && after ? { before: markedByRule(before, section, rule.id), after } : null,
    pairs: own.pairs.map(([noted, leftAlone]) => ({ noted: marked(noted), leftAlone: textOf(leftAlone) })),
    noted: own.flagged.filter((example) => !paired.includes(textOf(example))).map(marked),
    neverNoted: own.clean
      .map(textOf)
      .filter((text) => text.length <= 60)
      .slice(0, 4),
  }
}

/** Different short phrases, those first that say the least by themselves. */
function phrasesOf(flagged: Example[]): string[] {
  const spans = flagged.map((example) => /\[([^\]]+)\]/.exec(textOf(example))?.[1]?.toLowerCase() ?? '')
  return [...new Set(spans)].filter((span) => span !== '' && span.length <= 28 && !span.includes('"')).slice(0, 5)
}

function markedByRule(text: string, section: NonNullable<Category['section']>, ruleId: string): Marked {
  const found = lint([{ id: '', section, kind: 'text', text }]).find((finding) => finding.ruleId === ruleId)
  if (!found) return { before: text, phrase: '', after: '', level: 'info' }
  return {
    before: text.slice(0, found.from),
    phrase: found.excerpt,
    after: text.slice(found.to),
    level: drawn(found.level),
  }
}

function markedByBrackets(example: Example, { levels }: Rule): Marked {
  const text = textOf(example)
  const section = (typeof example === 'string' ? undefined : example.section) ?? 'causes'
  const usual = section === 'unknown' ? levels.summary : levels[section]
  const [, before = text, phrase = '', after = ''] = /^([\s\S]*?)\[([^\]]+)\]([\s\S]*)$/.exec(text) ?? []
  return { before, phrase, after, level: usual === 'off' ? 'hint' : drawn(usual) }
}

/** The guide shows the phrase of every rule, also of one that only the side panel has. */
function drawn(level: Level): Level {
  return level === 'info' ? 'hint' : level
}

function textOf(example: Example): string {
  return (typeof example === 'string' ? example : example.text).replace(/^- /, '')
}

function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ')
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}
