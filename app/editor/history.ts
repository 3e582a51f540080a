import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { type Moved, moveElement, whereItStands } from '#app/document/move-element.ts'
import { contentOf, factsOf, keptOf, scrapsOf } from '#app/document/shared-document.ts'
import { elementWithId } from '#app/document/shared-elements.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { historyOf, isInLongStep } from './one-step.ts'
import { someoneElseIsIn } from './someone-else-is-in.ts'

/** What a step moved, and all of it as it was afterwards. */
interface MoveStep {
  moves: Moved[]
  contents: string[]
  /** Taken back or made again by id once: what Yjs knows of the first time is no longer what stands there. */
  byId: boolean
}
type Way = 'undo' | 'redo'

const uiStep = new PluginKey<boolean>('uiStep')
const movesOf = Symbol('moves')
const takenBack = { name: 'a move taken back' }

/**
 * One history for typing, what was moved, facts, kept sentences and scraps. The edits of others are not in it, and it leaves
 * them where they are: what somebody else wrote in an item that this step added keeps the item, and a moved item or section
 * that somebody else has changed since is moved back with their words instead of being put back as it was.
 */
export const WholeHistory = Extension.create<{ host: EditorHost }>({
  name: 'wholeHistory',
  // After the collaboration's own, whose `undo` and `redo` it replaces.
  priority: 90,
  addCommands() {
    const { host } = this.options
    const step =
      (way: Way) =>
      () =>
      ({ tr, state, dispatch }: { tr: EditorState['tr']; state: EditorState; dispatch: unknown }) => {
        tr.setMeta('preventDispatch', true)
        const history = historyOf(state)
        if (!history || stacksOf(history, way).from.length === 0) return false
        if (dispatch) goBack(history, host, state, way)
        return true
      }
    return { undo: step('undo'), redo: step('redo') }
  },
  addProseMirrorPlugins() {
    return [
      // What is pasted, cut or dropped is a step of its own: closed before it is written into Yjs, and behind it.
      new Plugin<boolean>({
        key: uiStep,
        state: {
          init: () => false,
          apply(tr, _, state) {
            const history = historyOf(state)
            if (!history || !tr.docChanged || tr.getMeta('uiEvent') === undefined || isInLongStep(history)) return false
            history.stopCapturing()
            return true
          },
        },
        view: () => ({
          update({ state }) {
            if (uiStep.getState(state)) historyOf(state)?.stopCapturing()
          },
        }),
      }),
    ]
  },
})

/** The history of the edits of this tab; its editor gets it as an option of the collaboration. */
export function createHistory(shared: Y.Doc): Y.UndoManager {
  let doomed: ReadonlySet<unknown> = new Set()
  const history = new Y.UndoManager([contentOf(shared), factsOf(shared), keptOf(shared), scrapsOf(shared)], {
    trackedOrigins: new Set<unknown>([ySyncPluginKey, authorsAct]),
    captureTransaction: (tr) => tr.meta.get('addToHistory') !== false,
    deleteFilter: (item) => !isNeeded(item, doomed, shared.clientID),
  })
  for (const way of ['undo', 'redo'] as const) {
    const go = history[way].bind(history)
    history[way] = () => {
      const next = stacksOf(history, way).from.at(-1)
      doomed = next ? typesIn(shared, next.insertions) : new Set()
      return go()
    }
  }
  return history
}

/** Keeps with the last step what it moved and from where, so that it can be taken back by id. */
export function rememberMoves(state: EditorState, shared: Y.Doc, moves: Moved[]): void {
  const step = historyOf(state)?.undoStack.at(-1)
  if (step && moves.length > 0) step.meta.set(movesOf, { moves, contents: contentsOf(shared, moves), byId: false })
}

function goBack(history: Y.UndoManager, host: EditorHost, state: EditorState, way: Way): void {
  const { from, to } = stacksOf(history, way)
  const step = from.at(-1)?.meta.get(movesOf) as MoveStep | undefined
  if (!step) {
    history[way]()
    return
  }
  const isBusy = someoneElseIsIn(state)
  if (step.moves.some(({ id }) => isBusy(id))) {
    host.say.set('It stays: someone is writing there.')
    return
  }
  const isChanged = contentsOf(host.shared, step.moves).some((content, place) => content !== step.contents[place])
  const back = step.moves.toReversed()
  let moves: Moved[]
  if (step.byId || isChanged) {
    moves = moveBack(host.shared, back)
    const taken = from.pop()
    if (taken) to.push(taken)
  } else {
    moves = back.flatMap(({ id }) => standing(host.shared, id))
    history[way]()
  }
  const contents = contentsOf(host.shared, moves)
  to.at(-1)?.meta.set(movesOf, { moves, contents, byId: step.byId || isChanged } satisfies MoveStep)
}

/** Moves each to where it stood, and answers from where. */
function moveBack(shared: Y.Doc, back: Moved[]): Moved[] {
  return shared.transact(
    () =>
      back.flatMap(({ id, from }) => {
        const stood = standing(shared, id)
        return moveElement(shared, id, from, () => false).ok ? stood : []
      }),
    takenBack,
  )
}

function standing(shared: Y.Doc, id: string): Moved[] {
  const from = whereItStands(shared, id)
  return from ? [{ id, from }] : []
}

function stacksOf(history: Y.UndoManager, way: Way) {
  const { undoStack, redoStack } = history
  return way === 'undo' ? { from: undoStack, to: redoStack } : { from: redoStack, to: undoStack }
}

function contentsOf(shared: Y.Doc, moves: Moved[]): string[] {
  return moves.map(({ id }) => JSON.stringify(contentOfElement(elementWithId(shared, id))))
}

function contentOfElement(type: unknown): unknown {
  if (type instanceof Y.XmlText) return type.toDelta()
  return type instanceof Y.XmlElement
    ? [type.nodeName, type.getAttributes(), type.toArray().map(contentOfElement)]
    : null
}

/** What a step added to the document that is more than letters: items, paragraphs, their texts. */
function typesIn(shared: Y.Doc, insertions: Parameters<typeof Y.iterateDeletedStructs>[1]): Set<unknown> {
  const types = new Set<unknown>()
  shared.transact((tr) => {
    Y.iterateDeletedStructs(tr, insertions, (struct) => {
      let item: unknown = struct
      // What was taken back and made again is another piece of the same.
      while (item instanceof Y.Item && item.redone) item = Y.getItem(shared.store, item.redone)
      if (item instanceof Y.Item && item.content instanceof Y.ContentType) types.add(item.content.type)
    })
  })
  return types
}

/** Whether somebody else wrote in what this piece is, or is an attribute of, so that undo has to leave it. */
function isNeeded(item: Y.Item, doomed: ReadonlySet<unknown>, own: number): boolean {
  if (item.parentSub !== null) return doomed.has(item.parent) && holdsOthers(item.parent, own)
  return item.content instanceof Y.ContentType && holdsOthers(item.content.type, own)
}

function holdsOthers(type: unknown, own: number): boolean {
  if (!(type instanceof Y.AbstractType)) return false
  for (let item = type._start; item; item = item.right) {
    if (item.deleted) continue
    if (item.id.client !== own || (item.content instanceof Y.ContentType && holdsOthers(item.content.type, own)))
      return true
  }
  return false
}
