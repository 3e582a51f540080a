import { createS3FileStorage, type S3FileStorageOptions } from '@remix-run/file-storage-s3'
import type { KeptFiles } from './file-storage.ts'
import { StreamedFile } from './streamed-file.ts'

/** How long an answer without a file may take, in milliseconds. */
const patience = 5000

/**
 * Files in a bucket of an S3-compatible storage. The library signs, and would read a whole file into memory on either way:
 * here it is handed an empty one, and the bytes go past it.
 */
export function s3Storage(options: S3FileStorageOptions): KeptFiles {
  const signing = (ask: typeof fetch) => createS3FileStorage({ ...options, fetch: ask })
  const { list, remove } = signing((request) => fetch(request, { signal: AbortSignal.timeout(patience) }))
  return {
    list,
    remove,
    async get(key) {
      let answer: Response | null = null
      const found = await signing(async (request) => {
        answer = await fetch(request)
        return answer.ok ? new Response(null, answer) : answer
      }).get(key)
      const { body, headers } = (answer ?? {}) as Partial<Response>
      if (!found || !body) return null
      return new StreamedFile(body as never, { name: key, size: Number(headers?.get('Content-Length')) })
    },
    async set(key, file) {
      await signing((request) => {
        const { method, url, headers } = request as Request
        headers.set('Content-Length', String(file.size))
        return fetch(url, { method, headers, body: file.stream(), duplex: 'half' } as RequestInit)
      }).set(key, new File([], key, { type: 'application/octet-stream' }))
    },
  }
}
