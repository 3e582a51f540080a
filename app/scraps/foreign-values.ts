import { instantOfIso } from './read-stamp.ts'

/** A JSON object of someone else's program: any of its values may be missing or of another kind. */
export type Foreign = Record<string, unknown>

export function objectOf(value: unknown): Foreign {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Foreign) : {}
}

export function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** The first of these that says something. */
export function firstText(...values: unknown[]): string {
  for (const value of values) {
    const text = textOf(value)
    if (text) return text
  }
  return ''
}

/** An instant in ISO 8601; null for none, and for the year 1 that stands for "never". */
export function instantIn(value: unknown): number | null {
  const at = instantOfIso(textOf(value))
  return at === null || at < 0 ? null : at
}

/** A link that may be followed, or none. */
export function linkOf(...values: unknown[]): { link?: string } {
  for (const value of values) {
    const link = textOf(value)
    if (/^https?:\/\//i.test(link) && link.length <= 2000 && URL.canParse(link)) return { link }
  }
  return {}
}
