import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { createCheck } from './create-check.ts'

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

const blamed = 'The engineer should have checked the chain.'
const section = (id: string, kind: string, ...content: NodeJson[]): NodeJson => ({
  type: 'section',
  attrs: { id, kind, title: '' },
  content,
})
const item = (type: string, id: string, words: string): NodeJson => ({
  type,
  attrs: { id },
  content: [{ type: 'paragraph', content: [text(words)] }],
})
const notesOf = (...sections: NodeJson[]) =>
  createCheck({})(EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: sections }) }), true)

test('a kept sentence is the same one in another item or section of its kind, and another one with other words', () => {
  const keyIn = (...sections: NodeJson[]) => notesOf(...sections)[0]?.keepKey
  const kept = keyIn(section('s1', 'causes', item('cause', 'c1', blamed)))

  expect(keyIn(section('s1', 'causes', item('cause', 'c9', `It was noon. ${blamed}`)))).toBe(kept)
  expect(keyIn(section('s1', 'causes'), section('s2', 'causes', item('cause', 'c1', blamed)))).toBe(kept)
  expect(keyIn(section('s1', 'lessons', item('lesson', 'l1', blamed)))).not.toBe(kept)
  expect(keyIn(section('s1', 'causes', item('cause', 'c1', blamed.replace('chain', 'store'))))).not.toBe(kept)
})

test('quotes, code and what somebody is quoted with have no notes', () => {
  const paragraph = (...content: NodeJson[]) => ({ type: 'paragraph', content })
  expect(
    notesOf(
      section(
        's1',
        'prose',
        { type: 'blockquote', content: [paragraph(text(blamed))] },
        { type: 'codeBlock', content: [text(blamed)] },
        paragraph(text(blamed, { type: 'code' })),
        paragraph(text(`The vendor wrote: “${blamed}”`)),
      ),
    ),
  ).toEqual([])
})

test('each note knows how far down it stands, so that a screen can be told from the next', () => {
  const causes = ['a', 'b', 'c'].map((id) => item('cause', id, blamed))
  const lines = notesOf(section('s1', 'causes', ...causes)).map(({ line }) => line)
  expect(lines.map((line, place) => line - (lines[place - 1] ?? 0))).toEqual([8, 5, 5])
})
