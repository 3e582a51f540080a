import * as Y from 'yjs'
import { elementOfSection } from './element-of-section.ts'
import { contentOf } from './shared-document.ts'
import { idOf, sectionElements } from './shared-elements.ts'
import type { SectionTexts } from './start-document.ts'

/** Adds an empty section below another one, or at the end, as one operation with `origin`; answers its id. */
export function addSection(shared: Y.Doc, section: SectionTexts, belowId: string | null, origin?: unknown): string {
  const above = sectionElements(shared).find((one) => idOf(one) === belowId)
  const content = contentOf(shared)
  const element = elementOfSection(section)
  shared.transact(() => {
    content.insert(above ? content.toArray().indexOf(above) + 1 : content.length, [element])
  }, origin)
  return idOf(element)
}

/** Takes a section out that holds nothing, as one operation with `origin`; one in which something stands can be left out instead. */
export function removeSection(shared: Y.Doc, sectionId: string, origin?: unknown): void {
  const content = contentOf(shared)
  const place = content.toArray().findIndex((one) => one instanceof Y.XmlElement && idOf(one) === sectionId)
  if (place !== -1) shared.transact(() => content.delete(place, 1), origin)
}
