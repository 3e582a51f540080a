import { expect, test } from 'vitest'
import { z } from 'zod'
import { answerTo, readForm } from './read-form.ts'

const shape = z.object({
  name: z.string({ error: 'Type a name.' }),
  newPassword: z.string({ error: 'Type a password.' }).min(12, 'Use at least 12 characters.'),
})

test('what was typed stays, and passwords do not', () => {
  const read = readForm(shape, form({ name: 'Ines', newPassword: 'short' }))
  expect(read).toEqual({
    ok: false,
    answer: { typed: { name: 'Ines' }, problems: { newPassword: ['Use at least 12 characters.'] } },
  })
})

test('a field that was left empty is told so', () => {
  const read = readForm(shape, form({ name: '', newPassword: '' }))
  expect(read).toMatchObject({ answer: { problems: { name: ['Type a name.'], newPassword: ['Type a password.'] } } })
})

test('a file where a text belongs is a problem of that field', () => {
  const given = form({ newPassword: 'four quiet harbour lamps' })
  given.set('name', new File(['x'], 'name.txt'))
  expect(readForm(shape, given)).toMatchObject({
    ok: false,
    answer: { typed: {}, problems: { name: [expect.any(String)] } },
  })
})

test('an answer of the product keeps what was typed too', () => {
  const answer = answerTo(form({ name: 'Ines', code: 'K7QM' }), { message: 'Not now.' })
  expect(answer).toEqual({ problems: {}, typed: { name: 'Ines' }, message: 'Not now.' })
})

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.set(name, value)
  return made
}
