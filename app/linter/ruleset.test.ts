import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createLinter } from './linter.ts'
import { findingsIn, markedBy, textOf } from './mark-example.ts'
import type { Rule } from './rule.ts'
import { examples, ruleset } from './ruleset.ts'

const whole = createLinter(ruleset)

/** The rule once for each of its looks, with nothing but that look. */
function looksOf(rule: Rule): [name: string, only: Rule][] {
  const bare = { ...rule, looks: [], plans: [] }
  return [
    ...rule.looks.map((look, at): [string, Rule] => [`look ${at + 1}`, { ...bare, looks: [look] }]),
    ...(rule.plans ?? []).map((look, at): [string, Rule] => [`plan ${at + 1}`, { ...bare, plans: [look] }]),
  ]
}

describe.each(ruleset)('$id', (rule) => {
  const alone = createLinter([rule])
  const { flagged, clean, pairs } = examples[rule.id]!

  test.each([...flagged, ...pairs.map(([example]) => example)].map((example) => [textOf(example), example] as const))(
    'flags: %s',
    (text, example) => {
      expect(markedBy(alone, example)).toBe(text)
    },
  )

  test.each([...clean, ...pairs.map(([, example]) => example)].map((example) => [textOf(example), example] as const))(
    'with every rule on, leaves alone: %s',
    (_, example) => {
      expect(findingsIn(whole, example)).toEqual([])
    },
  )

  test('has enough examples to learn from', () => {
    expect(flagged.length).toBeGreaterThanOrEqual(8)
    expect(clean.length).toBeGreaterThanOrEqual(8)
    expect(pairs.length).toBeGreaterThanOrEqual(3)
  })

  // A look that no example shows may be wrong, or fit a single sentence, and nobody would see it.
  test.each(looksOf(rule))('each look notes one of the flagged: %s', (_, only) => {
    const linter = createLinter([only])
    const shown = [...flagged, ...pairs.map(([example]) => example)]
    expect(shown.filter((example) => markedBy(linter, example) === textOf(example))).not.toEqual([])
  })

  test('says what, why and what to ask, in sentences', () => {
    expect(rule.message).toMatch(/^["A-Z].*\.$/)
    expect(rule.why).toMatch(/^[A-Z].*\.$/)
    expect(rule.question).toMatch(/^[A-Z].*\?$/)
    expect(rule.question).toMatch(/^(?:What|How|Which)\b/)
    expect(examples[rule.id]!.source).not.toBe('')
    expect(examples[rule.id]!.code).toMatch(/^B\d\d[a-z]?$/)
  })

  test('speaks in words that pass every rule', () => {
    const texts = [rule.message, rule.why, rule.question].map((text, at) => ({
      id: `${at}`,
      section: 'prose' as const,
      kind: 'text' as const,
      text: text.replace('{word}', 'This'),
    }))
    expect(whole.lint(texts)).toEqual([])
  })
})

test('every file in rules/ is in the ruleset under its own name', () => {
  const files = readdirSync(new URL('rules', import.meta.url)).map((file) => file.replace('.ts', ''))
  expect(ruleset.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
  expect(Object.keys(examples).toSorted()).toEqual(files.toSorted())
})
