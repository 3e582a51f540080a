import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from './editor-host.ts'
import { createStore, type Store } from './store.ts'
import { type TypeaheadKind, triggerBefore } from './typeahead-trigger.ts'

/** What is being looked for at the caret: `from` is where its sign begins, `query` what was typed after it. */
export interface OpenTypeahead {
  kind: TypeaheadKind
  sign: string
  from: number
  query: string
}

/** What the plugin and the list on the screen know of each other. */
export interface Typeahead {
  open: Store<OpenTypeahead | null>
  /** Set by the list while it is shown: whether it took the key. */
  takeKey: ((event: KeyboardEvent) => boolean) | null
}

type Opened = Omit<OpenTypeahead, 'query'>

const key = new PluginKey<Opened | null>('typeahead')

/** Longer than any name: what is typed then was meant as text. */
const LONGEST_QUERY = 60

export function createTypeahead(): Typeahead {
  return { open: createStore<OpenTypeahead | null>(null), takeKey: null }
}

/**
 * Opens a list at the caret when a sign is typed: `/` for commands, `@` for people, teams and services, `[[` or `PM-` for
 * other post-mortems. Only a typed letter can open it, and while nothing is open a keystroke costs the look at that letter.
 */
export const TypeaheadKeys = Extension.create<{ host: EditorHost }>({
  name: 'typeaheadKeys',
  // Before the keys of items: Enter chooses here.
  priority: 1200,
  addProseMirrorPlugins() {
    const { typeahead } = this.options.host
    return [
      new Plugin<Opened | null>({
        key,
        state: { init: () => null, apply: (tr, opened) => follow(tr, opened) },
        props: {
          handleTextInput: (view, from, to, text) => openAt(view, from, to, text),
          handleKeyDown(view, event) {
            if (!key.getState(view.state) || event.isComposing) return false
            if (event.key === 'Escape') closeTypeahead(view)
            else return typeahead.takeKey?.(event) ?? false
            return true
          },
          handleDOMEvents: {
            blur: (view) => {
              closeTypeahead(view)
              return false
            },
          },
        },
        view: () => ({
          update: ({ state }, before) => {
            if (key.getState(before) || key.getState(state)) tell(typeahead, state)
          },
          destroy: () => typeahead.open.set(null),
        }),
      }),
    ]
  },
})

export function closeTypeahead(view: EditorView): void {
  if (key.getState(view.state)) view.dispatch(view.state.tr.setMeta(key, null))
}

/** Writes a sign where the caret is and opens its list, as if it had been typed. */
export function startTypeahead(view: EditorView, sign: '@' | '[['): void {
  const { $from } = view.state.selection
  const before = $from.parent.textBetween(0, $from.parentOffset, null, '\uFFFC')
  const space = before && !/\s$/.test(before) ? ' ' : ''
  const from = $from.pos + space.length
  const kind: TypeaheadKind = sign === '@' ? 'mention' : 'postmortem'
  view.dispatch(view.state.tr.insertText(`${space}${sign}`).setMeta(key, { kind, sign, from }))
  view.focus()
}

/** The text that called the list, from its sign to the caret; a choice stands in its place. */
export function typeaheadRange(state: EditorState): { from: number; to: number } | null {
  const opened = key.getState(state)
  return opened ? { from: opened.from, to: state.selection.from } : null
}

function openAt(view: EditorView, from: number, to: number, text: string): boolean {
  const { $from } = view.state.selection
  if (text.length !== 1 || !$from.parent.isTextblock || $from.parent.type.spec.code) return false
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 8), $from.parentOffset, null, '\uFFFC')
  const trigger = triggerBefore(before, text)
  if (!trigger) return false
  const marks = view.state.storedMarks ?? $from.marks()
  if (marks.some((mark) => mark.type.name === 'code' || mark.type.name === 'link')) return false
  const opened: Opened = { ...trigger, from: from - trigger.sign.length + 1 }
  view.dispatch(view.state.tr.insertText(text, from, to).setMeta(key, opened).scrollIntoView())
  return true
}

function follow(tr: Transaction, before: Opened | null): Opened | null {
  const told = tr.getMeta(key) as Opened | null | undefined
  if (told !== undefined) return told
  if (!before || !(tr.docChanged || tr.selectionSet)) return before
  const opened = { ...before, from: tr.mapping.map(before.from) }
  const query = queryOf(tr.doc, opened, tr.selection.empty ? tr.selection.from : -1)
  return query === null ? null : opened
}

/** What was typed after the sign, or null where the caret has left it or the words cannot be a query any more. */
function queryOf(doc: DocumentNode, { from, sign }: Opened, caret: number): string | null {
  const start = from + sign.length
  if (caret < start || caret > doc.content.size || caret - start > LONGEST_QUERY) return null
  if (!doc.resolve(from).sameParent(doc.resolve(caret))) return null
  const text = doc.textBetween(from, caret, null, '\uFFFC')
  const query = text.slice(sign.length)
  if (!text.startsWith(sign) || /\uFFFC/.test(query)) return null
  if (sign === 'PM-') return /^\d*$/.test(query) ? query : null
  return /^\s|\s\s|]]/.test(query) ? null : query
}

function tell({ open }: Typeahead, state: EditorState): void {
  const opened = key.getState(state)
  const query = opened ? queryOf(state.doc, opened, state.selection.from) : null
  const before = open.get()
  if (!opened || query === null) open.set(null)
  else if (before?.from !== opened.from || before.query !== query || before.kind !== opened.kind) {
    open.set({ ...opened, query })
  }
}
