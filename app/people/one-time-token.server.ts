import { createHash, randomBytes } from 'node:crypto'

/** A token for a link: 256 random bits, safe in an address. Only its hash is stored. */
export function oneTimeToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashOfToken(token) }
}

/** SHA-256 of a token, hexadecimal: enough for what is random, and a read database opens no door. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
