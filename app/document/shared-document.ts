import { prosemirrorJSONToYXmlFragment, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { DocumentJson, NodeJson } from './document-json.ts'
import { Facts } from './facts.ts'
import type { KeptSentence } from './kept-sentences.ts'
import { documentSchema } from './schema.ts'
import { sectionKinds } from './section-kind.ts'

/** The root types of a post-mortem's Yjs document. An update that names any other is refused. */
export const contentOf = (shared: Y.Doc) => shared.getXmlFragment('content')
export const factsOf = (shared: Y.Doc) => shared.getMap<unknown>('facts')
/** Kept sentences: key of the note → what its author said of it. Older ones have no `answer`; `keptSentences` reads both. */
export const keptOf = (shared: Y.Doc) => shared.getMap<KeptSentence>('kept')
/** Points of the publish check that were left open: key → reason ('' = left open without one). */
export const waiversOf = (shared: Y.Doc) => shared.getMap<string>('waivers')
/** Raw material of a draft, never published; also where text goes whose place was deleted meanwhile. */
export const scrapsOf = (shared: Y.Doc) => shared.getMap<Scrap>('scraps')
export const rootNames = ['content', 'facts', 'kept', 'waivers', 'scraps'] as const

export interface Scrap {
  text: string
  /** Where it stood, in words: "What happened, 14:03"; or where it comes from: "Slack, 40 messages". */
  place: string
  at: string
  /** What it is; older documents have only text that was kept aside, and say nothing. */
  kind?: 'kept-aside' | 'thought' | 'source' | 'file'
  /** The format of a source, by which it can be read again. */
  format?: string
  /** The file of the post-mortem that it is; `text` is its name then. */
  file?: ScrapFile
}

export interface ScrapFile {
  id: string
  name: string
  bytes: number
  mediaType: string
}

/** The text as far as it is one: another client may have written any value, and a section's must not break every page. */
export function readDocument(shared: Y.Doc): DocumentJson {
  const json = yXmlFragmentToProsemirrorJSON(contentOf(shared)) as { content?: NodeJson[] }
  const sections = (json.content ?? []).map(({ attrs = {}, ...section }) => ({
    ...(withoutZeros(section) as NodeJson),
    type: 'section' as const,
    attrs: withoutZeros({
      ...attrs,
      id: words(attrs.id) ?? '',
      // Yjs keeps no attribute that is null, so what was left out here is what it was: null.
      key: words(attrs.key),
      kind: sectionKinds.find((kind) => kind === attrs.kind) ?? 'prose',
      title: words(attrs.title) ?? '',
      hiddenBecause: words(attrs.hiddenBecause),
    }) as DocumentJson['content'][number]['attrs'],
  }))
  return { type: 'doc', content: sections }
}

function words(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

/** The same without zero characters, which a pasted log may bring along and no column and no JSON of the database holds. */
function withoutZeros(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value
  if (Array.isArray(value)) return value.map(withoutZeros)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withoutZeros(part)]))
}

/** Facts as far as they parse: another client's malformed value falls back to the default, never to an error. */
export function readFacts(shared: Y.Doc): Facts {
  const given = withoutZeros(factsOf(shared).toJSON()) as Record<string, unknown>
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
