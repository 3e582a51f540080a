import type { SectionKind } from './section-kind.ts'

export interface MarkJson {
  type: string
  attrs?: Record<string, unknown>
}
/** A ProseMirror node as JSON. */
export interface NodeJson {
  type: string
  attrs?: Record<string, unknown>
  content?: NodeJson[]
  marks?: MarkJson[]
  text?: string
}
export interface SectionAttributes {
  id: string
  /** The section of the template it stands for, or null for one that an author or an import added. */
  key: string | null
  kind: SectionKind
  title: string
  /** Why it is left out of the document, or null when it is shown. */
  hiddenBecause: string | null
}
export interface SectionJson extends NodeJson {
  type: 'section'
  attrs: Record<string, unknown> & SectionAttributes
}
/** The whole text of a post-mortem: a `doc` of sections, each with plain blocks and structured items. */
export interface DocumentJson {
  type: 'doc'
  content: SectionJson[]
}
