import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { mediaTypeOf } from './media-type-of.ts'

/** So many bytes of the beginning are enough to tell what a file is. */
const headBytes = 64 * 1024

/** What is known of bytes after all of them went by. */
export interface BytesSeen {
  bytes: number
  /** Hexadecimal. */
  sha256: string
  mediaType: string
}
export class TooManyBytes extends Error {}
/** The sender went away, or its line did. */
export class CutOff extends Error {}

/**
 * Looks at bytes on their way, without holding them up: `stream` gives them on, and fails once there are more than `most`;
 * `seen` tells what they were when it has ended.
 */
export function lookAtBytes(
  source: AsyncIterable<Uint8Array>,
  most: number,
): { stream: ReadableStream<Uint8Array<ArrayBuffer>>; seen: () => Promise<BytesSeen> } {
  const hash = createHash('sha256')
  const text = textWatch()
  const head: Uint8Array[] = []
  let bytes = 0

  async function* look() {
    for await (const chunk of source) {
      if (bytes < headBytes) head.push(chunk.slice(0, headBytes - bytes))
      bytes += chunk.byteLength
      if (bytes > most) throw new TooManyBytes()
      hash.update(chunk)
      text.look(chunk)
      yield chunk
    }
  }
  return {
    stream: Readable.toWeb(Readable.from(look(), { objectMode: false })) as never,
    seen: async () => ({
      bytes,
      sha256: hash.digest('hex'),
      mediaType: await mediaTypeOf(Buffer.concat(head), text.isText()),
    }),
  }
}

/** The bytes of an upload; fails with `CutOff`. */
export async function* fromSender(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Uint8Array> {
  try {
    // What is not wanted any more is left to whoever answers the sender.
    yield* (body as WebStream<Uint8Array<ArrayBuffer>>).values({ preventCancel: true })
  } catch (error) {
    throw new CutOff('The bytes ended too early.', { cause: error })
  }
}

/** Whether bytes are UTF-8 without control characters; those that colour a terminal and end lines are part of logs. */
function textWatch() {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let holds = true
  const decode = (chunk?: Uint8Array) => {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells that it is no text
      if (/[\0-\x07\x0e-\x1a\x1c-\x1f]/.test(decoder.decode(chunk, { stream: chunk !== undefined }))) holds = false
    } catch {
      holds = false
    }
  }
  return {
    look: (chunk: Uint8Array) => {
      if (holds) decode(chunk)
    },
    isText: () => {
      if (holds) decode()
      return holds
    },
  }
}
