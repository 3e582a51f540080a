import { fileLimits } from '#app/document/file-limits.ts'
import { readBoundedForm } from '../read-bounded-form.server.ts'

type UploadForm = { ok: true; file: File } | { ok: false; reason: 'too-large' | 'empty' | 'cut-off' }

/** Reads the one file of the form on the files page; what is too large is not read to its end. */
export async function readUploadForm(request: Request): Promise<UploadForm> {
  const files: File[] = []
  const limits = {
    maxFileSize: fileLimits.bytes,
    maxFiles: 1,
    maxParts: 8,
    maxTotalSize: fileLimits.bytes + 64 * 1024,
  }
  const read = await readBoundedForm(request, limits, (upload) => {
    if (upload.fieldName === 'file') files.push(upload)
  })
  if (!read.ok) return read
  const [file] = files
  return file && file.size > 0 ? { ok: true, file } : { ok: false, reason: 'empty' }
}
