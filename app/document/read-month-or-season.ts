import type { Moment } from './moment.ts'
import { monthNumber } from './read-day.ts'
import { dayAt, instantOf } from './zoned-time.ts'

const NAMED = /^(?:(?:in|since|from|last|this|early|mid|late)[\s-]+){0,2}([a-z]{3,9})\.?(?:,?\s+(?:of\s+)?(\d{4}))?$/i
/** A season is kept as typed; the instant only gives it a place, by the northern calendar. */
const seasons: Record<string, number> = { spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }

/**
 * `March 2026`, `early May`, `spring`: the precision of conditions that are older than an incident. Without a year it is the last
 * one that had begun at `near`, in milliseconds.
 */
export function readMonthOrSeason(text: string, zone: string, near: number): Pick<Moment, 'at' | 'precision'> | null {
  const [, word = '', year] = NAMED.exec(text) ?? []
  const season = seasons[word.toLowerCase()]
  const month = season ?? monthNumber(word)
  if (!month || (year && Number(year) < 1970)) return null
  const begins = (inYear: number) => instantOf({ year: inYear, month, day: 1, hour: 0, minute: 0, second: 0 }, zone)
  const nearYear = Number(dayAt(near, zone).slice(0, 4))
  const at = begins(year ? Number(year) : begins(nearYear) <= near ? nearYear : nearYear - 1)
  return { at: new Date(at).toISOString(), precision: season ? 'season' : 'month' }
}
