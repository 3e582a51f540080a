import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { completeDocument } from '#tests/documents.ts'
import { draftOf, person, publishedPostmortem } from '#tests/factories.ts'
import { findLinkable } from './linked-postmortems.server.ts'
import { mentionNames } from './mention-names.server.ts'
import { mentionedIn } from './mentioned-in.server.ts'
import { readVersion } from './read-version.server.ts'

/** A complete document whose lessons also name another post-mortem. */
function naming(...content: NodeJson[]) {
  const document = completeDocument()
  document.content.find(({ attrs }) => attrs.kind === 'lessons')!.content!.push({ type: 'paragraph', content })
  return document
}
const link = (id: string): NodeJson => ({ type: 'mention', attrs: { kind: 'postmortem', id } })

test('a link shows the title of now to whoever may open it, and nothing to others', async ({ db }) => {
  const target = await publishedPostmortem(db, { title: 'The guard without a door', visibility: 'invited' })
  const { id } = await publishedPostmortem(db, { document: naming(link(target.id)) })

  const mine = JSON.stringify(await readVersion(db, target.author, id))
  expect(mine).toContain(`${target.reference} The guard without a door`)

  const other = JSON.stringify(await readVersion(db, await person(db), id))
  expect(other).toContain('another post-mortem')
  expect(other).not.toContain('guard without')
  expect(other).not.toContain(target.reference)
  expect(JSON.stringify(await readVersion(db, null, id))).not.toContain('guard without')
})

test('the page of a post-mortem lists where it is mentioned, to those who may see the source', async ({ db }) => {
  const target = await publishedPostmortem(db)
  const byLink = await publishedPostmortem(db, { title: 'It came back', document: naming(link(target.id)) })
  const byWord = await publishedPostmortem(db, {
    title: 'Seen before',
    document: naming({ type: 'text', text: `As in ${target.reference}.` }),
    visibility: 'invited',
  })
  const draft = await draftOf(db, byLink.author, { title: 'Not yet told', document: naming(link(target.id)) })

  const titles = async (viewer: Parameters<typeof mentionedIn>[1]) =>
    (await mentionedIn(db, viewer, target.id)).map(({ title }) => title)
  expect(await titles(await person(db))).toEqual(['It came back'])
  expect(await titles(byWord.author)).toEqual(['Seen before', 'It came back'])
  expect(await titles(byLink.author)).toEqual(['Not yet told', 'It came back'])

  await db.update(postmortems).set({ trashedAt: new Date() }).where(eq(postmortems.id, draft.id))
  expect(await titles(byLink.author)).toEqual(['It came back'])
})

test('what can be linked to is found by number and by title, the number first, and never what may not be opened', async ({
  db,
}) => {
  const author = await person(db)
  const here = await draftOf(db, author)
  const { reference, number } = await publishedPostmortem(db, { title: 'Wind at 100 % in the harbour' })
  await publishedPostmortem(db, { title: 'Wind, kept among us', visibility: 'invited' })
  const find = async (words: string) => (await findLinkable(db, author, words, here.id)).map((found) => found.title)

  expect(await find('wind')).toEqual(['Wind at 100 % in the harbour'])
  expect(await find('harbour wind')).toEqual(['Wind at 100 % in the harbour'])
  expect(await find('100 %')).toEqual(['Wind at 100 % in the harbour'])
  expect(await find('1_0')).toEqual([])
  expect((await find(reference))[0]).toBe('Wind at 100 % in the harbour')
  expect((await find(String(number)))[0]).toBe('Wind at 100 % in the harbour')
  expect(await find('certificate rotation')).toEqual([])
})

test('a draft’s mentions of other drafts say what they are called to their own authors alone', async ({ db }) => {
  const author = await person(db)
  const here = await draftOf(db, author)
  const own = await draftOf(db, author, { title: 'My other draft' })
  const foreign = await draftOf(db, await person(db), { title: 'Not for me' })
  expect(
    await mentionNames(db, author, here.id, [`postmortem:${own.id}`, `postmortem:${foreign.id}`, 'team:gone']),
  ).toEqual({ [`postmortem:${own.id}`]: { label: own.reference, detail: 'My other draft' } })
})
