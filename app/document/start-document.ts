import type { DocumentJson, SectionJson } from './document-json.ts'
import { itemKindOfSection } from './item-kind-of-section.ts'
import { newItemId } from './new-item-id.ts'
import type { TemplateSection } from './templates.ts'

/**
 * An empty document by a template: each section holds one empty paragraph, or none where it is made of items. The timeline has
 * one too: the caret opens there, and a time typed at the start of its line makes the first entry.
 */
export function startDocument(sections: TemplateSection[]): DocumentJson {
  return { type: 'doc', content: sections.map(emptySection) }
}

/** What a document takes over from a template's section: its question and its help stay in the template. */
export type SectionTexts = Pick<TemplateSection, 'kind' | 'title'> & { key: string | null }

export function emptySection({ key, kind, title }: SectionTexts): SectionJson {
  return {
    type: 'section',
    attrs: { id: newItemId(), key, kind, title, hiddenBecause: null },
    content: itemKindOfSection[kind] && kind !== 'timeline' ? [] : [{ type: 'paragraph' }],
  }
}
