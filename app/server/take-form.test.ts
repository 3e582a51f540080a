import { expect, test } from 'vitest'
import { largestForm, mostFields, takeForm } from './take-form.ts'

const form = (body: string, headers: Record<string, string> = {}) => post('/settings', body, headers)
function post(path: string, body: string | ReadableStream, headers: Record<string, string> = {}) {
  const type = { 'Content-Type': 'application/x-www-form-urlencoded' }
  const init = { method: 'POST', body, headers: { ...type, ...headers }, duplex: 'half' }
  return new Request(`http://localhost${path}`, init)
}
async function fieldsOf(request: Request) {
  const taken = await takeForm(request)
  return taken instanceof Request ? Object.fromEntries(await taken.formData()) : taken.status
}

test('a form comes through as it was typed', async () => {
  expect(await fieldsOf(form('name=In%C3%A9s&text=100%25+%26%0D%0Amore'))).toEqual({
    name: 'Inés',
    text: '100% &\r\nmore',
  })
})

test('zero characters are left out, and a written "%00" stays', async () => {
  expect(await fieldsOf(form('a=x%00y&b=%2500&c=x\0y'))).toEqual({ a: 'xy', b: '%00', c: 'xy' })
})

test('a form without anything in it is an empty form', async () => {
  expect(await fieldsOf(form(''))).toEqual({})
  expect(await fieldsOf(new Request('http://localhost/', { method: 'POST' }))).toEqual({})
})

test('the first box full of long letters fits', async () => {
  expect(await fieldsOf(form(`text=${encodeURIComponent('語'.repeat(200_000))}`))).toEqual({
    text: '語'.repeat(200_000),
  })
})

test('what is too large is refused, told beforehand or not', async () => {
  expect(await fieldsOf(form('', { 'Content-Length': String(largestForm + 1) }))).toBe(413)
  const endless = new ReadableStream<Uint8Array>({ pull: (to) => to.enqueue(new Uint8Array(65_536).fill(97)) })
  expect(await fieldsOf(post('/settings', endless))).toBe(413)
})

test('more fields than any form has are refused without parsing them', async () => {
  expect(await fieldsOf(form('a&'.repeat(mostFields - 1)))).not.toBe(413)
  const started = performance.now()
  expect(await fieldsOf(form('a&'.repeat(1_000_000)))).toBe(413)
  expect(performance.now() - started).toBeLessThan(1000)
})

test('what is no form is refused', async () => {
  expect(await fieldsOf(form('{}', { 'Content-Type': 'application/json' }))).toBe(415)
  expect(await fieldsOf(form('--x--', { 'Content-Type': 'multipart/form-data; boundary=x' }))).toBe(415)
})

test('a read, and the import page, pass untouched', async () => {
  const read = new Request('http://localhost/library')
  expect(await takeForm(read)).toBe(read)
  const upload = post('/postmortems/import.data', 'x', { 'Content-Type': 'multipart/form-data; boundary=x' })
  expect(await takeForm(upload)).toBe(upload)
})

test('files go through as they come where files are taken, and nowhere else', async () => {
  const multipart = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const put = (path: string) => new Request(`http://localhost${path}`, { method: 'PUT', body: 'x' })
  for (const request of [
    put('/files/abc?of=PM-1'),
    post('/postmortems/PM-1/files', '--x--', multipart),
    post('/postmortems/PM-1/files.data', '--x--', multipart),
  ])
    expect(await takeForm(request)).toBe(request)
  for (const request of [
    put('/postmortems/PM-1/files'),
    put('/files/abc/more'),
    post('/files/abc', '--x--', multipart),
    post('/postmortems/PM-1/manage', '--x--', multipart),
  ])
    expect(await fieldsOf(request)).toBe(415)
})
