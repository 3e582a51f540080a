import type { Node as DocumentNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { draftInShort } from './draft-in-short.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { findById, focusItem, focusThen } from './item-acts.ts'
import { isEmptyNode } from './read-outline.ts'
import { nameOf } from './writing-options.ts'

/** The draft that waits in an empty "In short", for whoever may write; null for any other section. */
export function waitingDraft(host: EditorHost, section: DocumentNode): string | null {
  const { key, hiddenBecause } = section.attrs as SectionAttributes
  if (key !== 'in-short' || hiddenBecause !== null || !host.editable || !isEmptyNode(section)) return null
  const { times, impact, causes, leftOut } = host.outline.get()
  const { zone, serviceIds, severityId } = host.facts.get()
  const allowed = [...causes].find(([id, { attributes }]) => attributes.role === 'possible' && !leftOut.has(id))
  return draftInShort({
    times,
    zone,
    impact,
    services: serviceIds.map((id) => nameOf(host.options.services, id) ?? id),
    severity: severityId === 'sev-none' ? null : nameOf(host.options.severities, severityId),
    allowed: allowed?.[1].text ?? '',
    language: host.options.language,
  })
}

/** Writes the waiting draft into the section, with the caret behind it. Returns whether one was waiting. */
export function acceptDraft(view: EditorView, host: EditorHost, sectionId: string): boolean {
  const section = findById(view.state.doc, sectionId)
  const draft = section && waitingDraft(host, section.node)
  if (!section || !draft) return false
  const { schema, tr } = view.state
  const paragraph = schema.nodes.paragraph!.create(null, schema.text(draft))
  tr.replaceWith(section.pos + 1, section.pos + section.node.nodeSize - 1, paragraph)
  tr.setSelection(TextSelection.create(tr.doc, section.pos + 2 + draft.length)).scrollIntoView()
  focusThen(view, tr)
  return true
}

/**
 * The draft in grey, where it would stand. It is no part of the document: Tab or its button writes it, typing takes its place.
 * `note` goes beside the title.
 */
export function draftFrame({ host, view, current }: FrameTools) {
  const grey = element('p', { class: 'ed-draft', contenteditable: 'false', role: 'note' })
  grey.addEventListener('mousedown', (event) => {
    event.preventDefault()
    focusItem(view, String(current().attrs.id))
  })
  const accept = element('button', { type: 'button', class: 'ed-link', 'data-act': 'draft' }, 'Use it')
  accept.addEventListener('click', () => acceptDraft(view, host, String(current().attrs.id)))
  const note = element(
    'span',
    { class: 'ed-meta ed-draft-note' },
    'drafted from times and impact · Tab accepts ',
    accept,
  )
  return {
    grey,
    note,
    draw(section: DocumentNode, body: HTMLElement) {
      const draft = waitingDraft(host, section)
      grey.hidden = draft === null
      note.hidden = draft === null
      put(body, 'data-drafted', String(draft !== null))
      put(grey, 'aria-label', draft === null ? '' : `Drafted from times and impact: ${draft}`)
      if (grey.textContent !== (draft ?? '')) grey.textContent = draft ?? ''
    },
  }
}
