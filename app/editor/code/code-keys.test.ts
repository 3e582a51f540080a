import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { documentSchema } from '#app/document/schema.ts'
import { indentLines } from './code-keys.ts'

/** Code in which `|` stands for the ends of the selection. */
function after(marked: string, way: 'in' | 'out'): string {
  const places = [...marked.matchAll(/\|/g)].map(({ index }, place) => index - place)
  const code = marked.replaceAll('|', '')
  const block = { type: 'codeBlock', content: [{ type: 'text', text: code }] }
  const section = { type: 'section', attrs: { id: 's', kind: 'prose', title: '' }, content: [block] }
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [section] })
  const [anchor = 0, head = anchor] = places
  const state = EditorState.create({ doc, selection: TextSelection.create(doc, 2 + anchor, 2 + head) })
  return state.apply(indentLines(state, way)).doc.textContent
}

test('Tab writes two spaces where the caret is', () => {
  expect(after('if|x', 'in')).toBe('if  x')
})

test('Tab moves every selected line, and no other', () => {
  expect(after('a\nb|b\ncc\nd|d\ne', 'in')).toBe('a\n  bb\n  cc\n  dd\ne')
  expect(after('|a\nb\n|c', 'in')).toBe('  a\n  b\nc')
})

test('Shift+Tab takes two spaces or a tab off each selected line, and no letter', () => {
  expect(after('  a\n\tb\n c\nd', 'out')).toBe('a\n\tb\n c\nd')
  expect(after('  a|\n\tb\n c\n|d', 'out')).toBe('a\nb\nc\nd')
})
