import type { EditorState } from '@tiptap/pm/state'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import type { UndoManager } from 'yjs'

/** The history of this tab's own edits; none where a view has none, as in the tests of one function. */
export function historyOf(state: EditorState): UndoManager | undefined {
  return (yUndoPluginKey.getState(state) as { undoManager: UndoManager } | undefined)?.undoManager
}

/** Runs an act that undo takes back by itself: not with what was typed in the half second before or after it. */
export function oneStep<Outcome>(state: EditorState, act: () => Outcome): Outcome {
  const history = historyOf(state)
  history?.stopCapturing()
  const outcome = act()
  history?.stopCapturing()
  return outcome
}
