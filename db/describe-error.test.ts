import { DrizzleQueryError } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { describeError } from './describe-error.ts'

test('a failed query is told with its text, its place and its reason, without the values it carried', () => {
  const secret = 'a draft\n    at pasted (frame.ts:1)\nparams: a second draft'
  const reason = Object.assign(new Error('duplicate key value'), { code: '23505', detail: 'Key (email)=(a draft)' })
  const described = describeError(new DrizzleQueryError('insert into people values ($1)', [secret], reason))
  expect(described).toMatchObject({
    type: 'DrizzleQueryError',
    message: 'Failed query: insert into people values ($1)',
    cause: { message: 'duplicate key value', code: '23505' },
  })
  expect(described.stack).toContain('describe-error.test.ts')
  expect(JSON.stringify(described)).not.toContain('draft')
})

test('whatever else was thrown is not printed', () => {
  expect(JSON.stringify(describeError({ password: 'a long harbour wall' }))).not.toContain('harbour')
})
