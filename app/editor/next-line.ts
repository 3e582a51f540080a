import type { SectionAttributes } from '#app/document/document-json.ts'
import { element, redraw } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { goToSection } from './go-to-section.ts'
import { nextToWrite } from './next-to-write.ts'

/** The quiet line at the end of a finished section that leads on to the next; the style sheet shows the one where the caret is. */
export function drawNext(place: HTMLElement, { id }: SectionAttributes, { host, view }: FrameTools): void {
  const { sections } = host.outline.get()
  const isDone = sections.some((section) => section.id === id && section.progress === 'done')
  const next = isDone && host.editable ? nextToWrite(sections) : null
  place.hidden = next === null
  redraw(place, next ? `${next.id} ${next.title}` : '', () => {
    if (!next) return []
    const go = element('button', { type: 'button', class: 'ed-link', 'data-act': 'next' }, next.title)
    go.addEventListener('click', () => goToSection(view, next.id))
    return ['Next to write: ', go, ' ', element('kbd', {}, 'Alt N')]
  })
}
