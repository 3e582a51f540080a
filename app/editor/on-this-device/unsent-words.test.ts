import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { completeDocument } from '#tests/documents.ts'
import { firstLine, itemOf } from '#tests/merging-replicas.ts'
import { unsentFiles } from './unsent-file.ts'
import { unsentWords } from './unsent-words.ts'

function draft() {
  const shared = new Y.Doc()
  fillSharedDocument(shared, completeDocument(), Facts.parse({ title: 'Declined cards' }))
  const acknowledged = Y.encodeStateVector(shared)
  const line = firstLine(itemOf(shared, 'entry2'))
  line.insert(line.length, ' The pager was silent.')
  return { shared, acknowledged }
}

test('what was typed since the last acknowledgement is found with its place, and nothing else', () => {
  const { shared, acknowledged } = draft()
  expect(unsentWords(shared, acknowledged)).toEqual([
    { place: expect.stringMatching(/14:09$/), text: 'The pager was silent.' },
  ])
  expect(unsentWords(shared, Y.encodeStateVector(shared))).toEqual([])
})

test('the file to keep says what was not sent, and the other one brings everything back', () => {
  const { shared, acknowledged } = draft()
  const { markdown, json } = unsentFiles(shared, acknowledged, 'PM-7')
  expect(markdown).toContain('# Declined cards (PM-7)')
  expect(markdown.split('## The whole text')[0]).toContain('The pager was silent.')
  const again = new Y.Doc()
  Y.applyUpdate(
    again,
    Uint8Array.from(atob(JSON.parse(json).update), (letter) => letter.charCodeAt(0)),
  )
  expect(again.getXmlFragment('content').toString()).toBe(shared.getXmlFragment('content').toString())
})
