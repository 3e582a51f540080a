import { expect, test } from 'vitest'
import type { NodeJson } from './document-json.ts'
import { documentSchema } from './schema.ts'
import { emptySection, startDocument } from './start-document.ts'
import { standardTemplate } from './templates.ts'
import { textBlock, textBlocks } from './text-blocks.ts'

const text = (words: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })

test('code, links and struck words are masked; what is bold is read as one sentence', () => {
  const block = textBlock(
    paragraph(text('The '), text('rotation', 'bold'), text(' job ran '), text('git blame', 'code'), text('.')),
    'timeline',
    'a',
  )
  expect(block.text).toBe('The rotation job ran git blame.')
  expect(block.masks!.map(({ from, to }) => block.text.slice(from, to))).toEqual(['git blame'])
})

test('offsets are positions of the editor, with mentions, line breaks and emoji before them', () => {
  const json = paragraph(
    text('🙂 '),
    { type: 'mention', attrs: { kind: 'person', id: 'p1' } },
    { type: 'hardBreak' },
    text('restarted', 'bold'),
    text(' it'),
  )
  const block = textBlock(json, 'causes', 'a')
  const node = documentSchema.nodeFromJSON(json)
  const offset = block.text.indexOf('restarted')
  expect(node.textBetween(offset, offset + 9)).toBe('restarted')
  expect(block.mentions).toEqual([{ offset: 3, kind: 'person' }])
})

test('each block says where it stands, and how strictly its section is read', () => {
  const document = startDocument(standardTemplate.sections)
  document.content[0]!.content = [paragraph(text('Cards were declined.'))]
  document.content[3]!.content = [
    {
      type: 'timelineEntry',
      attrs: { id: 'e1' },
      content: [paragraph(text('The job ran.')), paragraph(text('Twice.'))],
    },
    { type: 'blockquote', content: [paragraph(text('who did this?'))] },
    { type: 'codeBlock', content: [text('ERROR chain refused')] },
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('One more.'))] }] },
  ]
  const written = textBlocks(document).filter((block) => block.text)
  expect(written.map(({ section, kind, itemId, text: words }) => [section, kind, itemId, words])).toEqual([
    ['summary', 'text', null, 'Cards were declined.'],
    ['timeline', 'text', 'e1', 'The job ran.'],
    ['timeline', 'text', 'e1', 'Twice.'],
    ['timeline', 'quote', null, 'who did this?'],
    ['timeline', 'code', null, 'ERROR chain refused'],
    ['timeline', 'text', null, 'One more.'],
  ])
  expect(new Set(textBlocks(document).map(({ id }) => id)).size).toBe(textBlocks(document).length)
})

test('what is written in a form of an item is a block of its own, before the item’s text', () => {
  const document = startDocument(standardTemplate.sections)
  const place = document.content.findIndex(({ attrs }) => attrs.kind === 'changes')
  document.content[place]!.content = [
    {
      type: 'change',
      attrs: { id: 'c1', mayMakeHarder: 'An urgent renewal.', because: ' ' },
      content: [paragraph(text('A check.'))],
    },
  ]
  const written = textBlocks(document).filter(({ itemId }) => itemId === 'c1')
  expect(written.map(({ section, text: words }) => [section, words])).toEqual([
    ['changes', 'An urgent renewal.'],
    ['changes', 'A check.'],
  ])
})

test('a section that is left out is not read', () => {
  const section = emptySection(standardTemplate.sections[0]!)
  section.attrs.hiddenBecause = 'nothing to add'
  section.content = [paragraph(text('Somebody failed to look.'))]
  expect(textBlocks({ type: 'doc', content: [section] })).toEqual([])
})
