import { expect, test } from 'vitest'
import { readLiveRight, rightLasts, signLiveRight } from './live-right.server.ts'

const right = { sessionId: 's1', postmortemId: 'p1', mayWrite: true }
const now = Date.UTC(2026, 10, 12)

test('a right is read as it was signed, for a minute', () => {
  const token = signLiveRight('harbour', right, now)
  expect(readLiveRight('harbour', token, now + rightLasts - 1)).toEqual(right)
  expect(readLiveRight('harbour', token, now + rightLasts)).toBeNull()
})

test('a right with another secret, another content or none at all is none', () => {
  const token = signLiveRight('harbour', { ...right, mayWrite: false }, now)
  const [, signature] = token.split('.')
  const raised = Buffer.from(JSON.stringify({ ...right, until: now + rightLasts })).toString('base64url')
  expect(readLiveRight('lantern', token, now)).toBeNull()
  expect(readLiveRight('harbour', `${raised}.${signature}`, now)).toBeNull()
  for (const odd of ['', '.', 'session', `${token}x`, '.'.repeat(9)])
    expect(readLiveRight('harbour', odd, now)).toBeNull()
})
