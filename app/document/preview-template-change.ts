import * as Y from 'yjs'
import { planSections } from './change-template.ts'
import type { TemplateSection } from './templates.ts'

/**
 * What becomes of one section: `stays` with what is in it (under `title`, where it had another one before), `new` and empty,
 * `kept` below those of the template, or `goes` because nothing stands in it.
 */
export interface PlannedSection {
  what: 'stays' | 'new' | 'kept' | 'goes'
  title: string
  before?: string
}

/** What a change of template would do, section by section in the order afterwards; what goes comes last. Changes nothing. */
export function previewTemplateChange(
  shared: Y.Doc,
  sections: TemplateSection[],
  from: TemplateSection[] = [],
): PlannedSection[] {
  const { present, match, wanted } = planSections(shared, sections)
  const stands = new Map([...match].map(([section, element]) => [element, section]))
  const planned = wanted.map((section): PlannedSection => {
    if (!(section instanceof Y.XmlElement)) return { what: 'new', title: section.title }
    const title = titleOf(section)
    const template = stands.get(section)
    if (!template) return { what: 'kept', title }
    const own = from.find(({ key }) => key === section.getAttribute('key'))?.title
    const follows = title === '' || title === own
    return {
      what: 'stays',
      title: follows ? template.title : title,
      ...(follows && title !== template.title && { before: title }),
    }
  })
  const remaining = new Set(wanted)
  const gone = present.filter((element) => !remaining.has(element))
  return [...planned, ...gone.map((element): PlannedSection => ({ what: 'goes', title: titleOf(element) }))]
}

function titleOf(element: Y.XmlElement): string {
  const title: unknown = element.getAttribute('title')
  return typeof title === 'string' ? title : ''
}
