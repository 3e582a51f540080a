import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { allCommands, commandsFor, matchCommands } from './all-commands.ts'
import { placeOf } from './place.ts'

const words = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })

/** A section with the caret at a word of it. */
function placeAt(word: string, kind: string, ...content: NodeJson[]) {
  const section = { type: 'section', attrs: { id: 's1', kind, title: '' }, content }
  const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [section] })
  let at = 0
  doc.descendants((node, pos) => {
    if (node.text?.includes(word)) at = pos + node.text.indexOf(word)
  })
  return placeOf(EditorState.create({ doc, selection: TextSelection.create(doc, at) }))
}
const idsAt = (...given: Parameters<typeof placeAt>) => commandsFor('caret', placeAt(...given)).map(({ id }) => id)

test('each section offers the item it is made of, first of all', () => {
  expect(idsAt('Begin', 'timeline', words('Begin'))[0]).toBe('timelineEntry')
  expect(idsAt('Begin', 'causes', words('Begin'))[0]).toBe('cause')
  expect(idsAt('Begin', 'prose', words('Begin'))).not.toContain('lesson')
})

test('in a cause, a change that addresses it is offered, and a source', () => {
  const cause = { type: 'cause', attrs: { id: 'c1' }, content: [words('The window was long')] }
  expect(idsAt('window', 'causes', cause)).toEqual(expect.arrayContaining(['change-for-cause', 'evidence']))
})

test('in a table its rows and columns come first, and there is no table in a table', () => {
  const cell = { type: 'tableCell', content: [words('host')] }
  const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
  const offered = idsAt('host', 'prose', table)
  expect(offered[0]).toBe('row-below')
  expect(offered).not.toContain('table')
})

test('commands are found by the beginning of their words, also by others than the label', () => {
  const commands = commandsFor('caret', placeAt('Begin', 'prose', words('Begin')))
  expect(matchCommands(commands, 'todo').map(({ id }) => id)).toEqual(['task-list'])
  expect(matchCommands(commands, 'num li').map(({ id }) => id)).toEqual(['numbered-list'])
  expect(matchCommands(commands, 'xyz')).toEqual([])
  expect(matchCommands(commands, 'li')[0]?.id).toBe('bullet-list')
})

test('a plain line becomes the item, and a quote stays with the item below it', () => {
  const run = (content: NodeJson) => {
    const section = { type: 'section', attrs: { id: 's1', kind: 'lessons', title: '' }, content: [content] }
    const doc = documentSchema.nodeFromJSON({ type: 'doc', content: [section] })
    const view = {
      state: EditorState.create({ doc, selection: TextSelection.atEnd(doc) }),
      dispatch(tr: EditorState['tr']) {
        view.state = view.state.apply(tr)
      },
      focus() {},
    }
    allCommands.find(({ id }) => id === 'lesson')!.run({ view } as never, {} as never)
    view.state.doc.check()
    return view.state.doc.firstChild!.children.map(({ type, textContent }) => `${type.name}: ${textContent}`)
  }
  expect(run(words('Renew early'))).toEqual(['lesson: Renew early'])
  expect(run({ type: 'blockquote', content: [words('said')] })).toEqual(['blockquote: said', 'lesson: '])
})

test('no two commands share an id, and both doors lead to the same blocks', () => {
  const ids = allCommands.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const blocks = (door: 'caret' | 'selection') =>
    commandsFor(door, placeAt('Begin', 'prose', words('Begin'))).filter(({ group }) => group === 'Text')
  expect(blocks('caret')).toEqual(blocks('selection'))
})
