import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEffect, useState } from 'react'

/**
 * Whether words are selected in the text and may be written over: not while the pointer is still dragging, and not once the
 * focus has gone elsewhere than to what stands over the text (`data-over-text`).
 */
export function useSelected(editor: Editor): boolean {
  const [selected, setSelected] = useState(false)
  useEffect(() => {
    const { view } = editor
    let dragging = false
    const look = () => {
      const { selection } = view.state
      const focused = document.activeElement
      const isHere = focused !== null && (view.dom === focused || focused.closest('[data-over-text]') !== null)
      const isText = selection instanceof TextSelection && !selection.empty
      setSelected(isText && isHere && view.editable && !dragging)
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
