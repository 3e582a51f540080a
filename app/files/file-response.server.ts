import { isSafeImage } from '#app/document/safe-image.ts'
import { contentDisposition } from './content-disposition.ts'
import type { KeptFiles } from './file-storage.ts'
import type { FoundFile } from './find-file.server.ts'

/**
 * A file as it is sent: to be saved, except for raster images, which a page may show. The browser keeps it for this person
 * and asks each time whether it may still be shown. Null when its bytes are not in the storage.
 */
export async function fileResponse(
  storage: KeptFiles,
  file: FoundFile,
  request: Request,
  { download = false }: { download?: boolean } = {},
): Promise<Response | null> {
  const isShown = isSafeImage(file.mediaType) && !download
  const headers = new Headers({
    'Content-Type': isSafeImage(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'Content-Disposition': contentDisposition(isShown ? 'inline' : 'attachment', file.name),
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, no-cache',
    ETag: `"${file.sha256}"`,
  })
  if (request.headers.get('If-None-Match') === `"${file.sha256}"`) return new Response(null, { status: 304, headers })
  headers.set('Content-Length', String(file.bytes))
  if (request.method === 'HEAD') return new Response(null, { headers })
  const stored = await storage.get(file.storedAs)
  return stored && new Response(stored.stream(), { headers })
}
