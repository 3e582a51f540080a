import { expect } from 'vitest'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { ChangeProgressForm } from './change-progress-form.ts'
import { findChangeProgress } from './find-change-progress.server.ts'
import { setChangeProgress } from './set-change-progress.server.ts'

const form = (fields: Record<string, string>) =>
  ChangeProgressForm.parse({ itemId: 'change1', state: 'open', ...fields })

test('a due date and a tracker link are kept beside the text, and emptied again', async ({ db }) => {
  const author = await person(db)
  const { id } = await draftOf(db, author)
  const tracker = 'https://tracker.example/EDGE-3311'

  await setChangeProgress(db, author, id, form({ dueOn: '2026-12-04', trackerUrl: tracker }))
  expect(await findChangeProgress(db, id)).toEqual({
    change1: { state: 'open', dueOn: '2026-12-04', trackerUrl: tracker },
  })

  await setChangeProgress(db, author, id, form({ state: 'done', dueOn: ' ', trackerUrl: '' }))
  expect(await findChangeProgress(db, id)).toEqual({ change1: { state: 'done', dueOn: null, trackerUrl: null } })
})

test('whoever may not edit the post-mortem changes nothing', async ({ db }) => {
  const { id } = await draftOf(db, await person(db))
  const outcome = await setChangeProgress(db, await person(db), id, form({ dueOn: '2026-12-04' }))
  expect(outcome).toEqual({ ok: false, reason: 'no-such-postmortem' })
  expect(await findChangeProgress(db, id)).toEqual({})
})

test('a day that does not exist and a link that is none are refused with how to mend them', () => {
  const read = ChangeProgressForm.safeParse({
    itemId: 'change1',
    state: 'open',
    dueOn: '2026-02-30',
    trackerUrl: 'EDGE-3311',
  })
  expect(read.error?.issues.map(({ message }) => message)).toEqual([
    'Give the day as 2026-12-04, or leave it empty.',
    'Give a link that begins with https://, or leave it empty.',
  ])
})
