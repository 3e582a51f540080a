import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { keptOf } from '#app/document/shared-document.ts'
import { lintedAs, textBlock, writtenBlocks } from '#app/document/text-blocks.ts'
import { type Context, type Finding, lintBlock, oncePerDocument, type Section } from '#app/linter/index.ts'
import { curled } from '#app/ui/curled.ts'
import { calmLines } from './calm-lines.ts'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { isItem } from './item-acts.ts'
import { redrawChanged } from './redraw-changed.ts'

/** How long the block with the caret has to rest before it is looked at. */
const REST = 600
/** Letters in a line, and how many lines high is what stands around a text: near enough to tell one screen from the next. */
const LINE = 80
const AROUND = { section: 4, card: 4, entry: 1 }

interface Marks {
  decorations: DecorationSet
  notes: PlacedNote[]
  /** The note whose card is open. Its words are marked, also where they have no line of their own. */
  open: PlacedNote | null
}
const nothing: Marks = { decorations: DecorationSet.empty, notes: [], open: null }
const key = new PluginKey<Marks>('wordingCheck')

/**
 * Language notes as quiet lines under finished sentences. Findings are kept per immutable node, so that a keystroke looks at
 * one block; the block with the caret waits until the typing rests, its unfinished sentence until it is finished. The lines
 * are this reader's own: nothing of them is in the shared document.
 */
export const WordingCheck = Extension.create<{ host: EditorHost }>({
  name: 'wordingCheck',
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin<Marks>({
        key,
        state: {
          init: () => nothing,
          apply(tr, before) {
            const told = tr.getMeta(key) as Partial<Marks> | undefined
            const marks = tr.docChanged ? moved(before, tr) : before
            return told ? drawn(tr.doc, { ...marks, ...told }) : marks
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
        view: (view) => watch(view, host),
      }),
    ]
  },
})

/** The notes as they stand, with positions of now. */
export function notesIn(state: EditorState): PlacedNote[] {
  return key.getState(state)?.notes ?? []
}

/** Marks the note whose card opens, in the same step as whatever else the transaction does; null when it closes. */
export function markOpen(tr: Transaction, note: PlacedNote | null): Transaction {
  return tr.setMeta(key, { open: note })
}

/** What is only a hint for the side column counts nowhere: not here, not in the lists, not before publishing. */
export function isCounted({ level }: Pick<Finding, 'level'>): boolean {
  return level !== 'info'
}

function watch(view: EditorView, host: EditorHost) {
  const check = createCheck(host.options.language)
  let resting: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  const kept = keptOf(host.shared)
  let last: Read[] | null = null

  function look(rested: boolean) {
    if (view.isDestroyed) return
    // Nothing is said into a word that is being composed; when it is done there may be no further change to wake us.
    if (view.composing) {
      clearTimeout(resting)
      resting = setTimeout(() => look(true), REST)
      return
    }
    const read = check.read(view.state, rested)
    const shown = notesIn(view.state)
    // Nearly always it is the block somebody writes in that was read, and what is noted there is what was.
    if (last && isAsBefore(read, last, shown)) return
    last = read
    const found = placed(read).filter((note) => !kept.has(note.keepKey))
    if (same(found, shown)) return
    view.dispatch(view.state.tr.setMeta(key, { notes: found }))
    host.notes.set(found)
  }
  function schedule() {
    clearTimeout(resting)
    resting = setTimeout(() => look(true), REST)
    soon ??= setTimeout(() => {
      soon = undefined
      look(false)
    }, 60)
  }
  const lookAnew = () => {
    last = null
    schedule()
  }
  schedule()
  kept.observe(lookAnew)
  const stopFollowing = host.ask.subscribe(() => {
    const isClosed = host.ask.get()?.about !== 'note' && key.getState(view.state)?.open
    if (isClosed && !view.isDestroyed) view.dispatch(markOpen(view.state.tr, null))
  })
  return {
    update(_: EditorView, before: EditorState) {
      // What comes from others replaces the document, and with it the places of all notes.
      if (before.doc !== view.state.doc && ySyncPluginKey.getState(view.state)?.isChangeOrigin) last = null
      if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) schedule()
    },
    destroy() {
      clearTimeout(resting)
      clearTimeout(soon)
      kept.unobserve(lookAnew)
      stopFollowing()
    },
  }
}

