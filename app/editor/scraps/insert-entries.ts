import { Fragment } from '@tiptap/pm/model'
import { Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { NodeJson } from '#app/document/document-json.ts'
import type { TimelineEntry } from '#app/document/items.ts'
import { findById, isItem, placeFor } from '../item-acts.ts'
import { oneLongStep } from '../one-step.ts'
import { type PlacedGroup, placeInTimeline } from './place-in-timeline.ts'

/** Entries that are put in at once, between two frames. */
const AT_ONCE = 100
/** A document with as many entries stays quick; more would be a log, and no timeline. */
export const mostEntries = 1000

export interface InsertOptions {
  /** At their places in time, or all of them where the caret is. */
  where: 'in-time' | 'at-caret'
  /** Whether writing is still allowed; it can end meanwhile. */
  mayWrite: () => boolean
  onProgress: (inserted: number) => void
  /** What belongs to the same step of the history. */
  alongside?: () => void
}

/**
 * Puts entries into the timeline, a hundred between two frames, as one step of the history. Each run of entries that stand beside each
 * other is a transaction of its own: the binding to the shared document then only inserts, whatever others write meanwhile.
 * Resolves to how many were put in.
 */
export function insertEntries(view: EditorView, entries: readonly NodeJson[], options: InsertOptions): Promise<number> {
  return oneLongStep(view.state, () => insertRuns(view, entries, options))
}

async function insertRuns(view: EditorView, entries: readonly NodeJson[], options: InsertOptions): Promise<number> {
  const sectionId = timelineOf(view)
  const runs = options.where === 'at-caret' ? atCaret(view, sectionId, entries) : inTime(view, sectionId, entries)
  let inserted = 0
  try {
    for (const run of runs) {
      let { behind } = run
      for (let from = 0; from < run.nodes.length; from += AT_ONCE) {
        if (!options.mayWrite() || view.isDestroyed) return inserted
        const piece = run.nodes.slice(from, from + AT_ONCE)
        put(view, sectionId, behind, piece)
        behind = { after: String(piece.at(-1)!.attrs!.id) }
        inserted += piece.length
        options.onProgress(inserted)
        await nextTurn()
      }
    }
    options.alongside?.()
    return inserted
  } finally {
    if (!view.isDestroyed) showFirst(view, runs[0]?.nodes[0])
  }
}

/** Where a run begins: behind an item, before one, or at the end of the section. */
type Behind = { after: string } | { before: string } | 'end'
interface Run {
  behind: Behind
  nodes: NodeJson[]
}

function inTime(view: EditorView, sectionId: string, entries: readonly NodeJson[]): Run[] {
  const standing = entriesOf(view, sectionId)
  const timed = entries.map((node) => ({ node, ...(node.attrs as TimelineEntry) }))
  return placeInTimeline(standing, timed).map(({ after, entries: group }: PlacedGroup<(typeof timed)[number]>) => {
    const [before, first] = [standing[after], standing[0]]
    const behind: Behind = before ? { after: before.id } : first ? { before: first.id } : 'end'
    return { behind, nodes: group.map(({ node }) => node) }
  })
}

function atCaret(view: EditorView, sectionId: string, entries: readonly NodeJson[]): Run[] {
  const { $from } = view.state.selection
  const inTimeline = $from.depth >= 2 && $from.node(1).attrs.id === sectionId
  const item = inTimeline && isItem($from.node(2)) ? String($from.node(2).attrs.id) : null
  return [{ behind: item ? { after: item } : 'end', nodes: [...entries] }]
}

function entriesOf(view: EditorView, sectionId: string): TimelineEntry[] {
  const section = findById(view.state.doc, sectionId)
  return (section?.node.children ?? [])
    .filter((child) => child.type.name === 'timelineEntry')
    .map((child) => child.attrs as TimelineEntry)
}

/** The timeline the caret is in, else the first that is shown, else a new one. */
function timelineOf(view: EditorView): string {
  const { $from } = view.state.selection
  if ($from.depth >= 1 && $from.node(1).attrs.kind === 'timeline') return String($from.node(1).attrs.id)
  const tr = view.state.tr
  const place = placeFor(tr, 'timeline', 'What happened')
  if (tr.docChanged) view.dispatch(tr)
  return String(view.state.doc.resolve(place).node(1).attrs.id)
}

function put(view: EditorView, sectionId: string, behind: Behind, nodes: NodeJson[]): void {
  const { tr, schema } = view.state
  const content = Fragment.fromJSON(schema, nodes)
  const beside = behind === 'end' ? null : findById(tr.doc, 'after' in behind ? behind.after : behind.before)
  if (beside && behind !== 'end') {
    tr.insert('after' in behind ? beside.pos + beside.node.nodeSize : beside.pos, content)
  } else {
    // What they were to stand beside was removed meanwhile: then they stand at the end, where they are seen.
    const section = findById(tr.doc, sectionId)
    const end = section ? section.pos + section.node.nodeSize - 1 : placeFor(tr, 'timeline', 'What happened')
    const last = section?.node.lastChild
    if (last?.type.name === 'paragraph' && last.content.size === 0) tr.replaceWith(end - last.nodeSize, end, content)
    else tr.insert(end, content)
  }
  view.dispatch(tr)
}

function showFirst(view: EditorView, node: NodeJson | undefined): void {
  const found = node && findById(view.state.doc, String(node.attrs!.id))
  if (!found) return
  const selection = Selection.findFrom(view.state.doc.resolve(found.pos + found.node.nodeSize - 1), -1, true)
  view.focus()
  view.dispatch(
    view.state.tr.setSelection(selection ?? TextSelection.near(view.state.doc.resolve(found.pos))).scrollIntoView(),
  )
}

/** After the frame that shows what was put in; a page in the background goes on, too. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
