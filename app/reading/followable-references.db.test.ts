import { expect } from 'vitest'
import { test } from '#tests/database.ts'
import { draftOf, person, publishedPostmortem } from '#tests/factories.ts'
import { followableReferences } from './followable-references.server.ts'

test('only what this reader may open is a link: no draft, nothing restricted, nothing that does not exist', async ({
  db,
}) => {
  const author = await person(db)
  const reader = await person(db)
  const { reference: open } = await publishedPostmortem(db, { author })
  const { reference: restricted } = await publishedPostmortem(db, { author, restricted: true })
  const { reference: draft } = await draftOf(db, author)
  const text = `As in ${open}, ${restricted}, ${draft} and PM-99999.`

  expect(await followableReferences(db, reader, text)).toEqual([open])
  expect(await followableReferences(db, author, text)).toEqual([open, restricted])
})
