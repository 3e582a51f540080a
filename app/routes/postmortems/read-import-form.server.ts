import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser'
import { decodeText } from '#app/interchange/decode-text.ts'
import { importLimits } from '#app/interchange/refuse-before-parsing.ts'

type ImportForm =
  | { ok: true; intent: string; template: string; fileName: string; text: string; bytes: Uint8Array | null }
  | { ok: false; problem: string }

const tooLarge = 'It is larger than 2 MB. Import the text without logs and pictures.'
/** A form counts every line break twice, and brings a few fields along. */
const formBytes = importLimits.bytes * 2 + 64 * 1024

/** Reads an uploaded file or a pasted text as it streams in; what is too large is refused without being read to its end. */
export async function readImportForm(request: Request): Promise<ImportForm> {
  if (Number(request.headers.get('content-length') ?? 0) > formBytes) return { ok: false, problem: tooLarge }
  let file: { name: string; bytes: Uint8Array } | null = null
  let form: FormData
  try {
    const limits = { maxFileSize: formBytes, maxFiles: 1, maxParts: 12, maxTotalSize: formBytes }
    form = await parseFormData(request, limits, async (upload) => {
      if (upload.fieldName !== 'file' || upload.size === 0) return
      file = { name: upload.name, bytes: new Uint8Array(await upload.arrayBuffer()) }
    })
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      return { ok: false, problem: tooLarge }
    if (error instanceof FormDataParseError || error instanceof MultipartParseError)
      return { ok: false, problem: 'The form could not be read. Try again, or paste the text instead.' }
    throw error
  }
  const uploaded = file as { name: string; bytes: Uint8Array } | null
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
