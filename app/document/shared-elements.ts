import * as Y from 'yjs'
import { isItemKind } from './items.ts'
import { contentOf } from './shared-document.ts'

/** The sections of a shared document, in order. */
export function sectionElements(shared: Y.Doc): Y.XmlElement[] {
  return contentOf(shared)
    .toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === 'section')
}

/** The structured items of a section, in order; its plain blocks are left out. */
export function itemElements(section: Y.XmlElement): Y.XmlElement[] {
  return section.toArray().filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && isItem(child))
}

export function isItem(element: Y.XmlElement): boolean {
  return isItemKind(element.nodeName)
}

/** The id of a section or an item, or '' where there is none. Another client wrote it, so it may be anything. */
export function idOf(element: Y.XmlElement): string {
  const id: unknown = element.getAttribute('id')
  return typeof id === 'string' ? id : ''
}

/** The section or item with this id, or null where it is gone. */
export function elementWithId(shared: Y.Doc, id: string): Y.XmlElement | null {
  const sections = sectionElements(shared)
  return [...sections, ...sections.flatMap(itemElements)].find((element) => idOf(element) === id) ?? null
}
