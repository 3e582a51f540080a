import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { documentWith, item } from '#tests/documents.ts'
import { findById } from './item-acts.ts'
import { unlink } from './unlink.ts'

/** Unlinks one item of a document and answers what was said and the attributes of another afterwards. */
function unlinked(filled: Record<string, NodeJson[]>, id: string) {
  const state = EditorState.create({ doc: documentSchema.nodeFromJSON(documentWith(filled)) })
  const tr = state.tr
  const said = unlink(tr, findById(state.doc, id)!.node)
  return { said, attributesOf: (other: string) => findById(tr.doc, other)!.node.attrs }
}

test('links to a removed cause fall away with a word about who had them, the other links stay', () => {
  const { said, attributesOf } = unlinked(
    {
      'allowed-it': [item('cause', 'Our own store.', { id: 'c1' }), item('cause', 'A long window.', { id: 'c2' })],
      changing: [
        item('change', 'A guard.', { id: 'h1', causes: ['c1', 'c2'] }),
        item('change', 'A shorter window.', { id: 'h2', causes: ['c1'] }),
      ],
      lessons: [item('lesson', 'Check in the reader’s store.', { id: 'l1', causes: ['c1'], changes: ['h1'] })],
    },
    'c1',
  )
  expect(said).toBe('2 changes and 1 lesson pointed here.')
  expect(attributesOf('h1').causes).toEqual(['c2'])
  expect(attributesOf('h2').causes).toEqual([])
  expect(attributesOf('l1')).toMatchObject({ causes: [], changes: ['h1'] })
})

test('an account of a removed entry keeps the time it was about', () => {
  const { said, attributesOf } = unlinked(
    {
      'what-happened': [
        item('timelineEntry', 'Cancelled twice.', {
          id: 'e1',
          at: '2026-11-12T14:12:00.000Z',
          precision: 'about',
          typed: '~14:12',
        }),
      ],
      accounts: [item('account', 'Two rows looked the same.', { id: 'a1', entryId: 'e1' })],
    },
    'e1',
  )
  expect(said).toBe('1 account pointed here.')
  expect(attributesOf('a1')).toMatchObject({
    entryId: null,
    at: '2026-11-12T14:12:00.000Z',
    precision: 'about',
    typed: '~14:12',
  })
})

test('nothing is said where nothing pointed', () => {
  expect(unlinked({ 'allowed-it': [item('cause', 'Alone.', { id: 'c1' })] }, 'c1').said).toBe('')
})
