import { statSync } from 'node:fs'
import { request as rawRequest } from 'node:http'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expected } from './expected-answers.ts'
import { dataOf, test } from './guarded-world.ts'
import { routePatterns } from './route-patterns.ts'
import { admin } from './set-up.ts'
import type { Visitor } from './visitor.ts'

test('every address of the product is in the table', () => {
  expect(Object.keys(expected).toSorted()).toEqual(routePatterns().toSorted())
})

test('what changes something, from anywhere but our own pages, is refused and changes nothing', async ({ world }) => {
  const { ada, visitors, guarded, adaId } = world
  const state = async () => {
    const asked = ['/settings.data', '/settings/sign-in.data', `/postmortems/${guarded.draft.reference}/access.data`]
    const ofAdmin = ['/settings/organisation.data', '/settings/people.data', `/settings/people/${adaId}.data`]
    const shared = ['teams', 'services', 'terms/factors', 'language'].map((page) => `/settings/${page}.data`)
    const answers = [
      ...(await Promise.all(asked.map((page) => ada.ask(page)))),
      ...(await Promise.all([...ofAdmin, ...shared].map((page) => visitors.admin.ask(page)))),
      await ada.ask('/postmortems/new.data'),
    ]
    const numbers = (await ada.ask('/postmortems?mine=yes')).body.match(/PM-\d+/g)
    return [...answers.map(({ status, body }) => `${status} ${body}`), [...new Set(numbers)].toSorted().join()]
  }
  const before = await state()
  const origins: Record<string, string>[] = [
    { Origin: 'https://evil.example' },
    { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-Host': 'evil.example' },
    { Origin: 'null' },
    {},
    { 'Sec-Fetch-Site': 'cross-site' },
  ]
  for (const [pattern, { address, form = { any: 'thing' } }] of Object.entries(expected)) {
    const path = address.replace('PM', guarded.draft.reference).replace('PERSON', adaId)
    for (const target of [path, dataOf(path)]) {
      const asked = ['POST', 'PUT', 'PATCH', 'DELETE'].flatMap((method) =>
        origins.map(async (headers) => {
          const by = pattern.startsWith('settings') ? visitors.admin : ada
          const { status } = await by.ask(target, { method, headers, body: new URLSearchParams(form) })
          return `${method} ${target} ${JSON.stringify(headers)} ${status}`
        }),
      )
      for (const answer of await Promise.all(asked)) expect(answer).toMatch(/ 403$/)
    }
  }
  expect(await state()).toEqual(before)
})

test('no answer that is one person’s is kept by a browser or a proxy, and every one has the headers', async ({
  world,
}) => {
  const { ada, guarded, visitors } = world
  const addresses = Object.values(expected).map(({ address }) => address.replace('PM', guarded.restricted.reference))
  for (const path of [...addresses, ...addresses.map(dataOf)]) {
    for (const visitor of [ada, visitors.nobody]) {
      const { headers, status } = await visitor.ask(path, path === '/sign-out' ? { method: 'HEAD' } : {})
      expect(headers.get('Cache-Control'), `${path} ${status}`).toBe('private, no-store')
      expect(headers.get('X-Content-Type-Options'), path).toBe('nosniff')
      expect(headers.get('Referrer-Policy'), path).toBe('same-origin')
      expect(headers.get('X-Frame-Options'), path).toBe('DENY')
      expect(headers.get('Cross-Origin-Resource-Policy'), path).toBe('same-origin')
      if (headers.get('Content-Type')?.startsWith('text/html')) {
        const policy = headers.get('Content-Security-Policy') ?? ''
        expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+';/)
        expect(policy, path).toContain("object-src 'none'; base-uri 'none'")
      }
    }
  }
})

test('a file is put where its sender may write, by our own pages alone, and stays there', async ({ world }) => {
  const { ada, visitors, guarded, server } = world
  const put = (by: Visitor, of: string, headers: Record<string, string>) =>
    by.ask(`/files/${'z'.repeat(24)}?of=${of}`, { method: 'PUT', headers, body: '14:02 declined' })
  for (const stranger of [visitors.member, visitors.admin]) {
    for (const { reference } of Object.values(guarded))
      expect((await put(stranger, reference, { Origin: server.url })).status, reference).toBe(404)
  }
  expect((await put(visitors.nobody, guarded.draft.reference, { Origin: server.url })).status).toBe(302)
  expect((await put(ada, guarded.draft.reference, { Origin: 'https://evil.example' })).status).toBe(403)
  expect((await put(ada, guarded.draft.reference, {})).status).toBe(403)
  expect((await ada.ask(`/files/${'z'.repeat(24)}`)).status).toBe(404)
  for (const { fileId } of Object.values(guarded)) expect((await ada.ask(`/files/${fileId}`)).status).toBe(200)
  const tooLarge = await statusBeforeBody(
    `${server.url}/files/${'z'.repeat(24)}?of=${guarded.draft.reference}`,
    { Origin: server.url, Cookie: ada.cookie },
    50 * 1024 * 1024,
    'PUT',
  )
  expect(tooLarge).toBe(413)
})

test('the cookie is for our pages alone, and a spoofed host or proxy leads nowhere else', async ({ world }) => {
  const { server } = world
  const body = new URLSearchParams({ ...admin, to: '//evil.example/' })
  const spoofed = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-Proto': 'https', Forwarded: 'host=evil.example' }
  const answer = await fetch(`${server.url}/sign-in`, {
    method: 'POST',
    headers: { Origin: server.url, ...spoofed },
    body,
    redirect: 'manual',
  })
  expect(answer.headers.get('Location')).toBe('/')
  expect(answer.headers.getSetCookie().join()).toMatch(/^candor\.session=[^;]+;.*HttpOnly; SameSite=Lax$/i)
})

test('a form that is too large, has too many fields or is none is refused at once, on every address', async ({
  world,
}) => {
  const { ada, guarded, server } = world
  const form = { 'Content-Type': 'application/x-www-form-urlencoded', Origin: server.url }
  for (const { address } of Object.values(expected)) {
    const path = address.replace('PM', guarded.draft.reference)
    // Where files are given, the page reads its form itself, with a limit of its own.
    if (path.endsWith('/import')) continue
    for (const target of [path, dataOf(path)]) {
      const many = await ada.ask(target, { method: 'POST', headers: form, body: 'a&'.repeat(5000) })
      expect(many.status, target).toBe(413)
      const json = await ada.ask(target, {
        method: 'POST',
        headers: { ...form, 'Content-Type': 'text/plain' },
        body: 'x',
      })
      expect(json.status, target).toBe(415)
      expect(await statusBeforeBody(server.url + target, form, 50 * 1024 * 1024), target).toBe(413)
    }
  }
  const tooLong = await statusBeforeBody(
    `${server.url}/postmortems/import`,
    { ...form, 'Content-Type': 'multipart/form-data; boundary=x' },
    50 * 1024 * 1024,
  )
  expect(tooLong).toBe(302)
})

/** What is answered to a body that is announced and never comes. */
function statusBeforeBody(
  url: string,
  headers: Record<string, string>,
  length: number,
  method = 'POST',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = rawRequest(url, { method, headers: { ...headers, 'Content-Length': String(length) } })
    asked.once('response', (answer) => {
      resolve(answer.statusCode!)
      asked.destroy()
    })
    asked.once('error', reject)
    asked.flushHeaders()
  })
}

