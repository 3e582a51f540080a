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

/** Milliseconds from one edit to the next within which both are one step; what Yjs begins with. */
const usualTimeout = 500

/** The same for an act that takes several turns: all that is written here until it is done is one step. */
export async function oneLongStep<Outcome>(state: EditorState, act: () => Promise<Outcome>): Promise<Outcome> {
  const history = historyOf(state)
  if (!history) return act()
  history.stopCapturing()
  history.captureTimeout = Number.POSITIVE_INFINITY
  try {
    return await act()
  } finally {
    history.captureTimeout = usualTimeout
    history.stopCapturing()
  }
}

/** Whether such an act is under way, whose parts are no steps of their own. */
export function isInLongStep(history: UndoManager): boolean {
  return history.captureTimeout === Number.POSITIVE_INFINITY
}
