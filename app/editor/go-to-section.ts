import type { EditorView } from '@tiptap/pm/view'
import { focusItem } from './item-acts.ts'

/** Shows a section from its title on and puts the caret at its end. */
export function goToSection(view: EditorView, sectionId: string): void {
  document.getElementById(`section-${sectionId}`)?.scrollIntoView({ block: 'start' })
  focusItem(view, sectionId)
}
