import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { type Mappable, Mapping, type StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import { keptOf } from '#app/document/shared-document.ts'
import type { Finding } from '#app/linter/index.ts'
import { curled } from '#app/ui/curled.ts'
import { calmLines } from './calm-lines.ts'
import { createCheck, placed, type Read } from './create-check.ts'
import type { EditorHost, PlacedNote } from './editor-host.ts'
import { redrawChanged } from './redraw-changed.ts'

/** How long the block with the caret has to rest before it is looked at. */
const REST = 600
interface Marks {
  decorations: DecorationSet
  /** With the places they had when they were told; `since` leads to where they are now. */
  notes: PlacedNote[]
  since: readonly StepMap[]
  /** The note whose card is open. Its words are marked, also where they have no line of their own. */
  open: PlacedNote | null
}
const nothing: Marks = { decorations: DecorationSet.empty, notes: [], since: [], open: null }
/** After so many changes the notes are given their new places, so that the way to them does not grow for ever. */
const MANY = 50
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
            if (!told) return marks
            const since = told.notes ? [] : marks.since
            return drawn(tr.doc, { ...marks, ...told, since })
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
  const marks = key.getState(state)
  return marks ? placesNow(marks) : []
}

/** Not at each letter: hundreds of notes would be made anew for nobody. */
function placesNow({ notes, since }: Pick<Marks, 'notes' | 'since'>): PlacedNote[] {
  return since.length === 0 ? notes : notes.map((note) => moveNote(note, new Mapping(since)))
}

/** The same note where nothing before it changed, so that whoever compares need not look inside. */
function moveNote(note: PlacedNote, mapping: Mappable): PlacedNote {
  const start = mapping.map(note.start)
  const end = mapping.map(note.end, -1)
  return start === note.start && end === note.end ? note : { ...note, start, end }
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
    // Nearly always it is the block somebody writes in that was read, and what is noted there is what was.
    if (last && isAsBefore(read, last, view.state)) return
    last = read
    const found = placed(read).filter((note) => !kept.has(note.keepKey))
    if (same(found, notesIn(view.state))) return
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

/** Whether the same is noted in the same order, and what is shown around the caret still stands on its words. */
function isAsBefore(noted: readonly Read[], before: readonly Read[], state: EditorState): boolean {
  if (noted.length !== before.length) return false
  const { notes, since } = key.getState(state) ?? nothing
  const mapping = new Mapping(since)
  const isShown = ({ keepKey }: PlacedNote, start: number, end: number) =>
    notes.some(
      (note) => note.keepKey === keepKey && mapping.map(note.start) === start && mapping.map(note.end, -1) === end,
    )
  return noted.every(({ part, pos, isHere }, place) => {
    const other = before[place]!.part
    if (part === other) return true
    if (!same(part.notes, other.notes)) return false
    return !isHere || part.notes.every((note) => isShown(note, pos + note.start, pos + note.end))
  })
}

/** The marks after an edit. */
function moved({ decorations, notes, since, open }: Marks, { mapping, doc }: Transaction): Marks {
  const marks = {
    decorations: decorations.map(mapping, doc),
    notes,
    since: [...since, ...mapping.maps],
    open: open && moveNote(open, mapping),
  }
  return marks.since.length > MANY ? { ...marks, notes: placesNow(marks), since: [] } : marks
}

function drawn(doc: DocumentNode, marks: Marks): Marks {
  const { open } = marks
  const lines = calmLines(placesNow(marks)).filter((note) => !open || note.start !== open.start)
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
