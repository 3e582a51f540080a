import { expect, test } from 'vitest'
import { isLoopback } from './is-loopback.ts'

test.each([
  ['localhost', true],
  ['candor.localhost', true],
  ['127.0.0.1', true],
  ['127.8.9.1', true],
  ['[::1]', true],
  ['0.0.0.0', false],
  ['10.0.0.4', false],
  ['127.0.0.1.example', false],
  ['localhost.example', false],
])('%s is loopback: %s', (name, expected) => {
  expect(isLoopback(name)).toBe(expected)
})
