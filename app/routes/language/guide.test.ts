import { expect, test } from 'vitest'
import { examples, lint, ruleset } from '#app/linter/index.ts'
import { themes } from './categories.ts'
import { guide } from './guide.server.ts'

const categories = themes.flatMap((theme) => theme.categories)
const read = (text: string, section: (typeof categories)[number]['section'] = 'causes') =>
  lint([{ id: '', section, kind: 'text', text }])

test('every rule stands in the guide once', () => {
  const ids = guide().flatMap(({ entries }) => entries.map(({ id }) => id))
  expect(ids.toSorted()).toEqual(ruleset.map(({ id }) => id).toSorted())
})

test('a rule that the table of contents has not heard of comes last, under its own name', () => {
  const stranger = { ...ruleset.find(({ id }) => id === 'omission-verb')!, id: 'sea-legs' }
  const parts = guide([...ruleset, stranger], { ...examples, 'sea-legs': examples['omission-verb']! })

  expect(parts.at(-1)).toMatchObject({ title: 'Also noted' })
  expect(parts.at(-1)!.entries.at(-1)).toMatchObject({ id: 'sea-legs', title: 'Sea legs', rewrite: null })
  expect(parts.at(-1)!.entries.at(-1)!.pairs[0]).toMatchObject({ noted: { phrase: 'failed to', level: 'warn' } })
})

test.each(categories.filter(({ rule }) => ruleset.some(({ id }) => id === rule)))(
  '$rule: the sentence before is noted by it, the one after by nothing',
  ({ rule, before, after, section }) => {
    expect(read(before, section).map(({ ruleId }) => ruleId)).toContain(rule)
    expect(read(after, section)).toEqual([])
  },
)

test('an entry has everything a reader needs, with the phrase marked and no brackets left', () => {
  const entry = guide()
    .flatMap(({ entries }) => entries)
    .find(({ id }) => id === 'omission-verb')!

  expect(entry).toMatchObject({
    title: 'Steps that were left out',
    message: 'This phrase says that a step was due.',
    levels: expect.stringMatching(/^warn in .*; hint in .*; off in thanks$/),
    rewrite: { before: { before: 'The on-call engineer ', phrase: 'failed to', level: 'warn' } },
  })
  expect(entry.phrases).toContain('forgot to')
  expect(entry.neverNoted).toContain('The health check failed to respond.')
  expect(JSON.stringify(guide())).not.toMatch(/\{word\}|[a-z]\] |\[[A-Za-z]+ [a-z]+\]/)
})
