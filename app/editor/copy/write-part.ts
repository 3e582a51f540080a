import type { NodeJson } from '#app/document/document-json.ts'
import { htmlOfBlocks } from '#app/document/html-of-blocks.ts'
import { markdownOfBlocks } from '#app/document/markdown-of-blocks.ts'
import { type MentionKind, unknownMention } from '#app/document/mention.ts'
import { plainBlocks } from '#app/document/plain-blocks.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { EditorHost } from '../editor-host.ts'

/** An item or a section as Markdown and as HTML, with mentions as readers get them: by role, unless someone chose otherwise. */
export function writePart(host: EditorHost, node: NodeJson): { markdown: string; html: string } {
  const { zone } = host.facts.get()
  const blocks = plainBlocks(node, {
    timeOf: (entry) => formatMoment({ ...entry, zone }, 'time'),
    nameOf: (list, id) => host.options[list].find((option) => option.id === id)?.name ?? null,
  })
  const nameOf = ({ attrs }: NodeJson) => {
    const kind = attrs?.kind as MentionKind
    const name = host.names.nameOf(kind, String(attrs?.id))
    if (!name) return unknownMention(kind)
    return kind === 'postmortem' ? `${name.label} ${name.detail ?? ''}`.trim() : name.label
  }
  return { markdown: markdownOfBlocks(blocks, nameOf), html: htmlOfBlocks(blocks, nameOf) }
}
