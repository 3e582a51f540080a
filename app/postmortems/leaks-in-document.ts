import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import type { Facts } from '#app/document/facts.ts'
import { findLeaks, type Leak, type LeakKind } from './leak-check.ts'
import { shortHash } from './short-hash.ts'

export interface DocumentLeak {
  /** The same for the same passage wherever it stands, so that one decision covers all of its places. Holds no part of it. */
  key: string
  kind: LeakKind
  /** Enough of it to recognise, never all of it. */
  shown: string
  /** The titles of the sections it stands in; "Title" for the title. */
  places: string[]
  /** The item or section of its first place; null for the title. */
  itemId: string | null
}

/**
 * Passages of a document that look like secrets, hosts or people outside, each once, hidden sections included: what is left
 * out of the page is still in its file.
 */
export function leaksInDocument(document: DocumentJson, facts: Pick<Facts, 'title'>): DocumentLeak[] {
  const found = new Map<string, DocumentLeak>()
  note(facts.title, 'Title', null)
  for (const section of document.content) {
    const { title, id } = section.attrs
    note(title, title, id)
    for (const child of section.content ?? []) walk(child, title, String(child.attrs?.id ?? id))
  }
  return [...found.values()]

  function walk(node: NodeJson, place: string, itemId: string) {
    for (const text of stringsIn(node.attrs)) note(text, place, itemId)
    let run = ''
    for (const child of node.content ?? []) {
      if (child.type === 'text') {
        run += child.text ?? ''
        for (const mark of child.marks ?? []) for (const text of stringsIn(mark.attrs)) note(text, place, itemId)
        continue
      }
      note(run, place, itemId)
      run = ''
      walk(child, place, itemId)
    }
    note(run, place, itemId)
  }

  function note(text: string, place: string, itemId: string | null) {
    for (const leak of findLeaks(text)) {
      const key = leakKey(leak)
      const known = found.get(key)
      if (!known) found.set(key, { key, kind: leak.kind, shown: recognisable(leak), places: [place], itemId })
      else if (!known.places.includes(place)) known.places.push(place)
    }
  }
}

export function leakKey({ kind, passage }: Leak): string {
  return `leak:${kind}:${shortHash(passage)}`
}

function recognisable({ kind, passage }: Leak): string {
  if (kind === 'address' || kind === 'host' || kind === 'email') return passage
  return kind === 'key' || kind === 'card' ? `${passage.slice(0, 4)}…` : `${passage.slice(0, 2)}…`
}

/** Every text in attributes, however deep; ids are none. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (value === null || typeof value !== 'object') return []
  return Object.values(value).flatMap(stringsIn)
}
