import { type Node as DocumentNode, Fragment, type Schema, Slice } from '@tiptap/pm/model'
import { Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { NodeJson } from '#app/document/document-json.ts'
import { holdPlace, takePlace } from './held-places.ts'
import { oneLongStep } from './one-step.ts'

/** So many blocks go in at once; of more, the next after the page has been drawn, so that it never stands still. */
const AT_ONCE = 200

interface Place {
  from: number
  to: number
}

/**
 * Puts what was read of a paste into its place, as one step of the history with what is done `alongside`. The caret goes behind
 * it when it still stood there.
 */
export function insertPaste(
  view: EditorView,
  place: Place,
  blocks: NodeJson[],
  areEntries: boolean,
  alongside: () => void = () => {},
): Promise<void> {
  return oneLongStep(view.state, async () => {
    if (blocks.length > 0) await insertInParts(view, place, blocks, areEntries)
    alongside()
  })
}

async function insertInParts(view: EditorView, place: Place, blocks: NodeJson[], areEntries: boolean): Promise<void> {
  const { schema } = view.state
  const first = blocks.slice(0, AT_ONCE)
  const nodes = nodesOf(schema, first)
  const { from, to, empty } = view.state.selection
  const isThere = from === place.from && (empty || to === place.to)
  const inserted = areEntries ? betweenItems(view.state.tr, place, nodes) : intoText(view.state.tr, place, nodes)
  let { end } = inserted
  if (isThere) inserted.tr.setSelection(Selection.near(inserted.tr.doc.resolve(end), -1)).scrollIntoView()
  view.dispatch(inserted.tr.setMeta('uiEvent', 'paste'))
  for (let at = AT_ONCE; at < blocks.length; at += AT_ONCE) {
    const held = holdPlace(view, { from: end, to: end })
    await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))
    if (view.isDestroyed) return
    const next = takePlace(view, held)!
    const more = betweenItems(view.state.tr, next, nodesOf(schema, blocks.slice(at, at + AT_ONCE)))
    end = more.end
    view.dispatch(more.tr.setMeta('uiEvent', 'paste'))
  }
}

function nodesOf(schema: Schema, blocks: NodeJson[]): DocumentNode[] {
  return blocks.map((block) => schema.nodeFromJSON(block))
}

/** A transaction that inserts, and where what it inserted ends. */
interface Inserted {
  tr: Transaction
  end: number
}

/** A line of text joins the line it is pasted to; anything with a form of its own keeps it. */
function intoText(tr: Transaction, { from, to }: Place, nodes: DocumentNode[]): Inserted {
  const inline = nodes.length === 1 ? inlineOf(nodes[0]!) : null
  const isLine = (node: DocumentNode | undefined) => (node?.type.name === 'paragraph' ? 1 : 0)
  const slice = inline
    ? new Slice(inline, 0, 0)
    : new Slice(Fragment.from(nodes), isLine(nodes[0]), isLine(nodes.at(-1)))
  tr.replaceRange(from, to, slice)
  return { tr, end: tr.mapping.map(to) }
}

/** The content of a single line: of a paragraph, a heading, or code of one line. */
function inlineOf(node: DocumentNode): Fragment | null {
  const { schema } = node.type
  if (node.type.name === 'paragraph' || node.type.name === 'heading') return node.content
  if (node.type.name !== 'codeBlock' || node.textContent.includes('\n')) return null
  return Fragment.from(schema.text(node.textContent, [schema.marks.code!.create()]))
}

/** Items go between items: behind the one around the place, or instead of the empty line it is on. */
function betweenItems(tr: Transaction, { to }: Place, nodes: DocumentNode[]): Inserted {
  const $to = tr.doc.resolve(Math.min(to, tr.doc.content.size))
  const child = $to.depth >= 2 ? $to.node(2) : null
  const isEmptyLine = child?.type.name === 'paragraph' && child.content.size === 0
  const behind = child ? $to.after(2) : $to.pos
  const at = isEmptyLine ? $to.before(2) : behind
  tr.replaceWith(at, behind, nodes)
  return { tr, end: at + nodes.reduce((size, node) => size + node.nodeSize, 0) }
}
