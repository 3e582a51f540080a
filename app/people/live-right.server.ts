import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** What a socket may do: one session, one post-mortem, reading or writing. */
export interface LiveRight {
  sessionId: string
  postmortemId: string
  mayWrite: boolean
}

/** So long, in milliseconds, a right may be used to connect. An open socket is not held by it. */
export const rightLasts = 60_000

const Signed = z.object({
  sessionId: z.string(),
  postmortemId: z.string(),
  mayWrite: z.boolean(),
  until: z.number(),
})

/** Signs a right with the installation's secret. It goes into a message of the socket, never into an address or a log. */
export function signLiveRight(secret: string, right: LiveRight, now: number = Date.now()): string {
  const body = Buffer.from(JSON.stringify({ ...right, until: now + rightLasts })).toString('base64url')
  return `${body}.${signatureOf(secret, body)}`
}

/** The right that a token stands for, or null: it is none of ours, or it is over. */
export function readLiveRight(secret: string, token: string, now: number = Date.now()): LiveRight | null {
  const [body = '', signature = ''] = token.split('.')
  const [expected, given] = [Buffer.from(signatureOf(secret, body)), Buffer.from(signature)]
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null
  const { until, ...right } = Signed.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  return now < until ? right : null
}

/** The label keeps signatures of other things that are made with the same secret from passing for a right. */
function signatureOf(secret: string, body: string): string {
  return createHmac('sha256', secret).update(`live-right:${body}`).digest('base64url')
}
