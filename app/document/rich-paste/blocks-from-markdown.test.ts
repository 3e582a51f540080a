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

const written = `### Impact
Cards were **declined**, ~~twice~~, at \`edge-3\`.
- network B
  - 31 % at the kiosks
  - 4 % online
- no alert
1. rotate
2. verify
  - [ ] in the store
  - [x] at the reader
> all green
> - so it seemed
\`\`\`bash
openssl verify
\`\`\`
---
#### Later`

test('pasted Markdown keeps its structure, lists in lists and tasks too', () => {
  expect(lines(written)).toBe(written)
  fits(blocksFromMarkdown(written)!)
})

test.each([
  ['# a', '### a'],
  ['###### a', '#### a'],
  ['__a__ *b*', '**a** _b_'],
  ['**a `b`**', '**a **`b`'],
  ['[the *log*](https://a.example)', '[the ](https://a.example)[_log_](https://a.example)'],
  ['![graph](https://a.example/g.png)', '[graph](https://a.example/g.png)'],
  ['* a\n    on board\n\n    still', '- a\n  on board\n  still'],
  ['1) a\n2) b', '1. a\n2. b'],
  ['|A|B|\n| :-- | --: |\n| b | c \\| d |\n| C |', '|= A |= B |\n| b | c | d |\n| C |  |'],
  ['ps | grep edge\n---', 'ps | grep edge\n---'],
  ['```yaml title="a.yml"\nx: 1\n```', 'title="a.yml"\n```yaml\nx: 1\n```'],
  ['~~~ sh\nls\n~~~', '```bash\nls\n```'],
  ['````\n```sh\nls\n```\n````', '```\n```sh\nls\n```\n```'],
  ['- ```sh\n  ls\n  ```\n- b', '- \n  ```bash\n  ls\n  ```\n- b'],
])('%j is another way to write %j', (given, same) => {
  expect(lines(`${given}\nend`)).toBe(`${same}\nend`)
})

test('a single line is none of its business, and lines of a message stay lines', () => {
  expect(blocksFromMarkdown('## Impact')).toBeNull()
  expect(lines('We saw it.\nThen it stopped.')).toBe('We saw it.\nThen it stopped.')
  expect(lines('a * b * c\nsnake_case_name stays')).toBe('a * b * c\nsnake_case_name stays')
})

test('whatever is pasted fits the schema, and every word of it is kept', () => {
  const signs = '- # > ``` ~~~ ```sh ~~~~ | |-|-| ** _ ` 1. [x] --- ~~'.split(' ')
  const marked = ['**w3w**', '[w4w](https://a.example)', '![w5w](https://a.example/b.png)', '~~w6w~~']
  const piece = fc.constantFrom('w1w', 'w2w', '  ', '\t', '[ ]', ...signs, ...marked)
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
  const apart = ' '.repeat(10 * many)
  const shapes = [
    deep,
    `${'['.repeat(many)}\nw`,
    `- a${'\n'.repeat(many)}w1w`,
    '> '.repeat(many),
    '```\n'.repeat(many),
    `a|b\n-${apart}x`,
    `a|b\n${apart}x-`,
    `- a\n${'  b\n'.repeat(7 * many)}`,
  ]
  for (const given of shapes) {
    const blocks = blocksFromMarkdown(`${given}\nend`)!
    fits(blocks)
    expect(plainText({ type: 'doc', content: blocks })).toContain('end')
  }
})
