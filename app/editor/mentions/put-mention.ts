import type { Editor } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { MentionKind } from '#app/document/mention.ts'
import type { EditorHost } from '../editor-host.ts'

/** Writes a mention where the caret is, with a space after it unless one follows. */
export function putMention({ view }: Editor, kind: MentionKind, id: string): void {
  const { state } = view
  const mention = state.schema.nodes.mention!.create({ kind, id })
  const tr = state.tr.replaceSelectionWith(mention, false)
  const { $from } = tr.selection
  const next = $from.parent.textBetween($from.parentOffset, Math.min($from.parentOffset + 1, $from.parent.content.size))
  if (!/^[\s.,;:!?)]/.test(next)) tr.insertText(' ')
  view.dispatch(tr.scrollIntoView())
  view.focus()
}

/**
 * Makes a person who was just mentioned a participant. Whoever is one already keeps their id; where the server cannot be asked,
 * their role stands there as text instead, so that no mention is left that stands for nobody.
 */
export async function makeParticipant(
  { view }: Editor,
  host: EditorHost,
  person: { personId: string; participantId: string; label: string },
): Promise<void> {
  const { participantId, personId, label } = person
  try {
    const body = new URLSearchParams({ personId, participantId })
    const response = await fetch(host.names.address, { method: 'POST', body, headers: { accept: 'application/json' } })
    const outcome = (await response.json()) as { ok: boolean; participantId?: string }
    if (!outcome.ok || !outcome.participantId) throw new Error(`mentioning answered ${response.status}`)
    if (outcome.participantId === participantId) return
    host.names.learn('person', outcome.participantId, host.names.nameOf('person', participantId) ?? { label })
    replaceMentions(view, participantId, (mention) =>
      mention.type.create({ kind: 'person', id: outcome.participantId }),
    )
  } catch {
    replaceMentions(view, participantId, () => view.state.schema.text(label))
    host.say.set(`The server gave no answer, so “${label}” stands there as words for now. Mention them again later.`)
  }
}

function replaceMentions(view: Editor['view'], id: string, by: (mention: DocumentNode) => DocumentNode): void {
  if (view.isDestroyed) return
  const tr = view.state.tr
  view.state.doc.descendants((node, pos) => {
    if (node.type.name !== 'mention' || node.attrs.id !== id) return true
    const at = tr.mapping.map(pos)
    tr.replaceWith(at, at + node.nodeSize, by(node))
    return false
  })
  if (tr.docChanged) view.dispatch(tr)
}
