import { expect, test } from 'vitest'
import { readEnvironment } from './environment.ts'

test('every variable has a default', () => {
  expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: './data', TRUST_PROXY: false })
})

test('an empty variable counts as not set', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toEqual(readEnvironment({}))
})

test('each wrong variable is named with what it has to be', () => {
  const wrong = { PORT: 'http', DATABASE_URL: 'mysql://x', SECRET: 'short', PUBLIC_URL: 'candor.example' }
  expect(() => readEnvironment(wrong)).toThrow(
    /PORT: .*number[\s\S]*PUBLIC_URL: .*https[\s\S]*DATABASE_URL: .*postgres[\s\S]*SECRET: .*32/,
  )
})
