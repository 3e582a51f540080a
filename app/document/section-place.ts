import * as Y from 'yjs'
import { isItem } from './shared-elements.ts'

/** Where an element stands or stood, in words: the section's title and, in a timeline, the entry's time. */
export function sectionPlace(element: Y.Item): string {
  let section = ''
  let item = ''
  for (let at: Y.Item | null = element; at; at = at.parent instanceof Y.AbstractType ? at.parent._item : null) {
    const type: unknown = at.content instanceof Y.ContentType ? at.content.type : null
    if (!(type instanceof Y.XmlElement)) continue
    if (isItem(type)) item = timeOf(type)
    else if (type.nodeName === 'section') section = attributeOf(type, 'title') || 'A section without a title'
  }
  return [section || 'A part that was taken out meanwhile', item].filter(Boolean).join(', ')
}

function timeOf(item: Y.XmlElement): string {
  const typed = attributeOf(item, 'typed')
  if (typed) return typed
  const at = new Date(attributeOf(item, 'at') || Number.NaN)
  if (Number.isNaN(at.getTime())) return ''
  try {
    const zone = attributeOf(item, 'zone') || 'UTC'
    return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone })
  } catch {
    return ''
  }
}

/** The last value of an attribute, also of an element that is deleted. */
function attributeOf(element: Y.XmlElement, name: string): string {
  const value: unknown = element._map.get(name)?.content.getContent().at(-1)
  return typeof value === 'string' ? value : ''
}
