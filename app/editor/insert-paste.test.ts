import { EditorState, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { blocksInLines } from '#tests/blocks-in-lines.ts'
import { HeldPlaces, holdPlace, takePlace } from './held-places.ts'
import { insertPaste } from './insert-paste.ts'

const paragraph = (text = ''): NodeJson => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })
const heading = (text: string): NodeJson => ({
  type: 'heading',
  attrs: { level: 3 },
  content: [{ type: 'text', text }],
})
const entry = (text: string): NodeJson => ({ type: 'timelineEntry', attrs: { id: text }, content: [paragraph(text)] })

/** An editor without a page: what is dispatched becomes its state. The caret stands behind the text `at`. */
function editor(content: NodeJson[], at: string): EditorView {
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'section', attrs: { id: 's' }, content }] })
  let caret = -1
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.startsWith(at) && caret === -1) caret = pos + 1 + at.length
  })
  const plugins = HeldPlaces.config.addProseMirrorPlugins!.call({} as never)
  const view = {
    state: EditorState.create({ doc, selection: TextSelection.create(doc, caret), plugins }),
    isDestroyed: false,
    dispatch(tr: EditorState['tr']) {
      view.state = view.state.apply(tr)
    },
  }
  return view as unknown as EditorView
}
const paste = async (view: EditorView, blocks: NodeJson[], areEntries = false) => {
  const { from, to } = view.state.selection
  await insertPaste(view, { from, to }, blocks, areEntries)
  view.state.doc.check()
}
const lines = (view: EditorView) =>
  (view.state.doc.toJSON().content[0].content as NodeJson[])
    .map((block) => (block.type === 'timelineEntry' ? `• ${blocksInLines(block.content!)}` : blocksInLines([block])))
    .join('\n')
const type = (view: EditorView, text: string) => view.dispatch(view.state.tr.insertText(text))

test('a single line joins the line it is pasted to, whatever it was', async () => {
  for (const block of [paragraph('new'), heading('new')]) {
    const view = editor([paragraph('before after')], 'before ')
    await paste(view, [block])
    expect(lines(view)).toBe('before newafter')
    type(view, ', ')
    expect(lines(view)).toBe('before new, after')
  }
})

test('paragraphs join the line at both ends, and the caret goes on behind them', async () => {
  const view = editor([paragraph('before after')], 'before ')
  await paste(view, [paragraph('one'), heading('two'), paragraph('three ')])
  type(view, '|')
  expect(lines(view)).toBe('before one\n### two\nthree |after')
})

test('on an empty line it stands instead of it', async () => {
  const view = editor([paragraph('above'), paragraph(), paragraph('below')], '')
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 9)))
  await paste(view, [
    heading('head'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('item')] }] },
  ])
  expect(lines(view)).toBe('above\n### head\n- item\nbelow')
})

test('entries go between entries, behind the one the caret is in', async () => {
  const view = editor([entry('first'), entry('last')], 'fi')
  await paste(view, [entry('one'), entry('two')], true)
  expect(lines(view)).toBe('• first\n• one\n• two\n• last')
})

test('what is typed while a paste is read stays, and the paste goes where it was asked for', async () => {
  const view = editor([paragraph('before')], 'before')
  const held = holdPlace(view)
  type(view, ' typed')
  view.dispatch(view.state.tr.insert(1, documentSchema.nodes.paragraph!.create(null, documentSchema.text('above'))))
  await insertPaste(view, takePlace(view, held)!, [paragraph(' pasted')], false)
  expect(lines(view)).toBe('above\nbefore pasted typed')
  expect(takePlace(view, held)).toBeNull()
})

test('a large paste arrives whole and in order, in portions', async () => {
  globalThis.requestAnimationFrame ??= ((run: () => void) => setTimeout(run)) as never
  const view = editor([paragraph('before'), paragraph('after')], 'before')
  const many = Array.from({ length: 1000 }, (_, place) => paragraph(`line ${place}`))
  await paste(view, many)
  const found = lines(view).split('\n')
  expect(found.slice(1, -1)).toEqual(many.slice(1).map((_, place) => `line ${place + 1}`))
  expect([found[0], found.at(-1)]).toEqual(['beforeline 0', 'after'])
})

test('so do many entries, behind the one the caret was in', async () => {
  globalThis.requestAnimationFrame ??= ((run: () => void) => setTimeout(run)) as never
  const view = editor([entry('first'), entry('last')], 'first')
  const many = Array.from({ length: 450 }, (_, place) => entry(`line ${place}`))
  await paste(view, many, true)
  const expected = ['first', ...many.map((_, place) => `line ${place}`), 'last']
  expect(lines(view).split('\n')).toEqual(expected.map((line) => `• ${line}`))
})
