import { z } from 'zod'
import type { NodeJson } from './document-json.ts'

/** What a mention in the text can stand for. */
export const mentionKinds = ['person', 'team', 'service', 'postmortem'] as const
export type MentionKind = (typeof mentionKinds)[number]

/** `person:abc`: the kind and the id of a mention as one word. */
export const MentionKey = z.string().regex(/^(?:person|team|service|postmortem):[\w-]{1,64}$/)

export function mentionKey(kind: string, id: unknown): string {
  return `${kind}:${id}`
}

/** What stands for a mention that nobody knows any more, or that whoever reads may not know. */
export function unknownMention(kind: unknown): string {
  return kind === 'postmortem'
    ? 'another post-mortem'
    : kind === 'team'
      ? 'a team'
      : kind === 'service'
        ? 'a service'
        : 'someone'
}

/** Every mention in a part of a document, in its order. */
export function mentionsIn(node: Pick<NodeJson, 'content'>): { kind: string; id: string }[] {
  return (node.content ?? []).flatMap((child) => {
    if (child.type !== 'mention') return mentionsIn(child)
    const { kind, id } = child.attrs ?? {}
    return typeof kind === 'string' && typeof id === 'string' ? [{ kind, id }] : []
  })
}

/** The ids of what is mentioned as `kind`, each once. */
export function mentionedIds(node: Pick<NodeJson, 'content'>, kind: MentionKind): string[] {
  return [...new Set(mentionsIn(node).flatMap((mention) => (mention.kind === kind ? [mention.id] : [])))]
}
