import type { Editor } from '@tiptap/core'
import type { NodeJson } from '#app/document/document-json.ts'
import { Evidence } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { addScrap, type KeptScrap, longestScrap, readScraps } from '#app/document/scraps.ts'
import { type ScrapFile, scrapsOf } from '#app/document/shared-document.ts'
import { serverNow } from '#app/editor/server-clock.ts'
import { readScrap, recogniseScrap } from '#app/scraps/read-scrap.ts'
import { scrapFormats } from '#app/scraps/reading.ts'
import { authorsAct, type EditorHost } from '../editor-host.ts'
import { evidenceFrom } from '../evidence-from.ts'
import { insertItem, itemAround, placeFor } from '../item-acts.ts'
import { oneStep } from '../one-step.ts'
import { chosenEntries } from './chosen-entry.ts'
import { insertEntries } from './insert-entries.ts'
import { keepFile } from './keep-source.ts'
import { scrapContext } from './scrap-context.ts'

/** A scrap with as many lines that may be entries is looked at before it becomes them. */
const SEVERAL = 2

interface Desk {
  host: EditorHost
  editor: Editor
}

/** Keeps what was typed or pasted into the drawer, as a file where it has no room left; answers why it is not kept, or null. */
export async function keepInDrawer({ host }: Desk, text: string): Promise<string | null> {
  const found = recogniseScrap(text)
  const outcome = addScrap(
    host.shared,
    { text, place: '', kind: found ? 'source' : 'thought', ...(found && { format: found.format }) },
    authorsAct,
  )
  if (outcome.ok) return null
  if (outcome.reason === 'empty') return 'It is empty.'
  return keepFile(host, new File([text], 'scrap.txt', { type: 'text/plain' }), found?.format)
}

/** The scrap becomes a timeline entry: at its time, where it begins with one, otherwise where the caret is. Several lines with times are looked at first. */
export async function makeEntry(desk: Desk, scrap: KeptScrap): Promise<void> {
  const { host, editor } = desk
  if (scrap.file) {
    await makeEntryOfFile(desk, scrap, scrap.file)
    return
  }
  const context = scrapContext(host, editor.state.doc)
  const format = formatOf(scrap) ?? 'lines'
  const reading = readScrap(scrap.text, format, context)
  const timed = reading.candidates.filter(({ moment }) => moment.at !== null)
  if (timed.length >= SEVERAL) {
    await lookAt(desk, scrap)
    return
  }
  // One thought of several lines is one entry: its time is that of its first line.
  const [first] = reading.candidates
  const isTimed = first !== undefined && timed.length === 1 && first.moment.at !== null
  const words = isTimed ? [first.text, scrap.text.slice(first.place.to)].join('').trim() : scrap.text.trim()
  const moment = isTimed ? first.moment : unknown
  const candidate = { moment, type: null, speaker: '', text: words, place: { line: 1, from: 0, to: scrap.text.length } }
  const entries = chosenEntries([{ candidate }], {
    format: 'lines',
    source: '',
    naming: { as: 'nobody' },
    shift: 0,
    asEvidence: false,
    original: scrap.text,
    now: new Date(serverNow()).toISOString(),
  })
  await insertEntries(editor.view, entries, {
    where: isTimed ? 'in-time' : 'at-caret',
    mayWrite: () => host.editable,
    onProgress: () => {},
    alongside: () => remove(host, scrap.id),
  })
  host.say.set('It is an entry now; undo makes it a scrap again.')
}

const unknown = { at: null, until: null, zone: null, precision: 'unknown' as const, typed: '' }

/** An entry where the caret is, with the file as its source: what it shows is for the author to say. */
async function makeEntryOfFile({ host, editor }: Desk, scrap: KeptScrap, file: ScrapFile): Promise<void> {
  const node: NodeJson = {
    type: 'timelineEntry',
    attrs: { id: newItemId(), ...unknown, type: 'seen', milestones: [], evidence: [evidenceOfFile(file, scrap.at)] },
    content: [{ type: 'paragraph' }],
  }
  await insertEntries(editor.view, [node], {
    where: 'at-caret',
    mayWrite: () => host.editable,
    onProgress: () => {},
    alongside: () => remove(host, scrap.id),
  })
  host.say.set('It is the source of a new entry: what does it show, and when?')
}

function evidenceOfFile({ id, name, bytes, mediaType }: ScrapFile, at: string): Evidence {
  const file = { fileId: id, name, bytes, mediaType }
  return Evidence.parse({ id: newItemId(), kind: 'file', source: name.slice(0, 200), capturedAt: at || null, ...file })
}

