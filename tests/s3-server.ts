import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

export interface S3Server {
  endpoint: string
  objects: Map<string, Buffer>
  /** Method and path of what was asked, with how many bytes were announced. */
  asked: { method: string; path: string; length: string | undefined }[]
  /** What it answers instead, such as 503; null: as it should. */
  refuses: number | null
  close(): void
}

/** A small storage that speaks like S3: PUT, GET, HEAD, DELETE and pages of keys, for signed requests of one key alone. */
export async function startS3Server({ accessKeyId = 'harbour', pageOf = 2 } = {}): Promise<S3Server> {
  const objects: S3Server['objects'] = new Map()
  const s3: S3Server = { endpoint: '', objects, asked: [], refuses: null, close: () => server.close() }
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url!, s3.endpoint)
    const { method = '', headers } = request
    s3.asked.push({ method, path: pathname, length: headers['content-length'] })
    if (s3.refuses) return fail(response, s3.refuses, 'Slow down')
    if (!isSigned(request, accessKeyId)) return fail(response, 403, 'The request is not signed.')
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'))
    if (key === '') return listKeys(response, searchParams.get('continuation-token') ?? '')
    if (method === 'PUT') {
      const body = await buffer(request).catch(() => null)
      if (body?.length !== Number(headers['content-length'])) return fail(response, 400, 'It ended too early.')
      objects.set(key, body)
    } else if (method === 'DELETE') objects.delete(key)
    const found = objects.get(key)
    if (!found) return method === 'DELETE' ? response.writeHead(204).end() : fail(response, 404, 'No such key')
    response.setHeader('Content-Length', method === 'GET' || method === 'HEAD' ? found.length : 0)
    response.end(method === 'GET' ? found : undefined)
  })

  function listKeys(response: ServerResponse, after: string) {
    const keys = [...objects.keys()].toSorted().filter((key) => key > after)
    const page = keys.slice(0, pageOf)
    const more = keys.length > pageOf
    response.end(
      `<ListBucketResult><IsTruncated>${more}</IsTruncated>${page.map((key) => `<Contents><Key>${key}</Key></Contents>`).join('')}${
        more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
      }</ListBucketResult>`,
    )
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  s3.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return s3
}

function isSigned({ headers }: IncomingMessage, accessKeyId: string): boolean {
  const signature = headers.authorization ?? ''
  return (
    signature.startsWith(`AWS4-HMAC-SHA256 Credential=${accessKeyId}/`) && /Signature=[0-9a-f]{64}$/.test(signature)
  )
}

function fail(response: ServerResponse, status: number, message: string) {
  response.writeHead(status).end(`<Error><Message>${message}</Message></Error>`)
}
