import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { threadCpuMs } from '#tests/thread-cpu-ms.ts'
import { findLeaks, type LeakKind, maskFor } from './leak-check.ts'

const ghToken = `ghp_${'a1B2'.repeat(9)}`
const jwt = `eyJ${'hbGciOi'.repeat(3)}.${'eyJzdWIi'.repeat(3)}.${'c2lnbmF0'.repeat(4)}`

describe('passages that look like something to keep inside', () => {
  test.each<[string, LeakKind, string]>([
    [`The job log showed ${ghToken} in plain text.`, 'token', ghToken],
    ['The key AKIAIOSFODNN7EXAMPLE was rotated.', 'key', 'AKIAIOSFODNN7EXAMPLE'],
    [`curl -H "Authorization: Bearer ${'x9'.repeat(15)}"`, 'token', 'x9'.repeat(15)],
    [`The cookie held ${jwt}.`, 'token', jwt],
    ['export DB_PASSWORD=hunter-2-long', 'password', 'hunter-2-long'],
    ['api_key: "a81f00c2d9"', 'password', 'a81f00c2d9'],
    ['postgres://candor:s3cr3t@db:5432/candor', 'password', 's3cr3t'],
    ['The purser wrote to mara.lind@skerry.example at 09:10.', 'email', 'mara.lind@skerry.example'],
    ['Traffic moved to 10.12.0.7 at once.', 'address', '10.12.0.7'],
    ['172.31.4.9 answered, 8.8.8.8 did not.', 'address', '172.31.4.9'],
    ['gate-db-3.harbour.internal was six hours behind.', 'host', 'gate-db-3.harbour.internal'],
    ['A test card 4111 1111 1111 1111 went through.', 'card', '4111 1111 1111 1111'],
  ])('%s', (text, kind, passage) => {
    expect(findLeaks(text).map((leak) => [leak.kind, leak.passage])).toEqual([[kind, passage]])
  })
})

describe('passages that are fine in a post-mortem', () => {
  test.each([
    'The password reset page answered with 500 for 12 minutes.',
    'The secret: nobody had seen the page.',
    'Public address 203.0.113.9, loopback 127.0.0.1, version 10.4.2 and 1.2.3.4.5.',
    'Order 4111111111111112 was printed twice; build 20261112140310 too.',
    'See https://status.skerry.example/incidents/17 and payments.skerry.example.',
    'Declined between 14:03:10 and 14:50 on 2026-11-12.',
    'We bear everyone in mind who waited.',
  ])('%s', (text) => {
    expect(findLeaks(text)).toEqual([])
  })
})

test('a private key is one passage, from its first line to its last', () => {
  const key = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEow'.repeat(40)}\n-----END RSA PRIVATE KEY-----`
  expect(findLeaks(`It was in the log:\n${key}\nand was replaced.`)).toMatchObject([{ kind: 'key', passage: key }])
})

test('a mask is nothing to look at again', () => {
  for (const { kind } of findLeaks(`${ghToken} a@b.example 10.0.0.1 x.internal`))
    expect(findLeaks(maskFor(kind))).toEqual([])
})

test('ranges are those of the passages and never overlap, whatever the text', () => {
  const part = fc.constantFrom(
    '10.0.0.1',
    'a@b.example',
    ghToken,
    'token',
    '=',
    ':',
    ' ',
    '@',
    '.internal',
    'pwd: x1y2z3',
    '9',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join('')
      let end = 0
      for (const leak of findLeaks(text)) {
        expect(text.slice(leak.from, leak.to)).toBe(leak.passage)
        expect(leak.from).toBeGreaterThanOrEqual(end)
        end = leak.to
      }
    }),
  )
})

test('a long line costs little', () => {
  const started = threadCpuMs()
  for (const piece of ['a.', '1.', 'A-', '1 ', 'a@', 'eyJa', '://a:', '-----BEGIN ']) findLeaks(piece.repeat(100_000))
  expect(threadCpuMs() - started).toBeLessThan(4000)
})