/** The scrap becomes a source of the entry or the cause that the caret is in. */
export function makeEvidence({ host, editor }: Desk, scrap: KeptScrap): void {
  const { view } = editor
  const item = itemAround(view.state.doc, view.state.selection.from)
  if (!item || !Array.isArray(item.node.attrs.evidence)) {
    host.say.set('Put the caret into the entry or the cause that it is a source of, then press it again.')
    return
  }
  const put = (evidence: Evidence) => {
    oneStep(view.state, () => {
      view.dispatch(view.state.tr.setNodeAttribute(item.pos, 'evidence', [...item.node.attrs.evidence, evidence]))
      remove(host, scrap.id)
    })
    const says = itemWords(item.node.type.name, item.node.attrs)
    host.say.set(`It is a source of the ${says} now; undo makes it a scrap again.`)
  }
  if (scrap.file) {
    put(evidenceOfFile(scrap.file, scrap.at))
    return
  }
  const made = evidenceFrom(scrap.text, scrap.place, scrap.at)
  if (made) put(made)
  else host.say.set('A source holds 20,000 characters. Look at it line by line, and keep what matters.')
}

/** The scrap becomes an open question. */
export function makeQuestion({ host, editor }: Desk, scrap: KeptScrap): void {
  const { view } = editor
  oneStep(view.state, () => {
    const tr = view.state.tr
    const { selection } = tr
    const text = scrap.file ? `What does “${scrap.file.name}” show?` : oneLine(scrap.text)
    insertItem(tr, placeFor(tr, 'questions', 'What we still don’t know'), 'question', { text })
    view.dispatch(tr.setSelection(selection.map(tr.doc, tr.mapping)))
    // A question has no sources: the file stays where it can be looked at.
    if (!scrap.file) remove(host, scrap.id)
  })
  host.say.set('It is in the open questions now; undo makes it a scrap again.')
}

/** The text goes where the caret is, as it stands. */
export function putAtCaret({ host, editor }: Desk, scrap: KeptScrap): void {
  const lines = scrap.text.split('\n').filter((line) => line.trim())
  oneStep(editor.view.state, () => {
    editor
      .chain()
      .focus()
      .insertContent(lines.map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line }] })))
      .run()
    remove(host, scrap.id)
  })
}

export function throwAway({ host, editor }: Desk, scrap: KeptScrap): void {
  oneStep(editor.view.state, () => remove(host, scrap.id))
  host.say.set('Thrown away; undo brings it back.')
}

/** Opens its lines or messages to be ticked; those of a file are fetched first. */
export async function lookAt({ host }: Pick<Desk, 'host'>, given: KeptScrap): Promise<void> {
  const scrap = given.file ? await withTextOfFile(given, given.file) : given
  if (!scrap) {
    host.say.set('This file cannot be read line by line here.')
    return
  }
  const format = formatOf(scrap)
  host.scrapOffer.set({
    id: newItemId(),
    text: scrap.text,
    html: '',
    name: '',
    recognised: format ? { format, confidence: 1, why: '' } : null,
    pasted: false,
    scrapIds: [scrap.id],
    look: true,
  })
}

/** The scrap with the text of its file; null where that is none, or cannot be reached. */
async function withTextOfFile(scrap: KeptScrap, file: ScrapFile): Promise<KeptScrap | null> {
  const response = await fetch(`/files/${file.id}?download`).catch(() => null)
  const text = response?.ok ? await response.text() : ''
  return text.trim() === '' || text.includes('\0') ? null : { ...scrap, text }
}

/** What was changed replaces the scrap, unless someone else has changed it meanwhile: then both are kept. */
export function rewrite({ host }: Desk, before: KeptScrap, text: string): void {
  const now = readScraps(host.shared).find(({ id }) => id === before.id)
  const { id, file: _, ...scrap } = before
  if (!text.trim() || text.length > longestScrap) return
  const isTheirs = now !== undefined && now.text !== before.text
  host.shared.transact(() => {
    scrapsOf(host.shared).set(isTheirs || !now ? newItemId() : id, {
      ...scrap,
      text,
      at: scrap.at || new Date(serverNow()).toISOString(),
    })
  }, authorsAct)
  if (isTheirs) host.say.set('Someone changed it meanwhile: both are kept.')
}

function remove(host: EditorHost, id: string): void {
  host.shared.transact(() => scrapsOf(host.shared).delete(id), authorsAct)
}

function formatOf({ format, text }: KeptScrap) {
  return scrapFormats.find((known) => known === format) ?? recogniseScrap(text)?.format ?? null
}

function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, 2000)
}

function itemWords(kind: string, { type, typed }: Record<string, unknown>): string {
  if (kind === 'cause') return 'cause'
  return ['entry', typed, type && `(${type})`].filter(Boolean).join(' ')
}
