import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { lintedAs, textBlock, writtenBlocks } from '#app/document/text-blocks.ts'
import { type Context, type Finding, lintBlock, oncePerDocument, type Section } from '#app/linter/index.ts'
import type { PlacedNote } from './editor-host.ts'
import { isItem } from './item-acts.ts'

/** Letters in a line, and how many lines high is what stands around a text: near enough to tell one screen from the next. */
const LINE = 80
const AROUND = { section: 4, card: 4, entry: 1 }

/** What was read in one part of a section, such as an item or a paragraph; places are counted from its beginning. */
interface Part {
  section: Section
  notes: PlacedNote[]
  /** How many lines it is likely to take. */
  height: number
}

/** A part in which something is noted, where it begins, and how far down the document. */
export interface Read {
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
export function placed(noted: readonly Read[]): PlacedNote[] {
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

/** A sentence with the caret in it counts as finished when it ends with a full stop, a question mark or the like. */
function isFinished({ sentence }: Finding, node: DocumentNode, offset: number): boolean {
  if (offset < sentence.from || offset > sentence.to) return true
  const text = node.textBetween(0, node.content.size, '\n', () => '\uFFFC')
  return /[.!?…]["”’)\]]?\s*$/.test(text.slice(sentence.from, sentence.to))
}
