import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { type ItemKind, isItemKind } from '#app/document/items.ts'
import { Moment } from '#app/document/moment.ts'

/** What may point to another item, and how it is called when it did. */
const pointing: Partial<Record<ItemKind, [one: string, many: string]>> = {
  cause: ['cause', 'causes'],
  change: ['change', 'changes'],
  account: ['account', 'accounts'],
  lesson: ['lesson', 'lessons'],
}

/**
 * Takes the links to an item out of all that point to it, in the step that removes it, so that one undo brings back both. An
 * account of a removed entry keeps its time. Answers who pointed there, as `2 changes pointed here.`, or '' where nothing did.
 */
export function unlink(tr: Transaction, { attrs: { id, ...removed } }: DocumentNode): string {
  const counts = new Map<string, number>()
  tr.doc.forEach((section, at) => {
    section.forEach((item, offset) => {
      if (!isItemKind(item.type.name)) return
      const without = { ...withoutLinks(item, id), ...withOwnMoment(item, id, removed) }
      for (const [name, value] of Object.entries(without)) tr.setNodeAttribute(at + 1 + offset, name, value)
      if (Object.keys(without).length > 0) counts.set(item.type.name, (counts.get(item.type.name) ?? 0) + 1)
    })
  })
  const said = Object.entries(pointing).flatMap(([kind, [one, many]]) => {
    const count = counts.get(kind)
    return count ? `${count} ${count === 1 ? one : many}` : []
  })
  return said.length > 0 ? `${said.join(' and ')} pointed here.` : ''
}

function withoutLinks({ attrs }: DocumentNode, id: string): Record<string, unknown> {
  const lists = (['causes', 'changes', 'entries'] as const).flatMap((name) => {
    const ids: unknown = attrs[name]
    return Array.isArray(ids) && ids.includes(id) ? [[name, ids.filter((each) => each !== id)] as const] : []
  })
  return Object.fromEntries(lists)
}

function withOwnMoment({ attrs }: DocumentNode, id: string, removed: Record<string, unknown>): Record<string, unknown> {
  if (attrs.entryId !== id) return {}
  return { ...Object.fromEntries(Object.keys(Moment.shape).map((name) => [name, removed[name]])), entryId: null }
}
