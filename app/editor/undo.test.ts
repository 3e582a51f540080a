import { setImmediate as nextTurn } from 'node:timers/promises'
import { TextSelection } from '@tiptap/pm/state'
import { afterEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson, SectionJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { addScrap } from '#app/document/scraps.ts'
import { fillSharedDocument, readDocument } from '#app/document/shared-document.ts'
import { copyInStep, openWriter, type Writer } from '#tests/open-writer.ts'
import { createCheck } from './create-check.ts'
import { authorsAct } from './editor-host.ts'
import { findRewrite } from './find-rewrite.ts'
import { insertPaste } from './insert-paste.ts'
import { findById, removeItem, setAttributes } from './item-acts.ts'
import { moveSectionBy } from './section-acts.ts'
import { moveTo, sortTimeline } from './sort-timeline.ts'

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const item = (type: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson => ({
  type,
  attrs: { id, ...attrs },
  content: [paragraph(text)],
})
const entry = (id: string, clock: string, text: string) =>
  item('timelineEntry', id, text, { at: `2026-11-12T${clock}:00.000Z`, precision: 'exact', typed: clock })
const section = (kind: SectionJson['attrs']['kind'], ...content: NodeJson[]): SectionJson => ({
  type: 'section',
  attrs: { id: kind, key: null, kind, title: kind, hiddenBecause: null },
  content,
})

// A paste goes in by parts, one to a drawn page.
globalThis.requestAnimationFrame ??= ((run: () => void) => setTimeout(run)) as never

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})

/** Two people with the same draft open, each change of one with the other at once. */
function open(): { one: Writer; two: Writer } {
  const shared = new Y.Doc()
  const content = [
    section(
      'timeline',
      entry('a', '14:03', 'The job ran.'),
      entry('b', '14:09', 'Support called.'),
      entry('c', '14:05', 'The rate rose.'),
    ),
    section('causes', item('cause', 'cause', 'Our own store.', { entries: ['a'] })),
    section('changes', item('change', 'change', 'A guard.', { causes: ['cause'] })),
    section('questions', item('question', 'question', 'Who approved this?')),
  ]
  fillSharedDocument(shared, { type: 'doc', content }, Facts.parse({}))
  const [one, two] = [openWriter(shared), openWriter(copyInStep(shared))]
  writers.push(one, two)
  return { one, two }
}

function put(writer: Writer, text: string, id: string): void {
  const { node, pos } = findById(writer.view.state.doc, id)!
  const end = pos + node.nodeSize - 2
  writer.view.dispatch(writer.view.state.tr.insertText(text, end))
}

function caretIn({ view }: Writer, id: string): void {
  const { pos } = findById(view.state.doc, id)!
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, pos + 2)))
}

function press({ view }: Writer, key: string, code: number): void {
  const event = { key, keyCode: code, altKey: true, shiftKey: true, ctrlKey: false, metaKey: false }
  expect(view.someProp('handleKeyDown', (handle) => handle(view, event as KeyboardEvent))).toBe(true)
}

function paste({ view }: Writer, text: string): void {
  const clipboardData = {
    getData: (type: string) => (type === 'text/plain' ? text : ''),
    types: ['text/plain'],
    files: [],
  }
  const event = { clipboardData, preventDefault() {} } as unknown as ClipboardEvent
  expect(view.someProp('handlePaste', (handle) => handle(view, event, undefined as never))).toBe(true)
}

const minutes = Array.from({ length: 40 }, (_, place) => `14:${String(place + 10)} The queue grew to ${place}.`)

const acts: [name: string, act: (writer: Writer) => unknown, holds: string][] = [
  ['a deleted card', ({ view, host }) => removeItem(view, 'cause', host), 'question'],
  ['a changed time', ({ view }) => setAttributes(view, 'b', { at: '2026-11-12T14:04:00.000Z', typed: '14:04' }), 'b'],
  ['a moved entry', ({ view, host }) => moveTo(host, view, 'c', { before: 'a' }, ''), 'c'],
  [
    'a moved section',
    (writer) => {
      caretIn(writer, 'cause')
      moveSectionBy(writer.host, writer.view, 'causes', -1)
    },
    'cause',
  ],
  ['a sorted timeline', ({ view, host }) => sortTimeline(host, view, 'c'), 'c'],
  [
    'forty pasted entries',
    (writer) => {
      caretIn(writer, 'b')
      paste(writer, minutes.join('\n'))
      return nextTurn()
    },
    'b',
  ],
  [
    'a paste that goes in by parts, with the words it left out',
    (writer) => {
      caretIn(writer, 'b')
      const entries = Array.from({ length: 450 }, (_, place) => entry(`pasted${place}`, '14:10', `Line ${place}.`))
      return insertPaste(writer.view, writer.view.state.selection, entries, true, () =>
        addScrap(writer.shared, { text: 'A comment.', place: 'Left out of a paste', kind: 'kept-aside' }, authorsAct),
      )
    },
    'b',
  ],
  ['a link from a cause to an entry', ({ view }) => setAttributes(view, 'cause', { entries: ['a', 'b'] }), 'cause'],
  ['a link from a change to a cause', ({ view }) => setAttributes(view, 'change', { causes: [] }), 'change'],
  [
    'a milestone',
    (writer) => {
      caretIn(writer, 'b')
      press(writer, '@', 50)
    },
    'b',
  ],
  [
    'an accepted wording',
    async ({ view, host }) => {
      const note = createCheck({})(view.state, true).find(({ itemId }) => itemId === 'question')!
      expect((await findRewrite(view, host, note))?.put()).toBe(true)
    },
    'question',
  ],
]

