import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountsByMoment } from './accounts-by-moment.ts'
import { Account } from './items.ts'

const account = (id: string, about: Partial<Account> = {}) => ({ id, attributes: Account.parse({ id, ...about }) })
const grouped = (accounts: ReturnType<typeof account>[], entries = ['e1', 'e2']) =>
  accountsByMoment(accounts, (id) => entries.includes(id)).map((group) => group.map(({ id }) => id))

test('views of one entry stand together where the first stands, also when another was written between them', () => {
  expect(
    grouped([account('a', { entryId: 'e1' }), account('b', { entryId: 'e2' }), account('c', { entryId: 'e1' })]),
  ).toEqual([['a', 'c'], ['b']])
})

test('views of one time stand together however it was typed, and those of no moment each alone', () => {
  const at = '2026-11-12T14:12:00.000Z'
  expect(
    grouped([
      account('a', { at, precision: 'exact', typed: '14:12' }),
      account('b'),
      account('c', { at, precision: 'exact', typed: '2:12 pm' }),
      account('d'),
      account('e', { typed: 'At dawn' }),
      account('f', { typed: 'at dawn ' }),
    ]),
  ).toEqual([['a', 'c'], ['b'], ['d'], ['e', 'f']])
})

test('an entry that is gone is no moment', () => {
  expect(grouped([account('a', { entryId: 'gone' }), account('b', { entryId: 'gone' })])).toEqual([['a'], ['b']])
})

test('every account is in exactly one group, and those of a group keep their order', () => {
  const any = fc.record({
    entryId: fc.constantFrom(null, 'e1', 'e2', 'gone'),
    typed: fc.constantFrom('', '14:12', 'dawn'),
  })
  fc.assert(
    fc.property(fc.array(any, { maxLength: 12 }), (list) => {
      const groups = grouped(list.map((about, place) => account(String(place), about)))
      expect(
        groups
          .flat()
          .map(Number)
          .toSorted((one, other) => one - other),
      ).toEqual(list.map((_, place) => place))
      for (const group of groups)
        expect(group.map(Number)).toEqual(group.map(Number).toSorted((one, other) => one - other))
    }),
  )
})
