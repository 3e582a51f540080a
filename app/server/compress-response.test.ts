import { Readable } from 'node:stream'
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { acceptedEncoding, compressResponse } from './compress-response.ts'

const page = `<p>${'Two networks refused every new connection. '.repeat(100)}</p>`
const asking = (encodings: string) =>
  new Request('http://candor.example/', { headers: { 'Accept-Encoding': encodings } })
const html = (body: BodyInit) =>
  new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Set-Cookie': 'a=1' } })
const streamOf = (chunks: () => AsyncGenerator<Uint8Array>) =>
  html(Readable.toWeb(Readable.from(chunks())) as ReadableStream)
const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer())

test('a page is sent with Brotli where the browser takes it, else with gzip, else as it is', async () => {
  const brotli = await compressResponse(asking('gzip, deflate, br, zstd'), html(page))
  expect(brotli.headers.get('Content-Encoding')).toBe('br')
  expect(brotli.headers.getSetCookie()).toEqual(['a=1'])
  const packed = await bytes(brotli)
  expect(packed.length).toBeLessThan(page.length / 10)
  expect(brotliDecompressSync(packed).toString()).toBe(page)

  const gzip = await compressResponse(asking('gzip'), html(page))
  expect(gzip.headers.get('Content-Encoding')).toBe('gzip')
  expect(gunzipSync(await bytes(gzip)).toString()).toBe(page)

  const plain = await compressResponse(asking('identity'), html(page))
  expect(plain.headers.get('Content-Encoding')).toBeNull()
  expect(await plain.text()).toBe(page)
  // A cache between must not give one browser what another one asked for.
  for (const response of [brotli, gzip, plain]) expect(response.headers.get('Vary')).toBe('Accept-Encoding')
})

test.each([
  ['br;q=0, gzip', 'gzip'],
  ['*', 'br'],
  ['gzip;q=0.5, br;q=0.0', 'gzip'],
  ['GZIP', 'gzip'],
  ['deflate', null],
  ['', null],
])('of "%s" it takes %s', (header, encoding) => {
  expect(acceptedEncoding(header)).toBe(encoding)
})

test('what is short, packed already or no text stays as it is', async () => {
  const short = await compressResponse(asking('br'), html('<p>Saved.</p>'))
  expect(short.headers.get('Content-Encoding')).toBeNull()
  expect(await short.text()).toBe('<p>Saved.</p>')
  const picture = new Response(page, { headers: { 'Content-Type': 'image/png' } })
  expect(await compressResponse(asking('br'), picture)).toBe(picture)
  const packed = new Response(page, { headers: { 'Content-Type': 'text/html', 'Content-Encoding': 'zstd' } })
  expect(await compressResponse(asking('br'), packed)).toBe(packed)
  const nothing = new Response(null, { status: 304 })
  expect(await compressResponse(asking('br'), nothing)).toBe(nothing)
})

test('nothing is held back: what was written is readable while the rest is still to come', async () => {
  let finish = () => {}
  const rest = new Promise<void>((resolve) => {
    finish = resolve
  })
  const source = streamOf(async function* () {
    yield new TextEncoder().encode(page)
    await rest
    yield new TextEncoder().encode('<p>The end.</p>')
  })
  const response = await compressResponse(asking('br'), source)
  const unpacked = createBrotliDecompress()
  let text = ''
  unpacked.on('data', (chunk) => {
    text += chunk
  })
  const reader = response.body!.getReader()
  while (text !== page) {
    const { value, done } = await reader.read()
    expect(done).toBe(false)
    await new Promise((resolve) => unpacked.write(value, resolve))
  }
  finish()
  for (let read = await reader.read(); !read.done; read = await reader.read()) unpacked.write(read.value)
  await new Promise((resolve) => unpacked.end(resolve))
  expect(text).toBe(`${page}<p>The end.</p>`)
})

test('a browser that goes away ends the rendering, also while it waits for something', async () => {
  let stopped = false
  const body = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(page))
    },
    cancel() {
      stopped = true
    },
  })
  const response = await compressResponse(asking('gzip'), html(body))
  const reader = response.body!.getReader()
  await reader.read()
  await reader.cancel()
  await expect.poll(() => stopped).toBe(true)
})

test('a failure of the source fails the answer, and does not end it as if it were whole', async () => {
  const source = streamOf(async function* () {
    yield new TextEncoder().encode(page)
    throw new Error('the database went away')
  })
  const response = await compressResponse(asking('br'), source)
  await expect(response.text()).rejects.toThrow()
})
