import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { documentFromImport } from './document-from-import.ts'
import { importMarkdown } from './import-markdown.ts'
import { scrapsToImported } from './scraps-to-content.ts'

const word = fc.stringMatching(/^[a-zéß]{2,9}$/)
const sentence = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const clock = fc.constantFrom(
  '14:02',
  '9:05 am',
  '0730',
  '11.17',
  '[08:47]',
  '~10:00',
  '2024-03-01 10:00',
  '12:00 - 12:30',
  '10:00 UTC',
  'Mar 3, 2024',
  '3 March',
  'xx:xx',
  'noon',
  '13:00 CET',
)
const headings = fc.constantFrom(
  'Timeline',
  'Root cause and resolution',
  'Action items',
  'Summary',
  'What went well',
  'Thanks',
  'Lessons learned',
  'Open questions',
  'Impact',
  'Details',
  'Why did this happen?',
  ':eye: Detection',
)
const title = fc.oneof(headings, sentence, clock)
const marked = fc
  .tuple(fc.constantFrom('**', '*', '_', '~~', '`', '', '', ''), sentence)
  .map(([mark, text]) => `${mark}${text}${mark}`)
const line = fc.oneof(
  marked,
  fc.tuple(clock, fc.constantFrom(' ', ': ', ' - ', ' – ', ' | '), marked).map((parts) => parts.join('')),
  fc.tuple(word, sentence).map(([name, text]) => `[14:02] ${name}: ${text}`),
  fc
    .tuple(word, word)
    .map(([first, second]) => `${first} [${second}](https://example.org/x) and ![${second}](./p.png)`),
  fc.tuple(headings, sentence).map(([label, text]) => `**${label}**: ${text}`),
  fc.tuple(headings, sentence).map(([label, text]) => `${label}: ${text}`),
)
const block = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.constantFrom(' ', ''), title)
      .map(([depth, gap, text]) => `${'#'.repeat(depth)}${gap}${text}`),
  },
  { weight: 3, arbitrary: fc.array(line, { minLength: 1, maxLength: 4 }).map((lines) => lines.join('\n')) },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom('- ', '* ', '1. ', '  - ', '    - ', '- [x] '), line), {
        minLength: 1,
        maxLength: 5,
      })
      .map((items) => items.map((item) => item.join('')).join('\n')),
  },
  fc
    .array(fc.tuple(fc.oneof(clock, word, fc.constant('')), line), { minLength: 1, maxLength: 4 })
    .map(
      (rows) =>
        `| Time | Event |\n| --- | --- |\n${rows.map(([time, text]) => `| ${time} | ${text.replaceAll('|', ' ')} |`).join('\n')}`,
    ),
  headings.map((text) => `**${text}**`),
  headings,
  sentence.map((text) => `> ${text}\n> - ${text}`),
  fc.tuple(clock, sentence).map(([time, text]) => `\`\`\`\n${time} ${text}\n${time} ${text}\n\`\`\``),
  fc.tuple(word, sentence).map((parts) => `<details><summary>${parts[0]}</summary>${parts[1]}</details>`),
  fc.constantFrom('---', '***', '+++', '```', '<!--', '{{ 07:45 }}', '[^1]: note', '| a | b', '***bold'),
)
const document = fc
  .array(block, { maxLength: 14 })
  .chain((blocks) => fc.constantFrom('\n\n', '\n').map((join) => blocks.join(join)))
const noise = fc.string({ unit: fc.constantFrom(...'#*_-`[]()|<>!&:\n \t~0129.ab+='.split('')), maxLength: 300 })

describe('whatever a text looks like', () => {
  test('an import keeps each of its words, fits the document and gives every item its own id', () => {
    fc.assert(
      fc.property(document, (text) => {
        // Keys between two rules at the very top are front matter, which a reader does not see.
        const source = /^(?:---|\+\+\+)/.test(text) ? `first words\n\n${text}` : text
        const outcome = importMarkdown(source)
        if (!outcome.ok) {
          expect(outcome.reason).toBe('empty')
          return
        }
        const made = documentFromImport(outcome.imported, standardTemplate.sections)
        check(made)
        expect(missing(visible(source), [outcome.imported.title, spoken(made)].join(' '))).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('signs without sense neither break the importer nor the document', () => {
    fc.assert(
      fc.property(fc.oneof(noise, fc.string({ unit: 'binary', maxLength: 200 })), (source) => {
        const outcome = importMarkdown(source)
        if (outcome.ok) check(documentFromImport(outcome.imported, standardTemplate.sections))
        check(documentFromImport(scrapsToImported(source), standardTemplate.sections))
      }),
      { numRuns: 600 },
    )
  })

  test('pasted scraps keep each of their words', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\n\n'), (lines, join) => {
        const source = lines.join(join)
        const imported = scrapsToImported(source)
        const made = documentFromImport(imported, standardTemplate.sections)
        check(made)
        expect(missing(visible(source), [imported.title, spoken(made)].join(' '))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

function check(made: DocumentJson): void {
  documentSchema.nodeFromJSON(made).check()
  const ids: unknown[] = []
  const walk = (node: NodeJson) => {
    if (node.attrs && 'id' in node.attrs) ids.push(node.attrs.id)
    for (const child of node.content ?? []) walk(child)
  }
  walk(made)
  expect(new Set(ids).size).toBe(ids.length)
}

/** Everything a reader of the document sees: titles of sections, times as typed, text. */
function spoken(node: NodeJson): string {
  const { title = '', typed = '' } = (node.attrs ?? {}) as { title?: string; typed?: string }
  if (node.type === 'text') return node.text ?? ''
  const inline = node.content?.some(({ type }) => type === 'text')
  return [title, typed, (node.content ?? []).map(spoken).join(inline ? '' : ' ')].join(' ')
}

function visible(markdown: string): string {
  return markdown
    .replace(/\]\([^)]*\)/g, '] ')
    .replace(/<\/?(?:details|summary)>/g, ' ')
    .replace(/:[a-z_]+:/g, ' ')
}

function missing(source: string, kept: string): string[] {
  const words = (text: string) => text.toLowerCase().match(/\p{L}{2,}/gu) ?? []
  const have = new Map<string, number>()
  for (const one of words(kept)) have.set(one, (have.get(one) ?? 0) + 1)
  return words(source).filter((one) => {
    const left = have.get(one) ?? 0
    have.set(one, left - 1)
    return left <= 0
  })
}
