import * as Y from 'yjs'
import type { NodeJson } from '../document-json.ts'

type Child = Y.XmlElement | Y.XmlText

/** Letters with their marks, as a Yjs text has them: mark name → attributes. */
export interface TextRun {
  insert: string
  attributes: Record<string, unknown>
}

/** A node as JSON with its children as a shared document has them: letters that follow each other are one text. */
export function groupedContent(content: readonly NodeJson[]): (NodeJson | TextRun[])[] {
  const groups: (NodeJson | TextRun[])[] = []
  for (const node of content) {
    if (node.type !== 'text') groups.push(node)
    else {
      const last = groups.at(-1)
      const run = { insert: node.text ?? '', attributes: marksOf(node) }
      if (Array.isArray(last)) last.push(run)
      else groups.push([run])
    }
  }
  return groups
}

function marksOf({ marks = [] }: NodeJson): TextRun['attributes'] {
  return Object.fromEntries(marks.map(({ type, attrs = {} }) => [type, attrs]))
}

/** New shared types for nodes, exactly as the JSON says: `readDocument` gives the same JSON again. */
export function sharedNodes(content: readonly NodeJson[]): Child[] {
  return groupedContent(content).map((group) => (Array.isArray(group) ? sharedText(group) : sharedElement(group)))
}

export function sharedElement({ type, attrs = {}, content = [] }: NodeJson): Y.XmlElement {
  const element = new Y.XmlElement(type)
  for (const [name, value] of Object.entries(attrs)) setShared(element, name, value)
  element.insert(0, sharedNodes(content))
  return element
}

function sharedText(runs: TextRun[]): Y.XmlText {
  const text = new Y.XmlText()
  text.applyDelta(runs)
  return text
}

/** Sets an attribute of any shape; null is no attribute, as everywhere in a shared document. */
export function setShared(element: Y.XmlElement, name: string, value: unknown): void {
  if (value === null || value === undefined) element.removeAttribute(name)
  else element.setAttribute(name, value as string)
}

/** An element of a shared document as JSON. */
export function nodeJson(element: Y.XmlElement): NodeJson {
  const attrs = element.getAttributes() as Record<string, unknown>
  const content = element.toArray().flatMap((child): NodeJson[] => {
    if (child instanceof Y.XmlElement) return [nodeJson(child)]
    return child instanceof Y.XmlText ? runsOf(child).map(textNode) : []
  })
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && { attrs }),
    ...(content.length > 0 && { content }),
  }
}

export function runsOf(text: Y.XmlText): TextRun[] {
  const delta = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
  return delta.map(({ insert, attributes = {} }) => ({
    insert: typeof insert === 'string' ? insert : '\uFFFC',
    attributes,
  }))
}

function textNode({ insert, attributes }: TextRun): NodeJson {
  const marks = Object.entries(attributes).map(([type, attrs]) => ({ type, attrs: attrs as Record<string, unknown> }))
  return { type: 'text', text: insert, ...(marks.length > 0 && { marks }) }
}
