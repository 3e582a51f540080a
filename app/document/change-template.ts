import * as Y from 'yjs'
import { elementOfSection } from './element-of-section.ts'
import type { SectionKind } from './section-kind.ts'
import { contentOf, writeFacts } from './shared-document.ts'
import type { TemplateSection } from './templates.ts'

export interface ChangeOfTemplate {
  /** The version to change to. */
  to: { versionId: string | null; sections: TemplateSection[] }
  /** The sections of the version so far: a title that is still the template's follows the template, an author's own stays. */
  from?: TemplateSection[]
}

/**
 * Changes the sections of a shared document to those of another template, as insertions and deletions of whole sections in one
 * transaction. Sections are matched by key, then (apart from prose) by kind. One that the new template does not have stays, as
 * a section of its own at the end, when anything stands in it; an empty one goes. A section that an author added stays below
 * the one it stood under. No word is dropped, and what is already in its place is not touched, so that whoever writes there
 * goes on writing.
 */
export function changeTemplate(shared: Y.Doc, { to, from = [] }: ChangeOfTemplate, origin?: unknown): void {
  shared.transact(() => {
    const { match, wanted } = planSections(shared, to.sections)
    for (const [section, element] of match) follow(element, section, from)
    arrangeSections(contentOf(shared), wanted)
    writeFacts(shared, { templateVersionId: to.versionId })
  }, origin)
}

/** A section after the change: one that is there, or an empty one of the template. */
type Wanted = Y.XmlElement | TemplateSection

/** Which sections a document would have by another template, in order, and which of its own stand for those of the template. */
export function planSections(
  shared: Y.Doc,
  sections: TemplateSection[],
): { present: Y.XmlElement[]; match: Map<TemplateSection, Y.XmlElement>; wanted: Wanted[] } {
  const present = contentOf(shared)
    .toArray()
    .filter((node) => node instanceof Y.XmlElement)
  const match = matchSections(present, sections)
  const matched = new Set(match.values())
  const wanted: Wanted[] = sections.map((section) => match.get(section) ?? section)
  for (const [place, element] of present.entries()) {
    if (matched.has(element)) continue
    const isOwn = attribute(element, 'key') === null
    if (!isOwn && !isWorthKeeping(element)) continue
    const above = isOwn && place > 0 ? wanted.indexOf(present[place - 1]!) : -1
    wanted.splice(above === -1 ? wanted.length : above + 1, 0, element)
  }
  return { present, match, wanted }
}

function matchSections(present: Y.XmlElement[], sections: TemplateSection[]): Map<TemplateSection, Y.XmlElement> {
  const match = new Map<TemplateSection, Y.XmlElement>()
  const free = new Set(present)
  const take = (section: TemplateSection, fits: (element: Y.XmlElement) => boolean) => {
    const found = [...free].filter(fits)
    const element = found.find(hasContent) ?? found[0]
    if (!element) return
    match.set(section, element)
    free.delete(element)
  }
  for (const section of sections) {
    take(section, (element) => attribute(element, 'key') === section.key && kindOf(element) === section.kind)
  }
  for (const section of sections) {
    // Prose of one subject is not prose of another.
    if (match.has(section) || section.kind === 'prose') continue
    take(section, (element) => kindOf(element) === section.kind)
  }
  return match
}

function follow(element: Y.XmlElement, section: TemplateSection, from: TemplateSection[]): void {
  const before = from.find(({ key }) => key === attribute(element, 'key'))
  const title = attribute(element, 'title')
  if (attribute(element, 'key') !== section.key) element.setAttribute('key', section.key)
  if (title !== section.title && (!title || title === before?.title)) element.setAttribute('title', section.title)
}

/** Brings the fragment to `wanted` with the fewest moves; a section that has to move is copied and then deleted. */
export function arrangeSections(content: Y.XmlFragment, wanted: Wanted[]): void {
  const staying = longestRun(
    wanted.filter((section) => section instanceof Y.XmlElement),
    content.toArray() as Y.XmlElement[],
  )
  const target = wanted.map((section) => {
    if (!(section instanceof Y.XmlElement)) return elementOfSection(section)
    return staying.has(section) ? section : section.clone()
  })
  for (let place = content.length - 1; place >= 0; place--) {
    const node = content.get(place)
    if (node instanceof Y.XmlElement && !staying.has(node)) content.delete(place, 1)
  }
  for (const [place, element] of target.entries()) {
    if (content.get(place) !== element) content.insert(place, [element])
  }
}

/** The most of `wanted` that already stand in this order, sections with more in them preferred to stay. */
function longestRun(wanted: Y.XmlElement[], present: Y.XmlElement[]): Set<Y.XmlElement> {
  const place = new Map(present.map((element, index) => [element, index]))
  const best: { weight: number; run: Y.XmlElement[] }[] = []
  for (const element of wanted) {
    const before = best
      .filter(({ run }) => place.get(run.at(-1)!)! < place.get(element)!)
      .toSorted((one, other) => other.weight - one.weight)[0]
    const weight = (before?.weight ?? 0) + (hasContent(element) ? 1000 : 1)
    best.push({ weight, run: [...(before?.run ?? []), element] })
  }
  return new Set(best.toSorted((one, other) => other.weight - one.weight)[0]?.run)
}

/** Whether someone would miss it: something stands in it, or a reason why it is left out. */
function isWorthKeeping(element: Y.XmlElement): boolean {
  return hasContent(element) || attribute(element, 'hiddenBecause') !== null
}

/** Whether anything was written: an item, a picture, a table, or any text. An empty paragraph is nothing. */
function hasContent(element: Y.XmlElement): boolean {
  return element.toArray().some((child) => {
    if (child instanceof Y.XmlText) return child.length > 0
    if (!(child instanceof Y.XmlElement)) return false
    return child.nodeName !== 'paragraph' || hasContent(child)
  })
}

function attribute(element: Y.XmlElement, name: string): string | null {
  return (element.getAttribute(name) as string | undefined) ?? null
}

function kindOf(element: Y.XmlElement): SectionKind {
  return (attribute(element, 'kind') ?? 'prose') as SectionKind
}
