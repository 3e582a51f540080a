import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { saveDocument } from '#app/postmortems/save-document.server.ts'
import type { Database } from '#db/client.ts'
import { createStoreKeeper } from './keep-stored.server.ts'
import { Ledger } from './ledger.ts'

/** A keeper of one changed document, whose saves end when they are let. */
function keeping() {
  const ledger = new Ledger()
  const ends: (() => void)[] = []
  const store = (() => new Promise<void>((resolve) => ends.push(resolve))) as unknown as typeof saveDocument
  const document = new Y.Doc()
  const keeper = createStoreKeeper({
    db: {} as Database,
    log: { error: () => {} },
    store,
    documentOf: () => document,
    ledgerOf: () => ledger,
    saved: () => {},
  })
  ledger.changed()
  return { keeper, ledger, ends, soon: () => new Promise((resolve) => setImmediate(resolve)) }
}

test('what the save under way stores is not stored a second time', async () => {
  const { keeper, ends, soon } = keeping()
  const first = keeper.save('pm')
  const second = keeper.keep('pm')
  await soon()
  ends[0]!()
  await Promise.all([first, second])
  expect(ends).toHaveLength(1)
})

/** A save under way, a change since it began, and a second save that waits for it. */
async function changedMeanwhile() {
  const kept = keeping()
  const first = kept.keeper.save('pm')
  await kept.soon()
  kept.ledger.changed()
  return { ...kept, first, second: kept.keeper.keep('pm') }
}

test('what changed since the save under way began is stored by the next one', async () => {
  const { ledger, ends, soon, first, second } = await changedMeanwhile()
  ends[0]!()
  await first
  await soon()
  ends[1]!()
  await second
  expect(ledger.isDirty).toBe(false)
})

test('a keeper that was stopped begins no save that waited', async () => {
  const { keeper, ends, first, second } = await changedMeanwhile()
  keeper.stop()
  ends[0]!()
  await Promise.all([first, second])
  expect(ends).toHaveLength(1)
})
