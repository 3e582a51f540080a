import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blocksInLines } from '#tests/blocks-in-lines.ts'
import type { NodeJson } from '../document-json.ts'
import { plainText } from '../plain-text.ts'
import { documentSchema } from '../schema.ts'
import { blocksFromMarkdown } from './blocks-from-markdown.ts'

const lines = (text: string) => blocksInLines(blocksFromMarkdown(text) ?? [])
const fits = (blocks: NodeJson[]) =>
  documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'section', content: blocks }] }).check()

const source = `# Impact

Cards were **declined at \`edge-3\`**, ~~twice~~ __once__.
See [the *log*](https://logs.example/1) and ![graph](https://logs.example/g.png).

- network B
  - 31 % at the kiosks
    and on board
  - 4 % online

    still counted
- no alert
1. rotate
2. verify
   - [ ] in the store
   - [x] at the reader

| Network | Declines |
| :-- | --: |
| B | 31 % \\| 4 % |
| C |

> all green
> - so it seemed

\`\`\`sh
openssl verify
\`\`\`
---
#### Later`

const read = `### Impact
Cards were **declined at **\`edge-3\`, ~~twice~~ **once**.
See [the ](https://logs.example/1)[_log_](https://logs.example/1) and [graph](https://logs.example/g.png).
- network B
  - 31 % at the kiosks
    and on board
  - 4 % online
    still counted
- no alert
1. rotate
2. verify
  - [ ] in the store
  - [x] at the reader
|= Network |= Declines |
| B | 31 % | 4 % |
| C |  |
> all green
> - so it seemed
\`\`\`bash
openssl verify
\`\`\`
---
#### Later`

test('pasted Markdown keeps its structure, lists in lists, tasks and tables too', () => {
  expect(lines(source)).toBe(read)
  fits(blocksFromMarkdown(source)!)
})

test('a single line is none of its business, and lines of a message stay lines', () => {
  expect(blocksFromMarkdown('## Impact')).toBeNull()
  expect(lines('We saw it.\nThen it stopped.')).toBe('We saw it.\nThen it stopped.')
  expect(lines('a * b * c\nsnake_case_name stays')).toBe('a * b * c\nsnake_case_name stays')
})

test('whatever is pasted fits the schema, and every word of it is kept', () => {
  const piece = fc.constantFrom(
    ...[
      'w1w',
      'w2w',
      '-',
      '  ',
      '\t',
      '#',
      '>',
      '```',
      '~~~',
      '|',
      '|-|-|',
      '**',
      '_',
      '`',
      '1.',
      '[ ]',
      '[x]',
      '---',
      '~~',
    ],
    ...['**w3w**', '[w4w](https://a.example)', '![w5w](https://a.example/b.png)', '~~w6w~~'],
  )
  const text = fc
    .array(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(' ')),
      { maxLength: 12 },
    )
    .map((all) => all.join('\n'))
  const words = (given: string) => (given.match(/w\dw/g) ?? []).toSorted()
  fc.assert(
    fc.property(text, (given) => {
      const blocks = blocksFromMarkdown(given)
      if (!blocks) return
      fits(blocks)
      expect(words(plainText({ type: 'doc', content: blocks }))).toEqual(words(given))
    }),
    { numRuns: 1500 },
  )
})

test('a long paste takes its time in lines, not in their square: deep lists, open brackets, empty lines', () => {
  const many = 20_000
  const deep = Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}- item`).join('\n')
  for (const given of [deep, `${'['.repeat(many)}\nw`, `- a${'\n'.repeat(many)}w1w`, '> '.repeat(many)]) {
    const blocks = blocksFromMarkdown(`${given}\nend`)!
    fits(blocks)
    expect(plainText({ type: 'doc', content: blocks })).toContain('end')
  }
})
