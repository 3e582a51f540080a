import {
  type FileUpload,
  FormDataParseError,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  type ParseFormDataOptions,
  parseFormData,
} from '@remix-run/form-data-parser'

/**
 * Reads a form with files as it streams in, each file into `take`. What is larger than `limits` (in bytes) is not read to its
 * end: `too-large`. `cut-off`: it ended before it was whole, or is no form that can be read.
 */
export async function readBoundedForm(
  request: Request,
  limits: ParseFormDataOptions & { maxTotalSize: number },
  take: (upload: FileUpload) => void | Promise<void>,
): Promise<{ ok: true; form: FormData } | { ok: false; reason: 'too-large' | 'cut-off' }> {
  if (Number(request.headers.get('Content-Length') ?? 0) > limits.maxTotalSize)
    return { ok: false, reason: 'too-large' }
  try {
    return { ok: true, form: await parseFormData(request, limits, take) }
  } catch (error) {
    if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError)
      return { ok: false, reason: 'too-large' }
    if (error instanceof FormDataParseError || error instanceof MultipartParseError)
      return { ok: false, reason: 'cut-off' }
    throw error
  }
}
