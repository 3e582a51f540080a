import { expect, test } from 'vitest'
import { linkAddress } from './link-address.ts'

test.each([
  ['https://status.example/1', 'https://status.example/1'],
  [' status.example/1?a=b ', 'https://status.example/1?a=b'],
  ['status.example:8080', 'https://status.example:8080'],
  ['/postmortems/PM-3', '/postmortems/PM-3'],
  ['ines@example.com', 'mailto:ines@example.com'],
])('“%s” leads to %s', (typed, address) => {
  expect(linkAddress(typed)).toBe(address)
})

test.each(['', 'javascript:alert(1)', '//elsewhere.example', 'the dashboard', 'data:text/html,x', 'https://'])(
  '“%s” is no address a link may lead to',
  (typed) => {
    expect(linkAddress(typed)).toBeNull()
  },
)
