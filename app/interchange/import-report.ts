import type { NodeJson } from '#app/document/document-json.ts'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { plainText } from '#app/document/plain-text.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import type { Imported, ImportedSection } from './import-markdown.ts'

export interface ImportReportSection {
  kind: SectionKind
  /** The title in the source, or '' where the text had none. */
  title: string
  /** The title of the template's section it goes to, or null where it becomes a section of its own. */
  goesTo: string | null
  headings: string[]
  items: number
  /** Entries of a timeline whose time or day is not known. */
  withoutTime: number
  /** The first lines, items first, at most three of at most 160 characters. */
  firstLines: string[]
  /** Paragraphs, tables and lists that stayed what they were. */
  proseBlocks: number
}
export interface ImportReport {
  title: string
  facts: { label: string; value: string }[]
  sections: ImportReportSection[]
  /** Sections of the template for which the text had nothing. */
  empty: string[]
  notes: string[]
}

/** What an import understood, section by section, for the page that shows it before anything is created. */
export function importReport(
  { title, facts, sections, notes }: Imported,
  templateSections: TemplateSection[],
): ImportReport {
  const placeOf = ({ key, kind }: ImportedSection) =>
    templateSections.find((template) => template.key === key && template.kind === kind) ?? null
  const filled = new Set(sections.map(placeOf))
  return {
    title,
    facts: Object.entries(facts).map(([label, value]) => ({ label, value })),
    sections: togetherByPlace(sections, placeOf).map((section) => {
      const isItem = (node: NodeJson) => node.type === itemKindOfSection[section.kind]
      const items = section.content.filter(isItem)
      const prose = section.content.filter((node) => !isItem(node))
      return {
        kind: section.kind,
        title: section.title,
        goesTo: placeOf(section)?.title ?? null,
        headings: section.headings,
        items: items.length,
        withoutTime: section.kind === 'timeline' ? items.filter(({ attrs }) => !attrs?.at).length : 0,
        firstLines: [...items, ...prose].map(firstLine).filter(Boolean).slice(0, 3),
        proseBlocks: prose.length,
      }
    }),
    empty: templateSections.filter((template) => !filled.has(template)).map(({ title: name }) => name),
    notes,
  }
}

/** What will stand in one section of the draft is shown as one, as `documentFromImport` puts it together. */
function togetherByPlace(
  sections: ImportedSection[],
  placeOf: (section: ImportedSection) => TemplateSection | null,
): ImportedSection[] {
  const together: ImportedSection[] = []
  for (const section of sections) {
    const place = placeOf(section)
    const index = place ? together.findIndex((earlier) => placeOf(earlier) === place) : -1
    const earlier = together[index]
    if (!earlier) together.push(section)
    else
      together[index] = {
        ...earlier,
        headings: [...earlier.headings, ...section.headings],
        content: [...earlier.content, ...section.content],
      }
  }
  return together
}

function firstLine(node: NodeJson): string {
  const typed = typeof node.attrs?.typed === 'string' ? node.attrs.typed : ''
  const line = [typed, plainText(node).split('\n')[0] ?? ''].filter(Boolean).join(' ')
  return line.length > 160 ? `${line.slice(0, 159).trimEnd()}…` : line
}
