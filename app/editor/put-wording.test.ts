import { EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { lintBlock } from '#app/linter/index.ts'
import { createCheck } from './create-check.ts'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { findRewrite } from './find-rewrite.ts'

const host = { options: { people: [], teams: [], services: [] } } as unknown as EditorHost

/** A view without a page: what is put into the text needs the state and a way to change it. */
function viewOf(kind: string, item: NodeJson) {
  const section = { type: 'section', attrs: { id: 's1', kind, title: '' }, content: [item] }
  const view = {
    state: EditorState.create({ doc: documentSchema.nodeFromJSON({ type: 'doc', content: [section] }) }),
    steps: 0,
    dispatch(tr: EditorState['tr']) {
      if (tr.docChanged) view.steps++
      view.state = view.state.apply(tr)
    },
  }
  return view as typeof view & EditorView
}
const noteIn = ({ state }: EditorView): PlacedNote => createCheck({})(state, true)[0]!
const question = (...content: NodeJson[]): NodeJson => ({
  type: 'question',
  attrs: { id: 'q1' },
  content: [{ type: 'paragraph', content }],
})
const text = (words: string, ...marks: { type: string }[]): NodeJson => ({ type: 'text', text: words, marks })

test('marks and mentions of the sentence stay, and so does the sentence before it', async () => {
  const person = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const view = viewOf(
    'questions',
    question(text('At noon? Why did '), person, text(' restart '), text('it', { type: 'bold' }), text('?')),
  )
  const note = noteIn(view)
  const rewrite = await findRewrite(view, host, note)

  expect(rewrite?.put()).toBe(true)
  const paragraph = view.state.doc.firstChild!.firstChild!.firstChild!
  expect(paragraph.textBetween(0, paragraph.content.size, '', () => '@')).toBe(
    'At noon? What made it look right for @ to restart it?',
  )
  expect(
    paragraph.toJSON().content.map(({ type, marks = [] }: NodeJson) => [type, ...marks.map((mark) => mark.type)]),
  ).toEqual([['text'], ['mention'], ['text'], ['text', 'bold'], ['text']])
  expect(view.steps).toBe(2)
})

test('each edit finds its place again, also when the first one of them mends the document further up', async () => {
  const view = viewOf('causes', {
    type: 'cause',
    attrs: { id: 'c1' },
    content: [{ type: 'paragraph', content: [text('Obviously, a careless old rename took the list offline.')] }],
  })
  const rewrite = await findRewrite(view, host, noteIn(view))
  const { dispatch } = view
  view.dispatch = (tr) => {
    dispatch(tr)
    const first = view.state.schema.nodes.section!.create({ id: 's0', kind: 'prose', title: '' })
    if (view.steps === 1) dispatch(view.state.tr.insert(0, first))
  }

  expect(rewrite?.put()).toBe(true)
  expect(view.state.doc.textContent).toBe('An old rename took the list offline.')
  expect(view.state.selection.$from.parentOffset).toBe(view.state.doc.textContent.length)
})

test('a sentence that has become another one meanwhile is left alone', async () => {
  const view = viewOf('questions', question(text('Who approved this?')))
  const rewrite = await findRewrite(view, host, noteIn(view))
  view.dispatch(view.state.tr.insertText(' big one', 20))
  const now = view.state.doc

  expect(rewrite?.put()).toBe(false)
  expect(view.state.doc.eq(now)).toBe(true)
})

test('what stands in the form of an item is rewritten there', async () => {
  const cause = {
    type: 'cause',
    attrs: { id: 'c1', noChangeBecause: 'It was noon. Obviously, the flag was inverted. It rained.' },
    content: [{ type: 'paragraph', content: [text('A flag.')] }],
  }
  const view = viewOf('causes', cause)
  const rewrite = await findRewrite(view, host, noteIn(view))

  expect(rewrite?.put()).toBe(true)
  expect(view.state.doc.firstChild!.firstChild!.attrs.noChangeBecause).toBe(
    'It was noon. The flag was inverted. It rained.',
  )
})

test('what is put into the text has no note', async () => {
  const view = viewOf('questions', question(text('Who approved this?')))
  ;(await findRewrite(view, host, noteIn(view)))!.put()
  const block = { id: 'it', section: 'questions', kind: 'text', text: view.state.doc.textContent } as const
  expect(lintBlock(block)).toEqual([])
})
