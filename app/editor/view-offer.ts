import { addView } from './add-view.ts'
import { element } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { moveTo } from './sort-timeline.ts'

/** What an account offers about the others of its moment: to begin one more, or to stand beside them. */
export function viewOffer(does: 'view' | 'beside', label: string, { host, view, current }: FrameTools): HTMLElement {
  const button = element('button', { type: 'button', class: 'ed-chip ed-quiet', 'data-act': does }, label)
  button.addEventListener('click', () => {
    const id = String(current().attrs.id)
    const other = host.outline.get().accounts.get(id)?.apartFrom
    if (does === 'view') addView(view, host, id)
    else if (other) moveTo(host, view, id, { after: other }, 'They stand side by side now.')
  })
  return button
}
