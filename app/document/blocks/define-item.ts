import { Node } from '@tiptap/core'
import type { z } from 'zod'
import { type ItemKind, itemShapes } from '../items.ts'

/**
 * A structured item as a node: its attributes are those of the Zod shape of the same name, its content is rich text.
 * Content may be empty (`block*`), because two people may each delete half of it at once and the binding drops a node
 * whose content its schema forbids; the editor fills an empty item with a paragraph again.
 */
export function defineItem(name: ItemKind) {
  const shape = itemShapes[name]
  const fallback = shape.parse({ id: 'x' }) as Record<string, unknown>
  return Node.create({
    name,
    group: 'item',
    content: 'block*',
    defining: true,
    isolating: true,
    draggable: true,
    addAttributes() {
      return Object.fromEntries(
        Object.keys(shape.shape).map((key) => [key, { default: key === 'id' ? null : fallback[key], rendered: false }]),
      )
    },
    parseHTML() {
      return [{ tag: `div[data-item="${name}"]`, getAttrs: (element) => read(shape, element as HTMLElement) }]
    },
    renderHTML({ node }) {
      return ['div', { 'data-item': name, 'data-attributes': JSON.stringify(node.attrs) }, 0]
    },
  })
}

/** Pasted attributes are foreign input: what does not parse becomes an item with its defaults, the text is kept. */
function read(shape: z.ZodObject, element: HTMLElement): Record<string, unknown> {
  try {
    const parsed = shape.safeParse(JSON.parse(element.dataset.attributes ?? '{}'))
    return parsed.success ? parsed.data : {}
  } catch {
    return {}
  }
}
