import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayBeScrap } from './may-be-scrap.ts'

const folder = join(import.meta.dirname, '../../scraps/fixtures')
const fixtures = readdirSync(folder).filter((name) => !name.endsWith('.entries.txt'))

test.each(fixtures)('%s is looked at', (name) => {
  expect(mayBeScrap(readFileSync(join(folder, name), 'utf8'))).toBe(true)
})

test.each([
  'A sentence that was seen at 14:03 and again at 14:05.',
  'Two lines\nwithout a time',
  '14:10 The queue grew.\n14:11 It fell.\n14:12 Normal again',
  '- 14:10 – the queue grew\n- ~14:11 it fell',
  '# A heading\n\nand at 14:03 one time',
  '{"a": 1}',
  '',
])('%j is pasted as it always was', (text) => {
  expect(mayBeScrap(text)).toBe(false)
})
