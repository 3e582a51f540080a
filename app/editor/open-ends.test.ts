import { expect, test } from 'vitest'
import { documentSchema } from '#app/document/schema.ts'
import { documentWith, item } from '#tests/documents.ts'
import { openEnds } from './open-ends.ts'
import { readOutline } from './read-outline.ts'

const document = documentWith({
  'allowed-it': [
    item('cause', 'Our own store was the only one.', { id: 'c1' }),
    item('cause', 'The window is long.', { id: 'c2' }),
    item('cause', 'The vendor removes it.', { id: 'c3', noChangeBecause: 'It is gone in spring.' }),
    item('cause', '', { id: 'c4' }),
  ],
  changing: [
    item('change', 'The job refuses.', { id: 'h1', causes: ['c1'] }),
    item('change', 'Improve the screens.', { id: 'h2', causes: ['removed'] }),
  ],
})
const read = () => readOutline(documentSchema.nodeFromJSON(document), 'UTC')

test('a cause without a change or a word about it is open, and so is a change that rests on nothing', () => {
  const { causes, changes } = openEnds(read())
  expect(causes).toEqual([{ id: 'c2', text: 'The window is long.' }])
  expect(changes.map(({ id }) => id)).toEqual(['h2'])
  expect(read().sections.find(({ key }) => key === 'allowed-it')?.open).toBe(1)
})

test('what stands in a section that is left out is not asked about', () => {
  const hidden = document.content.find(({ attrs }) => attrs.key === 'allowed-it')!
  hidden.attrs.hiddenBecause = 'It is told elsewhere.'
  expect(openEnds(read()).causes).toEqual([])
})
