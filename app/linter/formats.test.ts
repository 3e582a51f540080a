import { expect, test } from 'vitest'
import { formatJson, formatPretty, type Located, lint } from './index.ts'

const [finding] = lint([{ id: 'a', section: 'causes', kind: 'text', text: 'The engineer failed to drain the node.' }])
const located: Located[] = [
  { file: 'may.md', line: 12, column: 14, endLine: 12, endColumn: 23, section: 'causes', finding: finding! },
]

test('JSON is an array of flat records with place, rule, level, section and texts', () => {
  expect(JSON.parse(formatJson(located))).toEqual([
    {
      file: 'may.md',
      line: 12,
      column: 14,
      endLine: 12,
      endColumn: 23,
      ruleId: 'omission-verb',
      level: 'warn',
      section: 'causes',
      excerpt: 'failed to',
      message: '"Failed to" says that a step was due.',
      question: 'What asks for this step on an ordinary day, and was that there?',
    },
  ])
})

test('in a terminal each finding has its place, its phrase and a question, wrapped to the width', () => {
  const text = formatPretty(located, { colour: false, width: 60 })

  expect(text).toBe(
    [
      'may.md',
      '  12:14   warn  failed to  omission-verb',
      '      "Failed to" says that a step was due. What asks for',
      '      this step on an ordinary day, and was that there?',
      '',
      '1 phrase to look at.',
      '',
    ].join('\n'),
  )
})

test('without colour there is no escape, and what was typed cannot add one', () => {
  const sly = { ...located[0]!, file: 'a\u001B[2J.md', finding: { ...finding!, excerpt: 'failed\n\u001B[31mto' } }

  expect(formatPretty([sly], { colour: false, width: 80 })).not.toContain('\u001B')
  expect(formatPretty(located, { colour: true, width: 80 })).toContain('\u001B[33mwarn\u001B[0m')
})

test('nothing found is said without a tick', () => {
  expect(formatPretty([], { colour: true, width: 80 })).toBe(
    'No wording to look at. Whether it is fair is for readers to say.\n',
  )
})
