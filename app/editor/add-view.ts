import type { EditorView } from '@tiptap/pm/view'
import { momentKey } from '#app/document/accounts-by-moment.ts'
import type { Account } from '#app/document/items.ts'
import { Moment } from '#app/document/moment.ts'
import type { EditorHost } from './editor-host.ts'
import { findById, focusThen, insertItem, itemAround, placeFor } from './item-acts.ts'

/**
 * Begins another account of the moment that an entry or an account is about, behind those that are written of it. Where it is
 * about none yet, that is said. Returns whether the id was one of those.
 */
export function addView(view: EditorView, host: EditorHost, id: string): boolean {
  const item = findById(view.state.doc, id)
  const kind = item?.node.type.name
  if (!item || (kind !== 'timelineEntry' && kind !== 'account')) return false
  const { entries, accounts } = host.outline.get()
  const own = item.node.attrs as Account
  const moment = kind === 'account' ? ownMoment(own) : { entryId: id }
  const isEntry = (each: string) => each === id || entries.has(each)
  const key = momentKey({ ...own, ...moment } as Account, isEntry)
  if (key === null) {
    host.say.set('Choose which moment this one is about first.')
    return true
  }
  const others = [...accounts].filter(([, { attributes }]) => momentKey(attributes, isEntry) === key)
  const beside = findById(view.state.doc, others.at(-1)?.[0] ?? (kind === 'account' ? id : ''))
  const tr = view.state.tr
  const place = beside ? beside.pos + beside.node.nodeSize : placeFor(tr, 'accounts', 'How it looked from there')
  focusThen(view, insertItem(tr, place, 'account', moment))
  return true
}

/** The same for the item with the caret. */
export function addViewHere(view: EditorView, host: EditorHost): boolean {
  const item = itemAround(view.state.doc, view.state.selection.from)
  return item !== null && addView(view, host, String(item.node.attrs.id))
}

function ownMoment(account: Account): Partial<Account> {
  return { ...Moment.parse(account), entryId: account.entryId }
}
