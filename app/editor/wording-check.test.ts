import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { createCheck } from './wording-check.ts'

const text = (words: string, ...marks: { type: string }[]): NodeJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks }),
})
function stateOf(...causes: NodeJson[][]) {
  const items = causes.map((content, place) => ({
    type: 'cause',
    attrs: { id: `c${place}` },
    content: [{ type: 'paragraph', content }],
  }))
  const section = { type: 'section', attrs: { id: 's1', kind: 'causes', title: '' }, content: items }
  return EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: [section] }) })
}
const caretAt = (state: EditorState, pos: number) =>
  state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))

test('a note stands on its words, behind emoji, mentions and marks', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const state = stateOf(
    [text('🙂 Hidden.')],
    [mention, text(' was '), text('careless', { type: 'bold' }), text(' that day.')],
  )
  const [note] = createCheck({})(state, true)
  expect(note && state.doc.textBetween(note.start, note.end)).toContain('careless')
  expect(note?.itemId).toBe('c1')
})

test('what is written in a form of an item is looked at as well', () => {
  const section = {
    type: 'section',
    attrs: { id: 's1', kind: 'changes', title: '' },
    content: [
      {
        type: 'change',
        attrs: { id: 'c0', decision: 'not-doing', because: 'The developer was careless.' },
        content: [{ type: 'paragraph', content: [text('An alert.')] }],
      },
    ],
  }
  const state = EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: [section] }) })
  expect(createCheck({})(state, true)).toMatchObject([{ itemId: 'c0', attribute: 'because', excerpt: 'careless' }])
})

test('the sentence with the caret waits until it is finished', () => {
  const open = stateOf([text('The engineer should have checked the chain')])
  const end = open.doc.content.size - 3
  expect(createCheck({})(caretAt(open, end), true)).toEqual([])
  const finished = stateOf([text('The engineer should have checked the chain.')])
  expect(createCheck({})(caretAt(finished, finished.doc.content.size - 3), true)).toHaveLength(1)
})

test('while someone types on, the notes of the sentence before stay where its words are', () => {
  const check = createCheck({})
  const before = stateOf([text('The engineer should have checked the chain.')])
  const end = before.doc.content.size - 3
  const [note] = check(caretAt(before, end), true)
  const typing = caretAt(before, end).apply(caretAt(before, end).tr.insertText(' Then the', end))
  const [still] = check(typing, false)
  expect(still?.start).toBe(note?.start)
  expect(still && typing.doc.textBetween(still.start, still.end)).toBe(note?.excerpt)
})

test('a section that is left out has no notes', () => {
  const state = stateOf([text('The engineer should have checked the chain.')])
  const hidden = state.apply(state.tr.setNodeAttribute(0, 'hiddenBecause', 'not now'))
  expect(createCheck({})(hidden, true)).toEqual([])
})