/** What was read in one part of a section, such as an item or a paragraph; places are counted from its beginning. */
interface Part {
  section: Section
  notes: PlacedNote[]
  /** How many lines it is likely to take. */
  height: number
}

/** A part in which something is noted, where it begins, and how far down the document. */
interface Read {
  part: Part
  sectionId: string
  pos: number
  down: number
  isHere: boolean
}

/** Where the caret is in a part, counted from its beginning, and whether it has rested there. */
interface Caret {
  at: number
  rested: boolean
}

/**
 * A check with its own memory. Takes whether the block with the caret has rested; returns every note in document order. Only
 * the part with the caret and those that changed are read; the others are known by their node. `read` stops before the notes
 * are given their places in the document.
 */
export function createCheck(context: Context) {
  const parts = new WeakMap<DocumentNode, Part>()
  const known = new WeakMap<DocumentNode, { section: Section; findings: Finding[] }>()
  const lastAt = new Map<string, Finding[]>()
  const check = (state: EditorState, rested: boolean): PlacedNote[] => placed(readAll(state, rested))
  return Object.assign(check, { read: readAll })

  function readAll(state: EditorState, rested: boolean): Read[] {
    const caret = state.selection.empty ? state.selection.from : -1
    const noted: Read[] = []
    let down = 0
    state.doc.forEach((section, sectionPos) => {
      const attributes = section.attrs as SectionAttributes
      if (attributes.hiddenBecause !== null) return
      down += AROUND.section
      const policy = lintedAs(attributes)
      section.forEach((node, offset, index) => {
        const pos = sectionPos + 1 + offset
        const isHere = caret >= pos && caret <= pos + node.nodeSize
        const before = isHere ? undefined : parts.get(node)
        const part =
          before?.section === policy
            ? before
            : read(node, `${attributes.id}/${index}`, policy, isHere ? { at: caret - pos, rested } : null)
        if (!isHere) parts.set(node, part)
        if (part.notes.length > 0) noted.push({ part, sectionId: attributes.id, pos, down, isHere })
        down += part.height
      })
    })
    return noted
  }

  function read(part: DocumentNode, name: string, section: Section, caret: Caret | null): Part {
    const notes: PlacedNote[] = []
    let itemId: string | null = null
    let height = 0
    let place = 0
    const visit = (node: DocumentNode, pos: number, parent: DocumentNode | null): boolean => {
      if (isItem(node)) {
        itemId = String(node.attrs.id)
        const where = { sectionId: '', line: height, start: pos + 2, end: pos + 2 }
        notes.push(...beside(node, itemId, section).map((note) => ({ ...note, ...where })))
        height += node.type.name === 'timelineEntry' ? AROUND.entry : AROUND.card
      }
      if (!node.isTextblock) return true
      const start = pos + 1
      const id = `${itemId ?? name}/${place++}`
      const offset = caret && caret.at >= start && caret.at <= start + node.content.size ? caret.at - start : -1
      const findings = offset >= 0 && !caret?.rested ? waiting(node, id, section) : fresh(node, id, section, parent)
      lastAt.set(id, findings)
      for (const finding of findings) {
        if (offset >= 0 && !isFinished(finding, node, offset)) continue
        notes.push({
          ...finding,
          blockId: id,
          sectionId: '',
          itemId,
          attribute: null,
          line: height + Math.floor(finding.from / LINE),
          start: start + finding.from,
          end: start + finding.to,
        })
      }
      height += Math.ceil(node.content.size / LINE)
      return false
    }
    if (visit(part, 0, null)) part.descendants((node, offset, parent) => visit(node, offset + 1, parent))
    return { section, notes, height }
  }

  /** What is noted in the attributes of an item. */
  function beside(node: DocumentNode, itemId: string, section: Section) {
    return writtenBlocks({ type: node.type.name, attrs: node.attrs }, section).flatMap((block) =>
      lintBlock(block, context).map((finding) => ({ ...finding, itemId, attribute: block.attribute })),
    )
  }

  function fresh(node: DocumentNode, id: string, section: Section, parent: DocumentNode | null): Finding[] {
    const before = known.get(node)
    if (before?.section === section) return before.findings
    const findings = lintBlock(textBlock(node.toJSON(), section, id, parent?.type.name === 'blockquote'), context)
    known.set(node, { section, findings })
    return findings
  }

  /** While someone types: what was found before, as far as its words still stand there. */
  function waiting(node: DocumentNode, id: string, section: Section): Finding[] {
    const before = known.get(node)
    if (before?.section === section) return before.findings
    const text = node.textBetween(0, node.content.size, '\n', () => '\uFFFC')
    return (lastAt.get(id) ?? []).flatMap((finding) => {
      const from = text.indexOf(finding.excerpt, Math.max(0, finding.from - 80))
      return from === -1 ? [] : [{ ...finding, from, to: from + finding.excerpt.length }]
    })
  }
}

