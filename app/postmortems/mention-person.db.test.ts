import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { mentionNames } from '#app/reading/mention-names.server.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { findMentionable } from './find-mentionable.server.ts'
import { mentionPerson } from './mention-person.server.ts'

test('whoever is mentioned becomes a participant once, under one id', async ({ db }) => {
  const author = await person(db)
  const other = await person(db, { name: 'Bo Hale', roleTitle: 'Harbour duty manager' })
  const { id } = await draftOf(db, author)
  const mention = (participantId: string) => mentionPerson(db, author, id, { personId: other.id, participantId })

  expect(await mention('first')).toEqual({ ok: true, participantId: 'first' })
  expect(await mention('second')).toEqual({ ok: true, participantId: 'first' })
  expect(await mentionNames(db, author, id, ['person:first', 'person:second'])).toEqual({
    'person:first': { label: 'Harbour duty manager', detail: 'Bo Hale' },
  })

  await db.update(participants).set({ named: true }).where(eq(participants.id, 'first'))
  expect(await mentionNames(db, author, id, ['person:first'])).toEqual({ 'person:first': { label: 'Bo Hale' } })
})

test('only whoever may edit brings somebody into a draft, and nobody who is suspended', async ({ db }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const gone = await person(db, { name: 'Gone' })
  await db.update(people).set({ suspendedAt: new Date() }).where(eq(people.id, gone.id))

  expect(await mentionPerson(db, author, id, { personId: gone.id, participantId: 'x' })).toEqual({
    ok: false,
    reason: 'no-such-person',
  })
  expect(await mentionPerson(db, gone, id, { personId: author.id, participantId: 'x' })).toEqual({
    ok: false,
    reason: 'no-such-postmortem',
  })
})

test('an id that another post-mortem’s participant has is not taken from it', async ({ db }) => {
  const author = await person(db)
  const other = await person(db)
  const [one, two] = [await draftOf(db, author), await draftOf(db, author)]
  await mentionPerson(db, author, one.id, { personId: other.id, participantId: 'shared' })
  expect(await mentionPerson(db, author, two.id, { personId: other.id, participantId: 'shared' })).toEqual({
    ok: false,
    reason: 'id-taken',
  })
})

test('people are found by name or role, those in the draft first; suspended ones are not', async ({ db }) => {
  const author = await person(db, { name: 'Ada Zin', roleTitle: 'Gate engineer' })
  await person(db, { name: 'Aaro Berg', roleTitle: 'Gate keeper' })
  const { id } = await draftOf(db, author)
  const find = async (words: string) => (await findMentionable(db, id, words)).map(({ name }) => name)
  expect(await find('gate')).toEqual(['Ada Zin', 'Aaro Berg'])
  expect(await find('keep aaro')).toEqual(['Aaro Berg'])
  expect(await find('%')).toEqual([])
})
