import { fileTypeFromBuffer } from 'file-type'

/**
 * The media type of a file from its first bytes; `isText`: all of it is UTF-8. Neither its name nor its sender is asked.
 * Markup is told apart from plain text, so that it can be said why it is not shown.
 */
export async function mediaTypeOf(head: Uint8Array, isText: boolean): Promise<string> {
  const mime = await knownType(head)
  // An animated PNG is a PNG to every browser.
  if (mime === 'image/apng') return 'image/png'
  // No image is text from end to end: what only begins like one is markup or words.
  if (mime && !(isText && /^image\/|xml$/.test(mime))) return mime
  return isText ? textType(new TextDecoder().decode(head.subarray(0, 2048))) : (mime ?? unknown)
}

const unknown = 'application/octet-stream'

/** What looks like a file of its kind and is none, or ends too early, is of no known kind. */
async function knownType(head: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime
  } catch {
    return undefined
  }
}

function textType(beginning: string): string {
  if (/<svg[\s>]/i.test(beginning)) return 'image/svg+xml'
  if (/<(!doctype html|html|head|body|script|iframe)[\s>]/i.test(beginning)) return 'text/html'
  return 'text/plain'
}
