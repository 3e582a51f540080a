import { lessonHint } from '#app/document/lesson-hint.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'

/** The quiet line under a lesson that may make sense to insiders only; it follows when the typing rests, as the outline does. */
export function lessonHintLine(host: EditorHost, card: HTMLElement): { dom: HTMLElement; draw: (id: string) => void } {
  const dom = element('p', { class: 'ed-hint', contenteditable: 'false', role: 'note' })
  return {
    dom,
    draw(id) {
      const lesson = host.editable ? host.outline.get().lessons.get(id) : undefined
      const { teams, systems } = host.options.language
      const hint = lesson ? lessonHint(lesson.text, { teams, systems }) : null
      dom.hidden = hint === null
      dom.id = `hint-${id}`
      if (hint) put(card, 'aria-describedby', dom.id)
      else card.removeAttribute('aria-describedby')
      redraw(dom, JSON.stringify(hint), () => (hint ? [`${hint.saw} `, element('b', {}, hint.question)] : []))
    },
  }
}
