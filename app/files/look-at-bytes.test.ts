import { describe, expect, test } from 'vitest'
import { lookAtBytes } from './look-at-bytes.server.ts'

const bytesOf = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))

/** What is told of bytes that come one by one. */
async function seen(bytes: Buffer) {
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(new Uint8Array([byte]))
      controller.close()
    },
  })
  const looked = lookAtBytes(source, 1024 * 1024)
  const passedOn = Buffer.from(await new Response(looked.stream).arrayBuffer())
  expect(passedOn).toEqual(bytes)
  return looked.seen()
}

const png = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1,
]

describe('what a file is, is told from its content', () => {
  test.each<[string, Buffer, string]>([
    ['a PNG', bytesOf(png, [8, 0, 0, 0, 0], 'xxxx'), 'image/png'],
    ['a GIF', bytesOf('GIF89a', [1, 0, 1, 0]), 'image/gif'],
    ['a JPEG', bytesOf([0xff, 0xd8, 0xff, 0xe0, 0, 16], 'JFIF'), 'image/jpeg'],
    ['a log', bytesOf('14:02 declined\n14:03 déclined\n'), 'text/plain'],
    ['a log with the colours of a terminal', bytesOf('\x1b[31merror\x1b[0m\r\n\tat gate'), 'text/plain'],
    ['an SVG', bytesOf('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'],
    [
      'an SVG with a prolog',
      bytesOf('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'),
      'image/svg+xml',
    ],
    ['a page', bytesOf('  <!DOCTYPE html><script>alert(1)</script>'), 'text/html'],
    ['a page that begins like a GIF', bytesOf('GIF8<script>alert(1)</script>'), 'text/html'],
    ['a PDF', bytesOf('%PDF-1.7\n%âãÏÓ'), 'application/pdf'],
    ['bytes with a zero among letters', bytesOf('abc', [0], 'def'), 'application/octet-stream'],
    ['letters of an older encoding', bytesOf('d', [0xe9], 'clined'), 'application/octet-stream'],
    ['a letter that is cut in two at the end', bytesOf('d', [0xc3]), 'application/octet-stream'],
    ['the beginning of a PNG and no more', bytesOf(png.slice(0, 4)), 'application/octet-stream'],
  ])('%s', async (_, bytes, mediaType) => {
    expect(await seen(bytes)).toMatchObject({ bytes: bytes.length, mediaType })
  })
})
