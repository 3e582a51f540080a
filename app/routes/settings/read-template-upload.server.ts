import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser'
import { type ReadTemplateFile, readTemplateFile, templateFileBytes } from '#app/document/template-file.ts'

/** A pasted text may take more bytes on its way than it has. */
const mostBytes = templateFileBytes * 3

/** Reads the uploaded file of a template, or the text pasted instead; what is too large is not read to its end. */
export async function readTemplateUpload(request: Request): Promise<ReadTemplateFile & { text: string }> {
  const refuse = (problem: string, text = '') => ({ ok: false as const, problems: [problem], text })
  const tooLarge = `It is larger than ${templateFileBytes / 1024} kB, which no template needs.`
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return refuse(tooLarge)
  let file: Uint8Array | null = null
  let form: FormData
  try {
    const limits = { maxFileSize: templateFileBytes, maxFiles: 1, maxParts: 4, maxTotalSize: mostBytes }
    form = await parseFormData(request, limits, async (upload) => {
      if (upload.size > 0) file = new Uint8Array(await upload.arrayBuffer())
    })
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) return refuse(tooLarge)
    if (error instanceof FormDataParseError || error instanceof MultipartParseError)
      return refuse('The form could not be read. Try again, or paste the text instead.')
    throw error
  }
  const pasted = String(form.get('text') ?? '')
  if (!file && !pasted.trim()) return refuse('Choose a file first, or paste its text.')
  const text = file ? new TextDecoder().decode(file) : pasted
  return { ...readTemplateFile(text), text: file ? pasted : text }
}
