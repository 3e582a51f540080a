import type { DocumentJson, MarkJson, NodeJson } from './document-json.ts'
import { fileIdOf } from './file-ids-in.ts'
import { newItemId } from './new-item-id.ts'

/**
 * The same document with new ids for its sections, items and evidence, for a copy that goes its own way: what pointed from
 * one item to another still does. `participants` maps the people of the original to those of the copy; others are dropped. `files`
 * does so for its files; another id stays, and leads to what its reader may see.
 */
export function renewIds(
  document: DocumentJson,
  participants: ReadonlyMap<string, string>,
  files: ReadonlyMap<string, string> = new Map(),
): DocumentJson {
  const renewed = new Map<string, string>()
  collect({ type: 'doc', content: document.content })
  return renew({ type: 'doc', content: document.content }) as DocumentJson

  function collect(node: NodeJson) {
    if (node.type !== 'mention' && typeof node.attrs?.id === 'string') renewed.set(node.attrs.id, newItemId())
    for (const child of node.content ?? []) collect(child)
  }

  function renew(node: NodeJson): NodeJson {
    const attrs =
      node.attrs && Object.fromEntries(Object.entries(node.attrs).map(([key, value]) => [key, of(key, value)]))
    if (node.type === 'mention' && node.attrs?.kind === 'person')
      return { ...node, attrs: { ...node.attrs, id: participants.get(String(node.attrs.id)) ?? null } }
    if (node.type === 'mention') return node
    const marks = node.marks?.map(linked)
    return {
      ...node,
      ...(attrs && { attrs }),
      ...(marks && { marks }),
      ...(node.content && { content: node.content.map(renew) }),
    }
  }

  function linked(mark: MarkJson): MarkJson {
    const copy = files.get(fileIdOf(mark.attrs?.href) ?? '')
    return copy ? { ...mark, attrs: { ...mark.attrs, href: `/files/${copy}` } } : mark
  }

  function of(key: string, value: unknown): unknown {
    if (key === 'participantId') return typeof value === 'string' ? (participants.get(value) ?? null) : value
    // An account is from a role, a team or a participant: only the last one is an id of this document.
    if (key === 'from') return participants.get(String(value)) ?? value
    if (key === 'id' || key === 'entryId') return typeof value === 'string' ? (renewed.get(value) ?? value) : value
    if (key === 'evidence' && Array.isArray(value))
      return value.map((piece: { fileId?: unknown } | null) => ({
        ...piece,
        ...(piece?.fileId ? { fileId: of('fileId', piece.fileId) } : {}),
        id: newItemId(),
      }))
    if (key === 'fileId') return files.get(String(value)) ?? value
    if (key === 'causes' || key === 'changes' || key === 'entries')
      return Array.isArray(value) ? value.map((id) => renewed.get(id as string) ?? id) : value
    return value
  }
}
