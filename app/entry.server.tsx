import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable } from '@react-router/node'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, ServerRouter } from 'react-router'
import { contentSecurityPolicy } from '#app/server/security-headers.ts'
import { describeError } from '#db/describe-error.ts'

export const streamTimeout = 5_000

/** Renders a page as a stream, with a nonce for its own scripts and no others. */
export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext) {
  // The development server adds scripts of its own without a nonce, so there is no policy that names one.
  const nonce = import.meta.env.PROD ? randomBytes(16).toString('base64') : undefined
  headers.set('Content-Type', 'text/html; charset=utf-8')
  if (nonce) headers.set('Content-Security-Policy', contentSecurityPolicy(nonce))
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, no-store')
  if (request.method === 'HEAD') return new Response(null, { status, headers })

  const isBot = isbot(request.headers.get('user-agent') ?? '')
  let statusCode = status
  return new Promise<Response>((resolve, reject) => {
    const respond = () => {
      const body = new PassThrough()
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: statusCode }))
      pipe(body)
    }
    const { pipe, abort } = renderToPipeableStream(<ServerRouter context={context} url={request.url} nonce={nonce} />, {
      nonce,
      [isBot ? 'onAllReady' : 'onShellReady']: respond,
      onShellError: reject,
      onError(error) {
        statusCode = 500
        if (!request.signal.aborted) console.error(describeError(error))
      },
    })
    setTimeout(abort, streamTimeout + 1000).unref()
  })
}

/** Errors of loaders and actions, for the log; the page says that something went wrong, and no more. */
export const handleError: HandleErrorFunction = (error, { request }) => {
  if (!request.signal.aborted) console.error(describeError(error))
}
