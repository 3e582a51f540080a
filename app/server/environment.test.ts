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

test('a bucket needs its keys, and keys need a bucket', () => {
  const keys = { S3_ACCESS_KEY_ID: 'harbour', S3_SECRET_ACCESS_KEY: 'a long harbour wall' }
  expect(readEnvironment({ S3_BUCKET: 'skerry-files', ...keys })).toMatchObject({ S3_REGION: 'us-east-1', ...keys })
  expect(() => readEnvironment({ S3_BUCKET: 'skerry-files' })).toThrow(
    /^S3_ACCESS_KEY_ID is needed .*\nS3_SECRET_ACCESS_KEY is needed .*$/,
  )
  expect(() => readEnvironment({ S3_SECRET_ACCESS_KEY: 'a long harbour wall' })).toThrow(
    /^S3_SECRET_ACCESS_KEY is set without S3_BUCKET/,
  )
  expect(() => readEnvironment({ S3_BUCKET: 'a b', S3_ENDPOINT: 'storage.example', ...keys })).toThrow(
    /^S3_BUCKET .*candor-files\.\nS3_ENDPOINT .*https.*$/,
  )
})
