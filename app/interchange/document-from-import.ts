import type { DocumentJson, NodeJson, SectionJson } from '#app/document/document-json.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { emptySection } from '#app/document/start-document.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { headingWords } from './classify-heading.ts'
import type { Imported, ImportedSection } from './import-markdown.ts'

/**
 * An imported text as a document by a template. Sections that the template knows stand in its order, several sources
 * of one section under each other with their own titles as headings; every other section keeps its title and its place
 * after the one it followed. Nothing is dropped, and ids are fresh with each call.
 */
export function documentFromImport(imported: Imported, templateSections: TemplateSection[]): DocumentJson {
  const places = templateSections.map((template) => ({
    template,
    section: emptySection(template),
    filled: false,
    named: false,
    followers: [] as SectionJson[],
  }))
  const before: SectionJson[] = []
  let last: (typeof places)[number] | null = null

  for (const source of imported.sections) {
    const place = places.find(({ template }) => template.key === source.key && template.kind === source.kind)
    if (!place) {
      const own = ownSection(source)
      if (last) last.followers.push(own)
      else if (places[0]) places[0].followers.push(own)
      else before.push(own)
      continue
    }
    const content = withFreshIds(source.content)
    const says = source.title && (place.named || !sameTitle(source.title, place.template.title))
    const lead = says ? [titleHeading(source.title)] : []
    place.named ||= source.title !== ''
    place.section.content = [...(place.filled ? (place.section.content ?? []) : []), ...lead, ...content]
    place.filled ||= place.section.content.length > 0
    if (!place.section.content.length) place.section.content = emptySection(place.template).content
    last = place
  }
  return { type: 'doc', content: [...before, ...places.flatMap(({ section, followers }) => [section, ...followers])] }
}

function ownSection({ kind, title, content }: ImportedSection): SectionJson {
  const fresh = withFreshIds(content)
  const filled = fresh.length || kind !== 'prose' ? fresh : [{ type: 'paragraph' }]
  return { type: 'section', attrs: { id: newItemId(), key: null, kind, title, hiddenBecause: null }, content: filled }
}

function sameTitle(title: string, template: string): boolean {
  return headingWords(title).join(' ') === headingWords(template).join(' ')
}

function titleHeading(title: string): NodeJson {
  return { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: title }] }
}

/** Items may be created twice from one import (a preview, then the document); no two may share an id. */
function withFreshIds(nodes: NodeJson[]): NodeJson[] {
  return nodes.map((node) =>
    node.attrs && 'id' in node.attrs ? { ...node, attrs: { ...node.attrs, id: newItemId() } } : node,
  )
}
