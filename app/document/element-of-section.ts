import * as Y from 'yjs'
import { emptySection, type SectionTexts } from './start-document.ts'

/** An empty section as an element of the shared document, with an id of its own. */
export function elementOfSection(section: SectionTexts): Y.XmlElement {
  const { attrs, content = [] } = emptySection(section)
  const element = new Y.XmlElement('section')
  for (const [key, value] of Object.entries(attrs)) {
    if (value !== null) element.setAttribute(key, value as string)
  }
  element.insert(
    0,
    content.map(({ type }) => new Y.XmlElement(type)),
  )
  return element
}
