import { Node } from '@tiptap/core'
import { sectionKinds } from '../section-kind.ts'

/**
 * A part of the document of one kind. It may hold plain blocks beside items, so that nothing an import or a paste
 * brings has to be dropped; which item belongs to it is `itemKindOfSection`.
 */
export const Section = Node.create({
  name: 'section',
  content: '(block | item)*',
  defining: true,
  isolating: true,
  addAttributes() {
    return {
      id: { default: null, rendered: false },
      key: { default: null, rendered: false },
      kind: { default: sectionKinds[0], rendered: false },
      title: { default: '', rendered: false },
      hiddenBecause: { default: null, rendered: false },
    }
  },
  parseHTML() {
    return [{ tag: 'section[data-kind]', getAttrs: (element) => ({ ...(element as HTMLElement).dataset }) }]
  },
  renderHTML({ node }) {
    return ['section', { 'data-kind': node.attrs.kind, 'data-title': node.attrs.title }, 0]
  },
})
