import { expect, onTestFinished } from 'vitest'
import { test } from '#tests/database.ts'
import { draftBeingWritten, says, stored, type } from '#tests/draft-being-written.ts'
import { openFaultyLine } from '#tests/faulty-line.ts'
import { firstLine, itemOf } from '#tests/merging-replicas.ts'

const watch = { look: 150, quiet: 200, quietUnseen: 200, patience: 500, connecting: 800 }

async function lineTo(address: string) {
  const line = await openFaultyLine(address)
  onTestFinished(() => line.close())
  return line
}

test('an open line on which nobody answers is noticed, and what was typed on it is saved over the next one', async ({
  db,
  opened,
}) => {
  const { ines, draft, server, open } = await draftBeingWritten(db, opened)
  const line = await lineTo(server.address)
  const editor = open(ines, line.address, watch)
  await editor.opened
  await editor.saved()
  await editor.alive
  const noticed = new Promise<number>((resolve) => {
    editor.provider.on('close', ({ event }: { event: { code: number } }) => resolve(event.code))
  })
  line.stall()
  type(editor.shared, 'entry1', ' Into the void.')
  expect(await noticed).toBe(4408)
  expect(editor.isSaved()).toBe(false)
  line.heal()
  await editor.saved()
  expect(says('Into the void.')(await stored(db, draft.id))).toBe(true)
})

test('a line that breaks at any byte neither loses nor doubles a word', async ({ db, opened }) => {
  const { ines, draft, server, open } = await draftBeingWritten(db, opened)
  const line = await lineTo(server.address)
  const editor = open(ines, line.address, watch)
  await editor.opened
  await editor.saved()
  const words: string[] = []
  for (const bytes of [1, 150, 700, 1100, 1500]) {
    line.cutAfter(bytes)
    line.reset()
    for (let word = 0; word < 5; word++) {
      words.push(`w${words.length}x`)
      type(editor.shared, 'entry2', ` ${words.at(-1)}`)
    }
    line.heal()
  }
  await editor.saved()
  // Of this line only: the id of a section, twelve letters by chance, may look like one of the words.
  const text = firstLine(itemOf(await stored(db, draft.id), 'entry2')).toString()
  expect(text.match(/w\d+x/g)).toEqual(words)
})
