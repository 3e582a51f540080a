import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type MentionKind, unknownMention } from '#app/document/mention.ts'
import type { EditorHost } from '../editor-host.ts'
import { element, put } from '../element.ts'

/** A mention in plain DOM: the role or name it stands for now, with what is known beside it on hover. */
export function mentionView({ names }: EditorHost) {
  return ({ node }: { node: DocumentNode }) => {
    let current = node
    const dom = element('span', { class: 'ed-mention' })
    const draw = () => {
      const { kind, id } = current.attrs as { kind: MentionKind; id: string | null }
      const name = id === null ? null : names.nameOf(kind, id)
      const sign = kind === 'postmortem' ? '' : '@'
      const title = kind === 'postmortem' && name?.detail ? ` ${name.detail}` : ''
      const says = name === undefined ? '…' : name === null ? unknownMention(kind) : `${sign}${name.label}${title}`
      if (dom.textContent !== says) dom.textContent = says
      put(dom, 'data-kind', kind)
      put(dom, 'data-unknown', String(name === null))
      put(dom, 'title', kind === 'person' ? (name?.detail ?? '') : '')
    }
    draw()
    const stop = names.known.subscribe(draw)
    return {
      dom,
      update(next: DocumentNode) {
        if (next.type !== current.type) return false
        current = next
        draw()
        return true
      },
      ignoreMutation: () => true,
      destroy: stop,
    }
  }
}
