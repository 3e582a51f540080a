import type { Editor } from '@tiptap/core'
import { type Selection, TextSelection } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'

/**
 * Whether words are selected in the text, or the caret is in a table, and may be written over: not while the pointer is still
 * dragging, and not once the focus has gone elsewhere than to what stands over the text (`data-over-text`).
 */
export function useSelected(editor: Editor): 'words' | 'table' | null {
  const [selected, setSelected] = useState<'words' | 'table' | null>(null)
  useEffect(() => {
    const { view } = editor
    let dragging = false
    const look = () => {
      const { selection } = view.state
      const focused = document.activeElement
      const isHere = focused !== null && (view.dom === focused || focused.closest('[data-over-text]') !== null)
      const isText = selection instanceof TextSelection && !selection.empty
      if (!isHere || !view.editable || dragging) setSelected(null)
      else setSelected(isText ? 'words' : isInTable(selection) ? 'table' : null)
    }
    const press = (event: PointerEvent) => {
      dragging = event.button === 0 && event.target instanceof Node && view.dom.contains(event.target)
      look()
    }
    const release = () => {
      dragging = false
      // The selection that a press makes or takes back is known after the event.
      requestAnimationFrame(look)
    }
    const later = () => requestAnimationFrame(look)
    editor.on('selectionUpdate', look)
    document.addEventListener('focusin', look)
    document.addEventListener('focusout', later)
    document.addEventListener('pointerdown', press)
    document.addEventListener('pointerup', release)
    document.addEventListener('pointercancel', release)
    return () => {
      editor.off('selectionUpdate', look)
      document.removeEventListener('focusin', look)
      document.removeEventListener('focusout', later)
      document.removeEventListener('pointerdown', press)
      document.removeEventListener('pointerup', release)
      document.removeEventListener('pointercancel', release)
    }
  }, [editor])
  return selected
}

function isInTable({ $from }: Selection): boolean {
  for (let depth = $from.depth; depth > 1; depth--) if ($from.node(depth).type.name === 'table') return true
  return false
}
