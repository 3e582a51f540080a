import type { Node as DocumentNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { type EmptyAnswer, emptyAnswers } from '#app/document/empty-answers.ts'
import { element, redraw } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { findById, focusThen, insertItem } from './item-acts.ts'

/** The ready answers of a section in which nothing stands yet, beside the button that adds to it. */
export function drawAnswers(place: HTMLElement, node: DocumentNode, empty: boolean, tools: FrameTools): void {
  const { key, kind, hiddenBecause } = node.attrs as SectionAttributes
  const { host, view, current } = tools
  const answers = empty && hiddenBecause === null && host.editable ? emptyAnswers({ key, kind }) : []
  place.hidden = answers.length === 0
  redraw(place, answers.map(({ label }) => label).join('|'), () =>
    answers.map((answer) => {
      const button = element('button', { type: 'button', class: 'ed-answer', 'data-act': answer.label }, answer.label)
      button.addEventListener('click', () => giveAnswer(view, String(current().attrs.id), answer))
      return button
    }),
  )
}

/** Writes the answer in place of the empty lines, with the caret behind it, to go on or to leave it so. */
function giveAnswer(view: EditorView, sectionId: string, answer: EmptyAnswer): void {
  const section = findById(view.state.doc, sectionId)
  if (!section) return
  const { schema, tr } = view.state
  const start = section.pos + 1
  tr.delete(start, start + section.node.content.size)
  if ('change' in answer) {
    focusThen(view, insertItem(tr, start, 'change', { decision: answer.change }))
    return
  }
  tr.insert(start, schema.nodes.paragraph!.create(null, schema.text(answer.text)))
  focusThen(view, tr.setSelection(TextSelection.create(tr.doc, start + 1 + answer.text.length)).scrollIntoView())
}
