import { type SQL, sql } from 'drizzle-orm'
import { searchText } from './search-text.ts'

/**
 * A question in words as a `tsquery`: any of the words may match, because all of them together find nothing for most
 * questions that people type; "quoted words" have to stand together, and the last word may be the beginning of one.
 * Null when there is no word in it.
 */
export function wordQuery(words: string): SQL | null {
  const text = searchText(words)
  const phrases = [...text.matchAll(/"([^"]+)"/g)].map((match) => match[1]!)
  const loose = text.replace(/"[^"]*"?/g, ' ').match(/[\p{L}\p{N}]+/gu) ?? []
  const parts = loose.slice(0, 30).map((word) => sql`plainto_tsquery('english', ${word})`)
  const last = loose.at(-1)
  if (last && last.length > 2) parts.push(sql`to_tsquery('english', ${`${last}:*`})`)
  const anyWord = parts.length > 0 ? sql`(${sql.join(parts, sql` || `)})` : null
  const all = phrases.slice(0, 5).map((phrase) => sql`phraseto_tsquery('english', ${phrase})`)
  if (all.length === 0) return anyWord
  const together = sql`(${sql.join(all, sql` && `)})`
  return anyWord ? sql`(${together} && ${anyWord})` : together
}

/** All the loose words at once: what has every word comes before what has one of them. */
export function everyWordQuery(words: string): SQL {
  return sql`plainto_tsquery('english', ${searchText(words).replace(/"/g, ' ')})`
}
