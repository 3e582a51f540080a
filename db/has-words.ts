import { type SQL, sql } from 'drizzle-orm'

/** More words narrow nothing down any more. */
const mostWords = 12

/** SQL: every word that was typed stands somewhere in the text, in capitals or not. True for none. */
export function hasWords(text: SQL, typed: string): SQL {
  const words = typed.split(/\s+/).filter(Boolean).slice(0, mostWords)
  const stands = words.map((word) => sql`${text} ilike ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`)
  return sql`(${sql.join([sql`true`, ...stands], sql` and `)})`
}
