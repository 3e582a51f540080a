import { Node } from '@tiptap/core'

/** A person (by participant id), a team, a service or another post-mortem in the text. Never a name: it is resolved when it is shown. */
export const Mention = Node.create({
  name: 'mention',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes() {
    return { kind: { default: 'person', rendered: false }, id: { default: null, rendered: false } }
  },
  parseHTML() {
    return [
      {
        tag: 'span[data-mention]',
        getAttrs: (element) => ({
          kind: (element as HTMLElement).dataset.mention,
          id: (element as HTMLElement).dataset.id ?? null,
        }),
      },
    ]
  },
  renderHTML({ node }) {
    return ['span', { 'data-mention': node.attrs.kind, 'data-id': node.attrs.id }]
  },
})
