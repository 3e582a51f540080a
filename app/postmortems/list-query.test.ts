import { expect, test } from 'vitest'
import { isNarrowed, listAddress, readListQuery } from './list-query.ts'

const read = (search: string) => readListQuery(new URLSearchParams(search))

test('an address and the query it stands for are the same both ways', () => {
  const address = '/postmortems?q=certificate&state=draft&service=s1&severity=sev-1&kind=outage&team=t1&mine=yes&page=3'
  expect(listAddress(read(address.split('?')[1]!), { page: 3 })).toBe(address)
  expect(listAddress(read(''))).toBe('/postmortems')
})

test('another filter goes back to the first page', () => {
  expect(listAddress(read('q=x&page=4'), { mine: true })).toBe('/postmortems?q=x&mine=yes')
})

test('what is not known is as if it was not there', () => {
  const query = read('state=gone&page=-2&q=%20%20&service=&mine=&person=someone')
  expect(isNarrowed(query)).toBe(false)
  expect(query.page).toBe(1)
})
