import { expect, test } from 'vitest'
import { StartProblem } from '#db/start-problem.ts'
import { readEnvironment } from './environment.ts'

test('every variable has a default', () => {
  expect(readEnvironment({})).toMatchObject({ PORT: 3000, HOST: '127.0.0.1', DATA_DIR: './data', TRUST_PROXY: false })
})

test('an empty variable counts as not set', () => {
  expect(readEnvironment({ PORT: '', DATABASE_URL: '' })).toEqual(readEnvironment({}))
})

test('each wrong variable is named with what it has to be, in a line of its own', () => {
  const wrong = { PORT: '70000', DATABASE_URL: 'mysql://x', SECRET: 'short', PUBLIC_URL: 'candor.example' }
  expect(() => readEnvironment(wrong)).toThrow(
    /^PORT .* 65535\.\nPUBLIC_URL .*https.*\nDATABASE_URL .*postgres.*\nSECRET .*32.*$/,
  )
  expect(() => readEnvironment(wrong)).toThrow(StartProblem)
})