/** The text as both have it, with every id that the test did not give left out. */
function textOf({ one, two }: { one: Writer; two: Writer }): unknown {
  const read = ({ shared }: Writer) =>
    JSON.stringify(readDocument(shared)).replace(/"id":"[a-z0-9]{12}"/g, '"id":"new"')
  expect(read(two)).toBe(read(one))
  expect(JSON.stringify(one.view.state.doc.toJSON())).toBe(JSON.stringify(two.view.state.doc.toJSON()))
  return JSON.parse(read(one))
}

describe.each(acts)('%s', (_name, act, inside) => {
  test('is taken back alone, and made again', async () => {
    const world = open()
    put(world.one, ' At last.', 'a')
    const before = textOf(world)
    await act(world.one)
    const after = textOf(world)
    expect(after).not.toEqual(before)
    put(world.one, ' Again.', 'a')

    world.one.editor.commands.undo()
    expect(textOf(world)).toEqual(after)
    world.one.editor.commands.undo()
    expect(textOf(world)).toEqual(before)
    world.one.editor.commands.redo()
    expect(textOf(world)).toEqual(after)
  })

  test.each(['a', inside])('is taken back and made again around what somebody else wrote in %s', async (place) => {
    const theirs = async (withAct: boolean) => {
      const world = open()
      if (withAct) await act(world.one)
      put(world.two, ' On both quays.', place)
      return { world, text: textOf(world) }
    }
    const { world, text: after } = await theirs(true)
    const { text: before } = await theirs(false)

    world.one.editor.commands.undo()
    expect(textOf(world)).toEqual(before)
    world.one.editor.commands.redo()
    expect(textOf(world)).toEqual(after)
    world.one.editor.commands.undo()
    expect(textOf(world)).toEqual(before)
  })
})

test('what somebody else wrote in a pasted entry stays when the paste is taken back, in an entry with its time', () => {
  const { one, two } = open()
  caretIn(one, 'b')
  paste(one, '14:10 The queue grew.\n14:11 It fell.')
  const pasted = one.view.state.doc.child(0).child(2).attrs.id as string
  put(two, ' On both quays.', pasted)

  one.editor.commands.undo()
  const left = findById(two.view.state.doc, pasted)?.node
  expect(left?.textContent).toBe(' On both quays.')
  expect(left?.attrs).toMatchObject({ typed: '14:10', at: '2026-11-12T14:10:00.000Z' })
  expect(two.view.state.doc.child(0).childCount).toBe(4)
  one.editor.commands.redo()
  expect(findById(two.view.state.doc, pasted)?.node.textContent).toBe('The queue grew. On both quays.')
})

test('a time that somebody else has set since is theirs, and undo leaves it', () => {
  const { one, two } = open()
  setAttributes(one.view, 'b', { typed: '14:04' })
  setAttributes(two.view, 'b', { typed: '14:07' })
  one.editor.commands.undo()
  expect(findById(two.view.state.doc, 'b')?.node.attrs.typed).toBe('14:07')
})

test('what was typed before an entry moved can be taken back after the move was', () => {
  const { one, two } = open()
  put(one, ' Twice.', 'c')
  moveTo(one.host, one.view, 'c', { before: 'a' }, '')
  one.editor.commands.undo()
  one.editor.commands.undo()
  expect(findById(two.view.state.doc, 'c')?.node.textContent).toBe('The rate rose.')
})

test('a move goes back and forth by id with what others add in between, and takes no word with it', () => {
  const { one, two } = open()
  moveTo(one.host, one.view, 'c', { before: 'a' }, '')
  for (const [place, step] of (['undo', 'redo', 'undo', 'redo'] as const).entries()) {
    put(two, ` ${place}`, 'c')
    one.editor.commands[step]()
  }
  const section = two.view.state.doc.child(0)
  expect(section.children.map(({ attrs }) => attrs.id)).toEqual(['c', 'a', 'b'])
  expect(section.child(0).textContent).toBe('The rate rose. 0 1 2 3')
})
