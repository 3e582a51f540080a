import { expect, test } from 'vitest'
import { refusedByOrigin } from './origin-gate.ts'

const here = 'http://localhost:3000/sign-in'
const behindProxy = 'http://10.0.0.4:3000/sign-in'
const candor = 'https://candor.example'

const passes: [string, Parameters<typeof refusedByOrigin>[0]][] = [
  ['reading from anywhere', ask('GET', 'http://anything.example/', { Origin: 'https://evil.example' })],
  ['looking at the headers only', ask('HEAD', 'http://anything.example/', {})],
  ['a form on loopback', ask('POST', here, { Origin: 'http://localhost:3000' })],
  ['a form on 127.0.0.1', ask('POST', 'http://127.0.0.1:4720/', { Origin: 'http://127.0.0.1:4720' })],
  ['a form on IPv6 loopback', ask('POST', 'http://[::1]:3000/', { Origin: 'http://[::1]:3000' })],
  ['a form without Origin that the browser calls same-origin', ask('POST', here, { 'Sec-Fetch-Site': 'same-origin' })],
  ['a form behind a proxy that ends TLS', ask('POST', behindProxy, { Origin: candor }, candor)],
  ['a PUBLIC_URL with a path', ask('POST', behindProxy, { Origin: candor }, `${candor}/somewhere`)],
  ['a socket of our own page', ask('UPGRADE', behindProxy, { Origin: candor }, candor)],
  ['a socket on loopback', ask('UPGRADE', here, { Origin: 'http://localhost:3000' })],
]

test.each(passes)('lets through: %s', (_, request) => {
  expect(refusedByOrigin(request)).toBeNull()
})

const refused: [string, Parameters<typeof refusedByOrigin>[0]][] = [
  ['a form of another site', ask('POST', here, { Origin: 'https://evil.example' })],
  ['a form of another port', ask('POST', here, { Origin: 'http://localhost:8080' })],
  ['a DELETE of another site', ask('DELETE', here, { Origin: 'https://evil.example' })],
  ['an unknown method of another site', ask('PURGE', here, { Origin: 'https://evil.example' })],
  ['a method in small letters', ask('post', here, { Origin: 'https://evil.example' })],
  ['an opaque origin', ask('POST', here, { Origin: 'null' })],
  ['an origin that is no address', ask('POST', here, { Origin: 'candor' })],
  ['an extension’s origin', ask('POST', here, { Origin: 'chrome-extension://abc' })],
  ['neither header', ask('POST', here, {})],
  ['no Origin, from a sibling site', ask('POST', here, { 'Sec-Fetch-Site': 'same-site' })],
  ['no Origin, from another site', ask('POST', here, { 'Sec-Fetch-Site': 'cross-site' })],
  ['no Origin, from nowhere', ask('POST', here, { 'Sec-Fetch-Site': 'none' })],
  ['a host that only resolves to loopback', ask('POST', 'http://rebind.example/', { Origin: 'http://rebind.example' })],
  ['a name in the network without PUBLIC_URL', ask('POST', behindProxy, { 'Sec-Fetch-Site': 'same-origin' })],
  ['the plain form of a public address', ask('POST', behindProxy, { Origin: 'http://candor.example' }, candor)],
  ['the machine’s own name beside PUBLIC_URL', ask('POST', behindProxy, { Origin: 'http://10.0.0.4:3000' }, candor)],
  ['a name that only begins alike', ask('POST', here, { Origin: 'https://candor.example.evil.example' }, candor)],
  ['a socket of another site', ask('UPGRADE', here, { Origin: 'https://evil.example' })],
  ['a socket that says nothing', ask('UPGRADE', here, {})],
  ['an address that cannot be read', ask('POST', 'http://', { Origin: 'http://localhost:3000' })],
]

test.each(refused)('refuses: %s', (_, request) => {
  expect(refusedByOrigin(request)).toMatch(/^[A-Z].+\.$/)
})

test('a forwarded host does not change what is our own', () => {
  const spoofed = { Origin: 'https://evil.example', 'X-Forwarded-Host': 'evil.example', Host: 'evil.example' }
  expect(refusedByOrigin(ask('POST', here, spoofed))).toContain('https://evil.example')
})

function ask(method: string, url: string, headers: Record<string, string>, publicUrl?: string) {
  return { method, url, headers: new Headers(headers), publicUrl }
}
