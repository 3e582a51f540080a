import { isLoopback } from '#app/people/is-loopback.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Why a request is refused because of where it comes from, or null. Every mutation and every socket upgrade (`UPGRADE`)
 * has to say that it comes from our own pages: by `Origin`, or by `Sec-Fetch-Site` where a browser leaves `Origin` out.
 * "Our own" is `publicUrl`; without one it is the request's own host, and only on loopback, where nobody else can name it.
 */
export function refusedByOrigin({
  method,
  url,
  headers,
  publicUrl,
}: {
  method: string
  url: string
  headers: Headers
  publicUrl?: string
}): string | null {
  if (safeMethods.has(method.toUpperCase())) return null
  const asked = parsed(url)
  if (!asked) return 'The address of this request could not be read.'
  if (!publicUrl && !isLoopback(asked.hostname)) {
    return `This server does not know yet that people reach it as ${asked.host}. Whoever runs it can set PUBLIC_URL to that address and start it again.`
  }
  const origin = headers.get('Origin')
  if (!origin) return headers.get('Sec-Fetch-Site') === 'same-origin' ? null : unknownOrigin
  const from = parsed(origin)
  if (!from) return unknownOrigin
  if (publicUrl ? from.origin === new URL(publicUrl).origin : from.host === asked.host) return null
  return publicUrl
    ? `This came from ${from.origin}, and this server answers to ${new URL(publicUrl).origin}. Open it there and try again.`
    : `This came from another site (${from.origin}), and only Candor’s own pages may change something here.`
}

const unknownOrigin = 'This did not say which page it came from. Open the page in a browser and try again.'

function parsed(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}
