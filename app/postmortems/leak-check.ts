/** What a passage looks like that may not be meant for every reader. */
export type LeakKind = 'key' | 'token' | 'password' | 'address' | 'host' | 'email' | 'card'

export interface Leak {
  kind: LeakKind
  /** Half-open range in UTF-16 units. */
  from: number
  to: number
  passage: string
}

interface Sign {
  kind: LeakKind
  pattern: RegExp
  /** Which group is the passage; the whole match where there is none. */
  group?: number
  holds?: (passage: string) => boolean
}

// Each pattern is linear: no nested repetition, every repetition bounded or of one class.
const signs: Sign[] = [
  {
    kind: 'key',
    pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[A-Za-z0-9+/=\s]{0,8000}(?:-----END [A-Z ]{0,40}-----)?/g,
  },
  { kind: 'key', pattern: /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g },
  {
    kind: 'token',
    pattern:
      /\b(?:gh[pousr]_|github_pat_|glpat-|xox[abposr]-|sk_live_|rk_live_|pk_live_|npm_|AIza)[A-Za-z0-9_-]{16,255}/g,
  },
  { kind: 'token', pattern: /\beyJ[A-Za-z0-9_-]{8,2000}\.[A-Za-z0-9_-]{8,4000}\.[A-Za-z0-9_-]{8,2000}/g },
  { kind: 'token', pattern: /\b[Bb]earer\s+([A-Za-z0-9._~+/-]{20,2000}=*)/g, group: 1 },
  {
    kind: 'password',
    pattern:
      /(?<![A-Za-z])(?:password|passwd|pwd|secret|api[_-]?key|access[_-]?key|auth[_-]?token|private[_-]?token)["']?\s{0,3}[:=]\s{0,3}["']?([^\s"',;]{6,200})/gi,
    group: 1,
    holds: (passage) => /\d/.test(passage) || /[^A-Za-z.]/.test(passage),
  },
  { kind: 'password', pattern: /\b[a-z][a-z0-9+]{1,20}:\/\/[^\s:/@]{1,100}:([^\s@/]{1,200})@/gi, group: 1 },
  {
    kind: 'email',
    pattern: /\b[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}\b/g,
  },
  { kind: 'address', pattern: /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.]*\d)/g, holds: isPrivateAddress },
  {
    kind: 'host',
    pattern:
      /\b[a-z0-9][a-z0-9-]{0,62}(?:\.[a-z0-9-]{1,63}){0,5}\.(?:internal|corp|intranet|lan|local|localdomain)\b/gi,
  },
  { kind: 'card', pattern: /(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])/g, holds: passesLuhn },
]

/**
 * Passages that look like secrets, private hosts or people outside, in the order of the text, without overlaps. It knows
 * shapes, not meanings: it misses what has no shape, and what it finds may be meant to be there.
 */
export function findLeaks(text: string): Leak[] {
  const found = signs.flatMap(({ kind, pattern, group = 0, holds }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const passage = match[group] ?? ''
      if (!passage || (holds && !holds(passage))) return []
      const from = match.index + (group ? match[0].lastIndexOf(passage) : 0)
      return [{ kind, from, to: from + passage.length, passage }]
    }),
  )
  const inOrder = found.toSorted((one, other) => one.from - other.from || other.to - one.to)
  let end = 0
  return inOrder.filter((leak) => {
    if (leak.from < end) return false
    end = leak.to
    return true
  })
}

/** What stands in its place once a passage was masked. */
export function maskFor(kind: LeakKind): string {
  return `[${leakWords[kind]} removed]`
}

export const leakWords: Record<LeakKind, string> = {
  key: 'key',
  token: 'token',
  password: 'password',
  address: 'private address',
  host: 'private host',
  email: 'e-mail address',
  card: 'card number',
}

/** RFC 1918, 6598 and 3927: addresses that mean something inside a network only. Loopback gives nothing away. */
function isPrivateAddress(passage: string): boolean {
  const [a = 0, b = 0, ...rest] = passage.split('.').map(Number)
  if ([a, b, ...rest].some((part) => part > 255)) return false
  if (a === 10) return true
  if (a === 172) return b >= 16 && b <= 31
  if (a === 192) return b === 168
  if (a === 100) return b >= 64 && b <= 127
  return a === 169 && b === 254
}

/** ISO/IEC 7812: the check digit of payment cards. */
function passesLuhn(passage: string): boolean {
  const digits = passage.replaceAll(/\D/g, '')
  if (digits.length < 13 || !/^[3-6]/.test(digits) || /^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (const [place, digit] of [...digits].toReversed().entries()) {
    const doubled = place % 2 === 1 ? Number(digit) * 2 : Number(digit)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
