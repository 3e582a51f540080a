import type { MarkJson, NodeJson } from '../document-json.ts'
import type { HtmlElement, HtmlNode } from './html-node.ts'
import type { LeftOut } from './left-out.ts'

/** What holds for everything inside an element. */
export interface Around {
  marks: readonly MarkJson[]
  /** Whether spaces and line ends are kept as they are. */
  pre: boolean
}

/** Handed to the parts that read one sort of element and need the others for what is inside. */
export interface Reader {
  blocks: (children: readonly HtmlNode[], around: Around) => NodeJson[]
  leave: (kind: LeftOut['kind'], text: string) => void
}

/** Reads an element that it knows, or answers null. */
export type ElementReader = (element: HtmlElement, around: Around, reader: Reader) => NodeJson[] | null

export function textLeaf(text: string, marks: readonly MarkJson[] = []): NodeJson {
  return { type: 'text', text, ...(marks.length > 0 && { marks: [...marks] }) }
}

export function paragraphOf(...content: NodeJson[]): NodeJson {
  return content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' }
}

/** Blocks as what an item of a list may hold: a paragraph first. */
export function asItemContent(blocks: NodeJson[]): NodeJson[] {
  const [first, ...rest] = blocks
  if (first?.type === 'paragraph') return blocks
  if (first?.type === 'heading') return [paragraphOf(...(first.content ?? [])), ...rest]
  return [paragraphOf(), ...blocks]
}
