import type { DocumentJson, NodeJson, SectionAttributes } from './document-json.ts'
import { type ItemKind, isItemKind, itemShapes } from './items.ts'
import { plainText } from './plain-text.ts'

export interface ExtractedItem {
  id: string
  kind: ItemKind
  sectionId: string
  /** Place in the document, from 0. */
  position: number
  text: string
  /** Parsed by the item's Zod shape; an attribute that does not parse has its default. */
  attributes: Record<string, unknown>
  node: NodeJson
}
export interface ExtractedSection extends SectionAttributes {
  /** What stands in the section outside its items. */
  text: string
  items: ExtractedItem[]
  node: NodeJson
}

/** A document taken apart into sections, items and text, hidden sections included. Derived, never stored as truth. */
export function extract(document: DocumentJson, nameOf?: (mention: NodeJson) => string): ExtractedSection[] {
  let position = 0
  return document.content.map((section) => {
    const items: ExtractedItem[] = []
    const rest: NodeJson[] = []
    for (const child of section.content ?? []) {
      const kind = child.type
      if (isItemKind(kind))
        items.push({
          id: String(child.attrs?.id ?? ''),
          kind,
          sectionId: section.attrs.id,
          position: position++,
          text: plainText(child, nameOf),
          attributes: parseAttributes(itemShapes[kind], child.attrs ?? {}),
          node: child,
        })
      else rest.push(child)
    }
    return { ...section.attrs, text: plainText({ type: 'section', content: rest }, nameOf), items, node: section }
  })
}

function parseAttributes(shape: (typeof itemShapes)[ItemKind], attributes: Record<string, unknown>) {
  const whole = shape.safeParse(attributes)
  if (whole.success) return whole.data as Record<string, unknown>
  const kept = { ...attributes }
  for (const issue of whole.error.issues) if (issue.path[0] !== undefined) delete kept[String(issue.path[0])]
  return shape.parse({ ...kept, id: String(attributes.id ?? '') || 'x' }) as Record<string, unknown>
}