/** Every note at its place in the document, in order. */
function placed(noted: readonly Read[]): PlacedNote[] {
  const notes = noted.flatMap(({ part, sectionId, pos, down }) =>
    part.notes.map((note) => ({
      ...note,
      line: down + note.line,
      start: pos + note.start,
      end: pos + note.end,
      sectionId,
    })),
  )
  return oncePerDocument(notes) as PlacedNote[]
}

/** Whether the same is noted in the same order, and what is shown around the caret still stands on its words. */
function isAsBefore(noted: readonly Read[], before: readonly Read[], shown: readonly PlacedNote[]): boolean {
  if (noted.length !== before.length) return false
  return noted.every(({ part, pos, isHere }, place) => {
    const other = before[place]!.part
    if (part === other) return true
    if (!same(part.notes, other.notes)) return false
    return (
      !isHere ||
      part.notes.every(({ keepKey, start, end }) =>
        shown.some((note) => note.keepKey === keepKey && note.start === pos + start && note.end === pos + end),
      )
    )
  })
}

/** A sentence with the caret in it counts as finished when it ends with a full stop, a question mark or the like. */
function isFinished({ sentence }: Finding, node: DocumentNode, offset: number): boolean {
  if (offset < sentence.from || offset > sentence.to) return true
  const text = node.textBetween(0, node.content.size, '\n', () => '\uFFFC')
  return /[.!?…]["”’)\]]?\s*$/.test(text.slice(sentence.from, sentence.to))
}

/** The notes where their words are after an edit. */
function moved({ decorations, notes, open }: Marks, { mapping, doc }: Transaction): Marks {
  // The same note where nothing before it changed, so that whoever compares need not look inside.
  const move = (note: PlacedNote) => {
    const start = mapping.map(note.start)
    const end = mapping.map(note.end, -1)
    return start === note.start && end === note.end ? note : { ...note, start, end }
  }
  return { decorations: decorations.map(mapping, doc), notes: notes.map(move), open: open && move(open) }
}

function drawn(doc: DocumentNode, marks: Marks): Marks {
  const { notes, open } = marks
  const lines = calmLines(notes).filter((note) => !open || note.start !== open.start)
  const decorations = lines.map((note) => line(note, `ed-note ed-note-${note.level}`))
  if (open && open.start < open.end) decorations.push(line(open, `ed-note ed-note-${open.level} ed-note-open`))
  return { ...marks, decorations: redrawChanged(marks.decorations, doc, decorations) }
}

/** A mark with a description: a screen reader says both where it reads the sentence, and nothing while it is typed. */
function line(note: PlacedNote, look: string): Decoration {
  return Decoration.inline(
    note.start,
    note.end,
    {
      class: look,
      'data-note': note.keepKey,
      role: 'mark',
      'aria-description': `Note: ${curled(note.message)}`,
    },
    { key: `${note.keepKey} ${look}` },
  )
}

function same(one: PlacedNote[], other: PlacedNote[]): boolean {
  return (
    one.length === other.length &&
    one.every((note, place) => {
      const beside = other[place]!
      return note.keepKey === beside.keepKey && note.start === beside.start && note.end === beside.end
    })
  )
}
