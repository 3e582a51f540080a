import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state'
import type { Mapping } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { keptOf } from '#app/document/shared-document.ts'
import { lintedAs, textBlock, writtenBlocks } from '#app/document/text-blocks.ts'
import { type Context, type Finding, lintBlock, oncePerDocument, type Section } from '#app/linter/index.ts'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { isItem } from './item-acts.ts'
import { redrawChanged } from './redraw-changed.ts'

/** How long the block with the caret has to rest before it is looked at. */
const REST = 600

interface Marks {
  decorations: DecorationSet
  notes: PlacedNote[]
}
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
          init: () => ({ decorations: DecorationSet.empty, notes: [] }),
          apply(tr, marks) {
            const next = tr.getMeta(key) as Marks | undefined
            if (next) return next
            if (!tr.docChanged) return marks
            const notes = marks.notes.map((note) => moved(note, tr.mapping))
            return { decorations: marks.decorations.map(tr.mapping, tr.doc), notes }
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

/** What is only a hint for the side column counts nowhere: not here, not in the lists, not before publishing. */
export function isCounted({ level }: Pick<Finding, 'level'>): boolean {
  return level !== 'info'
}

/** The note where its words stand now; the same one where nothing before it changed. */
function moved(note: PlacedNote, mapping: Mapping): PlacedNote {
  const start = mapping.map(note.start)
  const end = mapping.map(note.end, -1)
  return start === note.start && end === note.end ? note : { ...note, start, end }
}

function watch(view: EditorView, host: EditorHost) {
  const check = createCheck(contextOf(host))
  let resting: ReturnType<typeof setTimeout> | undefined
  let soon: ReturnType<typeof setTimeout> | undefined
  const kept = keptOf(host.shared)

  function look(rested: boolean) {
    if (view.isDestroyed || view.composing) return
    const found = check(view.state, rested).filter((note) => !kept.has(note.keepKey))
    const shown = notesIn(view.state)
    if (same(found, shown)) return
    const { doc, tr } = view.state
    const drawn = key.getState(view.state)?.decorations ?? DecorationSet.empty
    view.dispatch(tr.setMeta(key, { decorations: redrawChanged(drawn, doc, draw(found)), notes: found }))
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
  schedule()
  kept.observe(schedule)
  return {
    update(_: EditorView, before: EditorState) {
      if (before.doc !== view.state.doc || !before.selection.eq(view.state.selection)) schedule()
    },
    destroy() {
      clearTimeout(resting)
      clearTimeout(soon)
      kept.unobserve(schedule)
    },
  }
}

function contextOf({ options }: EditorHost): Context {
  return {
    people: options.people,
    teams: options.teams.map(({ name }) => name),
    systems: options.services.map(({ name }) => name),
  }
}

/** A check with its own memory. Takes whether the block with the caret has rested; returns every note in document order. */
export function createCheck(context: Context) {
  const known = new WeakMap<DocumentNode, { section: Section; findings: Finding[] }>()
  const knownBeside = new WeakMap<
    DocumentNode,
    { section: Section; notes: (Finding & Pick<PlacedNote, 'itemId' | 'attribute'>)[] }
  >()
  const lastAt = new Map<string, Finding[]>()

  return (state: EditorState, rested: boolean): PlacedNote[] => {
    const caret = state.selection.empty ? state.selection.from : -1
    const notes: PlacedNote[] = []
    let place = 0
    state.doc.forEach((section, sectionPos) => {
      const attributes = section.attrs as SectionAttributes
      if (attributes.hiddenBecause !== null) return
      const policy = lintedAs(attributes)
      let itemId: string | null = null
      section.descendants((node, offset, parent) => {
        if (isItem(node)) {
          itemId = String(node.attrs.id)
          const at = sectionPos + 1 + offset + 2
          notes.push(...beside(node, policy).map((note) => ({ ...note, sectionId: attributes.id, start: at, end: at })))
        } else if (parent === section) itemId = null
        if (!node.isTextblock) return true
        const start = sectionPos + 1 + offset + 1
        const id = `${itemId ?? attributes.id}/${place++}`
        const inHere = caret >= start && caret <= start + node.content.size
        const findings = inHere && !rested ? waiting(node, id, policy) : fresh(node, id, policy, parent)
        lastAt.set(id, findings)
        const shown = inHere ? findings.filter((finding) => isFinished(finding, node, caret - start)) : findings
        for (const finding of shown) {
          notes.push({
            ...finding,
            blockId: id,
            sectionId: attributes.id,
            itemId,
            attribute: null,
            start: start + finding.from,
            end: start + finding.to,
          })
        }
        return false
      })
    })
    return oncePerDocument(notes) as PlacedNote[]
  }

  /** What is noted in the attributes of an item. */
  function beside(node: DocumentNode, section: Section) {
    const before = knownBeside.get(node)
    if (before?.section === section) return before.notes
    const itemId = String(node.attrs.id)
    const notes = writtenBlocks({ type: node.type.name, attrs: node.attrs }, section).flatMap((block) =>
      lintBlock(block, context).map((finding) => ({ ...finding, itemId, attribute: block.attribute })),
    )
    knownBeside.set(node, { section, notes })
    return notes
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

/** A sentence with the caret in it counts as finished when it ends with a full stop, a question mark or the like. */
function isFinished({ sentence }: Finding, node: DocumentNode, offset: number): boolean {
  if (offset < sentence.from || offset > sentence.to) return true
  const text = node.textBetween(0, node.content.size, '\n', () => '\uFFFC')
  return /[.!?…]["”’)\]]?\s*$/.test(text.slice(sentence.from, sentence.to))
}

function draw(notes: PlacedNote[]): Decoration[] {
  return notes
    .filter((note) => isCounted(note) && note.start < note.end)
    .map((note) =>
      Decoration.inline(
        note.start,
        note.end,
        {
          class: `ed-note ed-note-${note.level}`,
          'data-note': note.keepKey,
          'aria-description': `Note: ${note.message}`,
        },
        { key: `${note.keepKey} ${note.level}` },
      ),
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
