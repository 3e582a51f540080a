/** Bytes of a form: the first box full of letters that take nine bytes each, and its other fields. */
export const largestForm = 2 * 1024 * 1024
/** Fields of a form. The parser's time grows with their square: half a million in one megabyte hold it for seconds. */
export const mostFields = 1000

const refusals = {
  large: {
    status: 413,
    words: `This is larger than a form may be (${largestForm / 1024 / 1024} MB). Import longer texts as a file.`,
  },
  fields: { status: 413, words: `This has more than the ${mostFields} fields that a form may have.` },
  type: { status: 415, words: 'Only forms can be posted here.' },
}

/**
 * The request as pages get it: a form of bounded size with bounded fields, read before any of them parses it, without the
 * zero characters that no text can hold. What is no form is refused. Files are read as they come, by limits of their own.
 */
export async function takeForm(request: Request): Promise<Request | Response> {
  if (/^(GET|HEAD)$/.test(request.method) || hasLimitsOfItsOwn(request)) return request
  if (Number(request.headers.get('Content-Length') ?? 0) > largestForm) return refused('large')
  const body = request.body ? await readAtMost(request.body, largestForm) : ''
  if (body === null) return refused('large')
  const type = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase()
  if (body !== '' && type !== formType) return refused('type')
  if (body.split('&', mostFields + 1).length > mostFields) return refused('fields')
  const headers = new Headers(request.headers)
  headers.set('Content-Type', formType)
  const { method, signal } = request
  return new Request(request.url, { method, headers, signal, body: body.replaceAll(/%00|\0/g, '') })
}

const importPage = /^\/(postmortems|settings\/templates)\/import(\.data)?$/

/** The import pages, a file that is sent as it is, and a form with files. */
function hasLimitsOfItsOwn({ method, url, headers }: Request): boolean {
  const { pathname } = new URL(url)
  if (method === 'PUT') return /^\/files\/[^/]+$/.test(pathname)
  const hasFiles = headers.get('Content-Type')?.startsWith('multipart/form-data') ?? false
  return importPage.test(pathname) || (hasFiles && /^\/postmortems\/[^/]+\/files(\.data)?$/.test(pathname))
}

const formType = 'application/x-www-form-urlencoded'

async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.byteLength
    if (size > most) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString()
}

/** The rest of the body is not waited for: the connection ends with the answer. */
function refused(why: keyof typeof refusals): Response {
  const { status, words } = refusals[why]
  return new Response(`${words}\n`, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' },
  })
}
