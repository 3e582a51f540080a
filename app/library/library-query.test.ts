import fc from 'fast-check'
import { expect, test } from 'vitest'
import { libraryAddress } from './library-query.ts'
import { readLibraryQuery } from './read-library-query.ts'

const read = (address: string) => readLibraryQuery(new URL(address, 'http://candor.example').searchParams)

test('an address is read back as the query it was made of', () => {
  const query = read('/library?q=stale+cache&show=postmortems&sort=newest&service=a&service=b&year=2026&page=3')
  expect(query).toMatchObject({ words: 'stale cache', shown: 'postmortems', sort: 'newest', page: 3 })
  expect(read(libraryAddress(query, { page: query.page }))).toEqual(query)
})

test('choosing something else begins at the first page', () => {
  expect(libraryAddress(read('/library?q=cache&page=4'), { sort: 'newest' })).toBe('/library?q=cache&sort=newest')
})

test('any address can be read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('q', 'page', 'year', 'role', 'show', 'service'), fc.string())),
      (pairs) => {
        const query = readLibraryQuery(new URLSearchParams(pairs))
        expect(query.page).toBeGreaterThanOrEqual(1)
        expect(read(libraryAddress(query, { page: query.page }))).toEqual(query)
      },
    ),
  )
})
