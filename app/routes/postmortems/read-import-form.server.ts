import { decodeText } from '#app/interchange/decode-text.ts'
import { importLimits } from '#app/interchange/refuse-before-parsing.ts'
import { readBoundedForm } from '../read-bounded-form.server.ts'

type ImportForm =
  | { ok: true; intent: string; template: string; fileName: string; text: string; bytes: Uint8Array | null }
  | { ok: false; problem: string }

const problems = {
  'too-large': 'It is larger than 2 MB. Import the text without logs and pictures.',
  'cut-off': 'The form could not be read. Try again, or paste the text instead.',
}
/** A form counts every line break twice, and brings a few fields along. */
const formBytes = importLimits.bytes * 2 + 64 * 1024

/** Reads an uploaded file or a pasted text as it streams in; what is too large is refused without being read to its end. */
export async function readImportForm(request: Request): Promise<ImportForm> {
  const files: { name: string; bytes: Uint8Array }[] = []
  const limits = { maxFileSize: formBytes, maxFiles: 1, maxParts: 12, maxTotalSize: formBytes }
  const taken = await readBoundedForm(request, limits, async (upload) => {
    if (upload.fieldName !== 'file' || upload.size === 0) return
    files.push({ name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) })
  })
  if (!taken.ok) return { ok: false, problem: problems[taken.reason] }
  const { form } = taken
  const [uploaded] = files
  const pasted = String(form.get('text') ?? '').replaceAll('\r\n', '\n')
  const read = { ok: true as const, intent: String(form.get('intent')), template: String(form.get('template') ?? '') }
  if (!uploaded)
    return { ...read, fileName: String(form.get('fileName') ?? '').slice(0, 200), text: pasted, bytes: null }
  const readable = uploaded.bytes.length <= importLimits.bytes && !uploaded.bytes.includes(0)
  return {
    ...read,
    fileName: uploaded.name.slice(0, 200),
    // What was pasted beside a file that cannot be read stays in the form.
    text: readable ? decodeText(uploaded.bytes) : pasted,
    bytes: uploaded.bytes,
  }
}
