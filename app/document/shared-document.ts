import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { DocumentJson } from './document-json.ts'
import { Facts } from './facts.ts'
import { documentSchema } from './schema.ts'

/** The root types of a post-mortem's Yjs document. An update that names any other is refused. */
export const contentOf = (shared: Y.Doc) => shared.getXmlFragment('content')
export const factsOf = (shared: Y.Doc) => shared.getMap<unknown>('facts')
/** Kept sentences: key of the note → why it was kept. */
export const keptOf = (shared: Y.Doc) => shared.getMap<{ ruleId: string; reason: string }>('kept')
/** Points of the publish check that were left open: key → reason ('' = left open without one). */
export const waiversOf = (shared: Y.Doc) => shared.getMap<string>('waivers')
/** Raw material of a draft, never published; also where text goes whose place was deleted meanwhile. */
export const scrapsOf = (shared: Y.Doc) => shared.getMap<Scrap>('scraps')
export const rootNames = ['content', 'facts', 'kept', 'waivers', 'scraps'] as const

export interface Scrap {
  text: string
  /** Where it stood, in words: "What happened, 14:03". */
  place: string
  at: string
}

export function readDocument(shared: Y.Doc): DocumentJson {
  const json = yXmlFragmentToProsemirrorJSON(contentOf(shared)) as { content?: DocumentJson['content'] }
  const sections = (json.content ?? []).map((section) => ({
    ...section,
    // Yjs keeps no attribute that is null, so what was left out here is what it was: null.
    attrs: { ...section.attrs, key: section.attrs.key ?? null, hiddenBecause: section.attrs.hiddenBecause ?? null },
  }))
  return { type: 'doc', content: sections }
}

/** Facts as far as they parse: another client's malformed value falls back to the default, never to an error. */
export function readFacts(shared: Y.Doc): Facts {
  const given = factsOf(shared).toJSON()
  const parsed = Facts.safeParse(given)
  if (parsed.success) return parsed.data
  for (const issue of parsed.error.issues) delete given[String(issue.path[0])]
  return Facts.parse(given)
}

export function writeFacts(shared: Y.Doc, facts: Partial<Facts>): void {
  shared.transact(() => {
    for (const [key, value] of Object.entries(facts)) factsOf(shared).set(key, value)
  })
}

/** Fills a new, empty shared document. Never used on one that exists: that would double its text. */
export function fillSharedDocument(shared: Y.Doc, document: DocumentJson, facts: Facts): void {
  if (contentOf(shared).length > 0) throw new Error('This shared document is not empty.')
  shared.transact(() => {
    prosemirrorJSONToYXmlFragment(documentSchema, document, contentOf(shared))
    writeFacts(shared, facts)
  })
}
