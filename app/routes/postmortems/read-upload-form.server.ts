import {
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxFilesExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  parseFormData,
} from '@remix-run/form-data-parser'
import { fileLimits } from '#app/document/file-limits.ts'

type UploadForm = { ok: true; file: File } | { ok: false; reason: 'too-large' | 'empty' | 'cut-off' }

/** Reads the one file of the form on the files page; what is too large is not read to its end. */
export async function readUploadForm(request: Request): Promise<UploadForm> {
  const most = fileLimits.bytes + 64 * 1024
  if (Number(request.headers.get('Content-Length') ?? 0) > most) return { ok: false, reason: 'too-large' }
  let file: File | null = null
  try {
    const limits = { maxFileSize: fileLimits.bytes, maxFiles: 1, maxParts: 8, maxTotalSize: most }
    await parseFormData(request, limits, (upload) => {
      if (upload.fieldName === 'file') file = upload
    })
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      return { ok: false, reason: 'too-large' }
    if (error instanceof MaxFilesExceededError || error instanceof FormDataParseError)
      return { ok: false, reason: 'cut-off' }
    if (error instanceof MultipartParseError) return { ok: false, reason: 'cut-off' }
    throw error
  }
  const given = file as File | null
  return given && given.size > 0 ? { ok: true, file: given } : { ok: false, reason: 'empty' }
}