test('characters that no text can hold break nothing, in addresses and in forms', async ({ world }) => {
  const { ada, visitors, guarded } = world
  for (const { address } of Object.values(expected)) {
    const path = address.replace('PM', 'PM%00').replace('PERSON', '%00')
    for (const target of [`${path}?q=%00&service=%00&template=%00&edit=%00`, `${path}%00`, `${path}/%ff`]) {
      const { status, body } = await visitors.admin.ask(target)
      expect(status, target).toBeLessThan(500)
      expect(body, target).not.toMatch(/\bat .*\.[jt]s:\d+/)
    }
  }
  const access = `/postmortems/${guarded.draft.reference}/access`
  for (const [path, fields] of [
    ['/settings', { name: 'A\0da', roleTitle: '\0', timeZone: 'UTC' }],
    [access, { intent: 'person', person: '\0', role: 'reader' }],
    [access, { intent: 'revoke', kind: 'link', id: '\0' }],
    ['/sign-in', { email: 'ada\0@skerry-line.example', password: '\0' }],
    ['/join/x', { name: '\0' }],
  ] as const) {
    expect((await ada.post(path, fields)).status, path).toBeLessThan(500)
  }
})

test('a form with an act that its page does not have does nothing', async ({ world }) => {
  const { ada, visitors, guarded, adaId } = world
  const at = `/postmortems/${guarded.draft.reference}`
  for (const path of [`${at}/manage`, `${at}/publish`, `${at}/access`, `${at}/history`, '/settings/sign-in']) {
    expect((await ada.post(path, { intent: 'nonsense' })).status, path).toBe(400)
  }
  for (const path of ['/settings/organisation', '/settings/teams', '/settings/language', `/settings/people/${adaId}`]) {
    expect((await visitors.admin.post(path, { act: 'nonsense', intent: 'nonsense' })).status, path).toBe(400)
  }
})

test('a socket of another page, or of none, is not opened', async ({ world }) => {
  const open = (headers: Record<string, string>) =>
    new Promise<number>((resolve, reject) => {
      const asked = rawRequest(`${world.server.url}/live`, {
        headers: {
          Connection: 'Upgrade',
          Upgrade: 'websocket',
          'Sec-WebSocket-Version': '13',
          'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
          ...headers,
        },
      })
      asked.once('response', (answer) => resolve(answer.statusCode!))
      asked.once('upgrade', (answer, socket) => {
        socket.destroy()
        resolve(answer.statusCode!)
      })
      asked.once('error', reject)
      asked.end()
    })
  expect(await open({ Origin: world.server.url })).toBe(101)
  for (const headers of [
    {},
    { Origin: 'null' },
    { Origin: 'https://evil.example' },
    { 'Sec-Fetch-Site': 'cross-site' },
  ])
    expect(await open(headers as Record<string, string>)).toBe(403)
})

test('what lies in the data folder is its owner’s alone', async ({ world }) => {
  const modeOf = (name: string) => statSync(join(world.server.dataDir, name)).mode & 0o077
  expect([modeOf('.'), modeOf('secret'), modeOf('control.sock')]).toEqual([0, 0, 0])
})
