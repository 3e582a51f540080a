import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Decoration, DecorationSet } from '@tiptap/pm/view'

/**
 * The set with these decorations in it and no others, made from the one that is drawn: what stands where it stood is kept as
 * it is. A new set would be compared with the old one in every block of the document. Each has a `key` in its spec.
 */
export function redrawChanged(drawn: DecorationSet, doc: DocumentNode, wanted: readonly Decoration[]): DecorationSet {
  const before = drawn.find()
  const stood = new Set(before.map(nameOf))
  const stays = new Set(wanted.map(nameOf))
  return drawn.remove(before.filter((decoration) => !stays.has(nameOf(decoration)))).add(
    doc,
    wanted.filter((decoration) => !stood.has(nameOf(decoration))),
  )
}

function nameOf({ from, to, spec }: Decoration): string {
  return `${from} ${to} ${spec.key}`
}
