import type { EditorView } from '@tiptap/pm/view'
import type { EditorHost } from './editor-host.ts'
import { insertItem, placeFor } from './item-acts.ts'

/** Puts a question into the open questions. Whoever asks stays where they are: the sentence they were at is not finished yet. */
export function askOpenly(view: EditorView, host: EditorHost, question: string): void {
  if (isAsked(view, question)) {
    host.say.set('The question is in the open questions already.')
    return
  }
  const tr = view.state.tr
  const { selection } = tr
  const place = placeFor(tr, 'questions', 'What we still don’t know')
  insertItem(tr, place, 'question', { text: question })
  view.dispatch(tr.setSelection(selection.map(tr.doc, tr.mapping)))
  host.say.set('The question is in the open questions now.')
}

function isAsked({ state }: EditorView, question: string): boolean {
  let found = false
  state.doc.forEach((section) => {
    if (section.attrs.kind !== 'questions' || section.attrs.hiddenBecause !== null) return
    section.forEach((item) => {
      found ||= item.textContent === question
    })
  })
  return found
}
