import { Readable } from 'node:stream'
import { createBrotliCompress, createGzip, constants as zlib } from 'node:zlib'

type Encoding = 'br' | 'gzip'

/** What is written while it is sent, and is worth it. `text/x-script` is the data of a page that is navigated to. */
const written = /^(text\/(html|plain|markdown|x-script)|application\/json)/
const worthIt = 1024

/**
 * The same response, compressed as the browser accepts it. Pages are sent on as they are made: whatever was written so far
 * leaves whenever the source pauses. Answers of less than a kilobyte, and what is compressed already, stay as they are.
 */
export async function compressResponse(request: Request, response: Response): Promise<Response> {
  const { body, headers, status, statusText } = response
  if (!body || headers.has('Content-Encoding') || !written.test(headers.get('Content-Type') ?? '')) return response
  headers.append('Vary', 'Accept-Encoding')
  const encoding = acceptedEncoding(request.headers.get('Accept-Encoding') ?? '')
  if (!encoding) return response
  const reader = body.getReader()
  const first = await reader.read()
  const rest = chunksOf(reader, first)
  const init = { status, statusText, headers }
  if ((first.value?.byteLength ?? 0) < worthIt) return new Response(webStream(Readable.from(rest)), init)
  headers.set('Content-Encoding', encoding)
  headers.delete('Content-Length')
  const packed = pack(rest, encoding)
  // The browser may be gone while the source is silent: then it does not wait for what comes next.
  packed.once('close', () => void reader.cancel().catch(() => undefined))
  return new Response(webStream(packed), init)
}

/** The better of the two that an `Accept-Encoding` allows, or null. A weight of 0 forbids (RFC 9110, 12.5.3). */
export function acceptedEncoding(header: string): Encoding | null {
  const allowed = new Map<string, boolean>()
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((word) => word.trim())
    allowed.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)))
  }
  const allows = (name: Encoding) => allowed.get(name) ?? allowed.get('*') ?? false
  return allows('br') ? 'br' : allows('gzip') ? 'gzip' : null
}

async function* chunksOf(reader: ReadableStreamDefaultReader<Uint8Array>, first: ReadableStreamReadResult<Uint8Array>) {
  try {
    for (let read = first; !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

function webStream(readable: Readable): ReadableStream {
  return Readable.toWeb(readable) as ReadableStream
}

function pack(chunks: AsyncIterable<Uint8Array>, encoding: Encoding): Readable {
  const packer =
    encoding === 'br' ? createBrotliCompress({ params: { [zlib.BROTLI_PARAM_QUALITY]: 4 } }) : createGzip({ level: 6 })
  let pause: NodeJS.Immediate | undefined
  let goOn = () => {}
  const flush = () => {
    if (!packer.destroyed) packer.flush(encoding === 'br' ? zlib.BROTLI_OPERATION_FLUSH : zlib.Z_SYNC_FLUSH)
  }
  packer.on('drain', () => goOn())
  packer.once('close', () => {
    clearImmediate(pause)
    goOn()
  })
  const feed = async () => {
    for await (const chunk of chunks) {
      clearImmediate(pause)
      if (packer.destroyed) return
      const free = packer.write(chunk)
      if (!free) {
        await new Promise<void>((resolve) => {
          goOn = resolve
        })
      }
      pause = setImmediate(flush)
    }
    clearImmediate(pause)
    packer.end()
  }
  feed().catch((error) => packer.destroy(error))
  return packer
}
