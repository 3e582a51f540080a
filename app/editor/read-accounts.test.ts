import { expect, test } from 'vitest'
import { extract } from '#app/document/extract.ts'
import { documentWith, item } from '#tests/documents.ts'
import { readAccounts } from './read-accounts.ts'

const columns = (...moments: string[]) => {
  const accounts = moments.map((typed, place) => item('account', 'I saw a row.', { id: `a${place}`, typed }))
  const places = readAccounts(extract(documentWith({ accounts })), () => false)
  return accounts.map(({ attrs }) => places.get(String(attrs?.id))!)
}

test('views of one moment that follow each other stand side by side, an odd last one takes the row', () => {
  expect(columns('14:12', '14:12').map(({ column }) => column)).toEqual(['left', 'right'])
  expect(columns('14:12', '14:12', '14:12').map(({ column }) => column)).toEqual(['left', 'right', 'whole'])
  expect(columns('14:12', '14:20', '').map(({ column, views }) => [column, views])).toEqual([
    ['whole', 1],
    ['whole', 1],
    ['whole', 1],
  ])
})

test('one that stands apart from the others of its moment knows where they are', () => {
  expect(columns('14:12', '14:20', '14:12', '14:12').map(({ column, apartFrom }) => [column, apartFrom])).toEqual([
    ['whole', null],
    ['whole', null],
    ['left', 'a0'],
    ['right', null],
  ])
})
