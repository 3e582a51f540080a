import { type AnyExtension, flattenExtensions, getExtensionField } from '@tiptap/core'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { editorExtensions } from './extensions.ts'
import { findKeys, keyPlaces } from './keys.ts'
import { pageKeys } from './page-keys.ts'

/** Keys that do in the editor what they do in any text, and whose lines on the sheet tell what they do beyond that. */
const ofAnyText = new Set(
  ['Enter', 'Shift-Enter', 'Backspace', 'Mod-Backspace', 'Delete', 'Mod-Delete', 'Tab', 'Shift-Tab', 'Escape'].concat([
    'ArrowUp',
    'ArrowDown',
  ]),
)
/** Bound by panels of the page and by the browser’s own fields. */
const ofPanels = new Set(['F9'])

/** `Shift-Mod-z` and `Mod-Shift-z` are one, and so are `Mod-B` and `Mod-b`. */
function plain(bind: string): string {
  const [key, ...modifiers] = bind.split('-').toReversed()
  return [...modifiers.toSorted(), key!.length === 1 ? key!.toLowerCase() : key].join('-')
}

function boundInText(): Set<string> {
  const awareness = { getLocalState: () => null, getStates: () => new Map(), on() {}, off() {} }
  const host = { shared: new Y.Doc(), options: { language: {} }, names: {}, typeahead: {} } as never
  const extensions = flattenExtensions(editorExtensions(host, { provider: { awareness } } as never)) as AnyExtension[]
  const editor = { commands: {}, storage: {}, view: {}, state: {} }
  return new Set(
    extensions.flatMap(({ name, options, storage, ...rest }) => {
      const context = { name, options, storage, editor, type: null }
      const extension = { name, options, storage, ...rest } as AnyExtension
      const add = getExtensionField<(() => object) | null>(extension, 'addKeyboardShortcuts', context as never)
      return add ? Object.keys(add()).map(plain) : []
    }),
  )
}

const onSheet = new Set(keyPlaces.flatMap(({ keys }) => keys.flatMap(({ binds = [] }) => binds.map(plain))))

test('every key that the text or the page takes stands on the sheet', () => {
  const bound = [...boundInText(), ...pageKeys.map(plain)].filter((bind) => !ofAnyText.has(bind))
  expect(bound.filter((bind) => !onSheet.has(bind))).toEqual([])
})

test('every key on the sheet does something', () => {
  const bound = boundInText()
  const known = (bind: string) =>
    bound.has(bind) || pageKeys.some((key) => plain(key) === bind) || ofAnyText.has(bind) || ofPanels.has(bind)
  expect([...onSheet].filter((bind) => !known(bind))).toEqual([])
})

test('the sheet is searched by keys, words and places', () => {
  const says = (query: string) => findKeys(query).flatMap(({ keys }) => keys.map((line) => line.says))
  expect(says('undo')).toHaveLength(1)
  expect(says('ctrl shift enter tick the')).toEqual(['Tick the task, or take the tick back'])
  expect(says('scraps f9')).toEqual(['To the scraps: what is never published'])
  expect(findKeys('')).toEqual(keyPlaces)
  expect(findKeys('nothing like this')).toEqual([])
})
