import { type ReadTemplateFile, readTemplateFile, templateFileBytes } from '#app/document/template-file.ts'
import { readBoundedForm } from '../read-bounded-form.server.ts'

/** A pasted text may take more bytes on its way than it has. */
const mostBytes = templateFileBytes * 3

const problems = {
  'too-large': `It is larger than ${templateFileBytes / 1024} kB, which no template needs.`,
  'cut-off': 'The form could not be read. Try again, or paste the text instead.',
}

/** Reads the uploaded file of a template, or the text pasted instead; what is too large is not read to its end. */
export async function readTemplateUpload(request: Request): Promise<ReadTemplateFile & { text: string }> {
  const files: Uint8Array[] = []
  const limits = { maxFileSize: templateFileBytes, maxFiles: 1, maxParts: 4, maxTotalSize: mostBytes }
  const read = await readBoundedForm(request, limits, async (upload) => {
    if (upload.size > 0) files.push(new Uint8Array(await upload.arrayBuffer()))
  })
  if (!read.ok) return { ok: false, problems: [problems[read.reason]], text: '' }
  const pasted = String(read.form.get('text') ?? '')
  const [file] = files
  if (!file && !pasted.trim()) return { ok: false, problems: ['Choose a file first, or paste its text.'], text: '' }
  return { ...readTemplateFile(file ? new TextDecoder().decode(file) : pasted), text: pasted }
}
