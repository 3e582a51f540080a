import { afterEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { openWriter, type Writer } from '#tests/open-writer.ts'
import { serverTimeIs } from '../server-clock.ts'
import { itemCommands } from './item-commands.ts'

let writer: Writer
afterEach(() => writer.close())

test('“Time now” writes the time of the server, whatever the clock of the device says', () => {
  const shared = new Y.Doc()
  const attrs = { id: 'timeline', key: null, kind: 'timeline' as const, title: 'What happened', hiddenBecause: null }
  const content = [{ type: 'section' as const, attrs, content: [{ type: 'paragraph' }] }]
  fillSharedDocument(shared, { type: 'doc', content }, Facts.parse({ zone: 'Europe/Lisbon' }))
  writer = openWriter(shared)
  serverTimeIs(Date.parse('2027-06-30T23:30:20.000Z'))

  itemCommands.find(({ id }) => id === 'time-now')!.run(writer.editor, writer.host)

  const entry = writer.view.state.doc.child(0).child(0)
  expect(entry.attrs).toMatchObject({ at: '2027-06-30T23:30:00.000Z', typed: '2027-07-01 00:30', precision: 'exact' })
})
