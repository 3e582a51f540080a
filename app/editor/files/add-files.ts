import type { EditorView } from '@tiptap/pm/view'
import { fileLimits, largestFile } from '#app/document/file-limits.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { EditorHost } from '../editor-host.ts'
import { findById } from '../item-acts.ts'
import { addEvidence, putIntoText } from './place-file.ts'
import { type FilePlace, keepPlace, takePlace } from './places-kept.ts'
import { sendFile } from './send-file.ts'
import type { ArrivedFile, Upload } from './upload.ts'

/** How long until a file that waits for the connection is tried again, in milliseconds. */
const PATIENCE = 10_000

/** One after the other, so that they arrive in the order in which they were chosen. */
const queue: (() => void)[] = []
let isSending = false

/** Uploads files and puts each where it belongs when it has arrived: it goes on while the text is written on. */
export function addFiles(host: EditorHost, view: EditorView, files: File[], place: FilePlace): void {
  for (const file of files) {
    if (file.size === 0) host.say.set(`“${file.name}” is empty.`)
    else if (file.size > fileLimits.bytes) {
      host.say.set(`“${file.name}” is larger than ${largestFile}. Keep it where it is, and add a link to it.`)
    } else upload(host, view, file, place)
  }
}

function upload(host: EditorHost, view: EditorView, file: File, { item, at }: FilePlace): void {
  const id = newItemId() + newItemId()
  const takesEvidence = () => item !== undefined && 'evidence' in (findById(view.state.doc, item)?.node.attrs ?? {})
  const intoText = !takesEvidence()
  if (intoText) keepPlace(view, id, at, `${file.name} is on its way …`)
  let cut = new AbortController()
  let patience: ReturnType<typeof setTimeout> | undefined

  const tell = (change: Partial<Upload>) =>
    host.uploads.set(host.uploads.get().map((each) => (each.id === id ? { ...each, ...change } : each)))
  const finish = () => {
    clearTimeout(patience)
    window.removeEventListener('online', again)
    host.uploads.set(host.uploads.get().filter((each) => each.id !== id))
  }
  function again() {
    clearTimeout(patience)
    window.removeEventListener('online', again)
    cut = new AbortController()
    tell({ state: 'queued', problem: null, sent: 0 })
    queue.push(send)
    next()
  }
  function cancel() {
    const place = queue.indexOf(send)
    if (place !== -1) queue.splice(place, 1)
    cut.abort()
    if (intoText && !view.isDestroyed) takePlace(view, id)
    finish()
  }
  async function send() {
    try {
      await sendAndPlace()
    } finally {
      isSending = false
      next()
    }
  }
  async function sendAndPlace() {
    tell({ state: 'sending' })
    const outcome = await sendFile(file, id, host.reference, (sent) => tell({ sent }), cut.signal)
    if (outcome.ok) {
      finish()
      if (!view.isDestroyed) await arrive(host, view, outcome.file, file, intoText ? null : (item ?? null))
    } else if (outcome.reason === 'refused') tell({ state: 'stopped', problem: outcome.problem })
    else if (outcome.reason === 'away') {
      tell({ state: 'waiting', sent: 0 })
      window.addEventListener('online', again)
      patience = setTimeout(again, PATIENCE)
    }
  }

  const { name, size: bytes } = file
  host.uploads.set([...host.uploads.get(), { id, name, bytes, sent: 0, state: 'queued', problem: null, again, cancel }])
  queue.push(send)
  next()
}

function next(): void {
  if (isSending || queue.length === 0) return
  isSending = true
  queue.shift()!()
}

/** Puts an arrived file to its item, or into the text where its place was kept. */
async function arrive(host: EditorHost, view: EditorView, arrived: ArrivedFile, file: File, item: string | null) {
  if (item !== null && addEvidence(view, item, arrived, capturedAt(file))) {
    host.say.set(said(arrived, file, `“${arrived.name}” is evidence here now.`))
    return
  }
  const at = takePlace(view, arrived.id)
  const isShown = await putIntoText(view, arrived, at)
  host.say.set(said(arrived, file, `“${arrived.name}” is in the text now.`, isShown))
}

/** What calls itself an image and is none is kept all the same, and said so. */
function said(
  { name, mediaType }: ArrivedFile,
  { type }: File,
  words: string,
  isShown = mediaType.startsWith('image/'),
) {
  const claims = type.startsWith('image/') || mediaType === 'image/svg+xml'
  const isSafe = isShown && mediaType !== 'image/svg+xml'
  return claims && !isSafe ? `“${name}” is no image that can be shown here. It is kept as a file to download.` : words
}

/** A screenshot is taken when its file is written; the browser says when that was. */
function capturedAt({ lastModified }: File): string {
  return new Date(lastModified).toISOString()
}
