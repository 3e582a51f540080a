import { describe, expect, test } from 'vitest'
import { lightTemplate, standardTemplate } from '#app/document/templates.ts'
import { documentFromImport } from './document-from-import.ts'
import { importMarkdown } from './import-markdown.ts'
import { importReport } from './import-report.ts'

const source = `# Slow checkout, 2024-03-01

Written on a Friday.

## Timeline (UTC)
- 14:02 The queue grew

## The kettle
It was on.

## Root cause
A lock that waits for ever.

## Contributing factors
- No alert on the queue
- Two jobs at noon

## What we are changing
- An alert
`
function imported() {
  const outcome = importMarkdown(source)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.imported
}

describe('a document from an import', () => {
  test('has the template’s sections in its order, and what it does not know after what it followed', () => {
    const made = documentFromImport(imported(), standardTemplate.sections)
    const titles = made.content.map(({ attrs }) => attrs.title)
    expect(titles.filter((title) => title !== 'The kettle')).toEqual(
      standardTemplate.sections.map(({ title }) => title),
    )
    expect(titles[titles.indexOf('The kettle') - 1]).toBe('What happened')
    expect(made.content.find(({ attrs }) => attrs.title === 'The kettle')?.attrs).toMatchObject({
      key: null,
      kind: 'prose',
    })
  })

  test('puts several sources of one section under each other, with their titles where they differ', () => {
    const made = documentFromImport(imported(), standardTemplate.sections)
    const content = (key: string) => made.content.find(({ attrs }) => attrs.key === key)?.content ?? []
    expect(content('allowed-it').map(({ type, content: text }) => [type, text?.[0]?.text])).toEqual([
      ['heading', 'Root cause'],
      ['cause', undefined],
      ['heading', 'Contributing factors'],
      ['cause', undefined],
      ['cause', undefined],
    ])
    expect(content('changing').map(({ type }) => type)).toEqual(['change'])
    expect(content('in-short')).toEqual([
      { type: 'paragraph', content: [{ type: 'text', text: 'Written on a Friday.' }] },
    ])
    expect(content('who-felt-it')).toEqual([{ type: 'paragraph' }])
  })

  test('keeps sections that a smaller template lacks', () => {
    const outcome = importMarkdown('# X\n## Impact\nNobody could pay.\n')
    if (!outcome.ok) throw new Error(outcome.reason)
    const made = documentFromImport(outcome.imported, lightTemplate.sections)
    expect(made.content.map(({ attrs }) => attrs.title)).toContain('Impact')
  })

  test('has fresh ids each time', () => {
    const text = imported()
    const ids = [1, 2].flatMap(() =>
      JSON.stringify(documentFromImport(text, standardTemplate.sections)).match(/"id":"\w+"/g),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})

test('the preview tells section by section what was understood and where it goes', () => {
  const report = importReport(imported(), standardTemplate.sections)
  expect(report.title).toBe('Slow checkout, 2024-03-01')
  expect(report.sections.map(({ title, goesTo, items }) => [title, goesTo, items])).toEqual([
    ['', 'In short', 0],
    ['Timeline (UTC)', 'What happened', 1],
    ['The kettle', null, 0],
    ['Root cause', 'How our system allowed it', 3],
    ['What we are changing', 'What we are changing', 1],
  ])
  expect(report.sections[1]).toMatchObject({ firstLines: ['14:02 The queue grew'], withoutTime: 0, proseBlocks: 0 })
  expect(report.sections[3]!.headings).toEqual(['Root cause', 'Contributing factors'])
  expect(report.empty).toContain('Thanks')
  expect(report.empty).not.toContain('What happened')
})
