import { element } from './element.ts'
import type { FrameTools } from './frame-view.ts'

/**
 * The handle an item is dragged by, with pointer or finger. By key it is Alt with the arrows, and its menu has the same, so the
 * handle itself is no stop for the keyboard. What a drag does is loaded with the first one.
 */
export function dragHandle({ host, view, current }: FrameTools, ...shape: Node[]): HTMLElement {
  const handle = element('span', { class: 'ed-grip', contenteditable: 'false', 'aria-hidden': 'true' }, ...shape)
  handle.addEventListener('pointerdown', (event) => {
    if (!host.editable || event.button !== 0) return
    // Without this the text would be selected while the item is dragged.
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
    const id = String(current().attrs.id)
    void import('./drag-item.ts').then(({ dragItem }) => dragItem({ host, view, id, handle, from: event }))
  })
  return handle
}
