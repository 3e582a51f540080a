/** A time with how well it is known; the shape of a stored moment. Instants are ISO 8601, `zone` is an IANA name. */
export interface ShownMoment {
  at: string | null
  until?: string | null
  zone?: string | null
  precision?: 'exact' | 'about' | 'between' | 'unknown' | 'month' | 'season'
  /** The text as typed; shown where the instant is not known. */
  typed?: string
}

/** `full`: 12 Nov 2026, 14:03 UTC. `date`: 12 Nov 2026. `time`: 14:03:10. */
export type MomentStyle = 'full' | 'date' | 'time'

// Our own names: browsers and Node differ in theirs ("Sep", "Sept"), and a page must read the same from both.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/**
 * Writes a moment in words, in the zone given (that of the document), with how well it is known: `about 14:06`,
 * `between 14:12 and 14:41`, `Mar 2026`. A zone that is not known is read as UTC; no instant gives what was typed, or `time unknown`.
 */
export function formatMoment(moment: ShownMoment, style: MomentStyle = 'full'): string {
  const { at, until, precision = 'exact' } = moment
  const from = at ? readParts(at, moment.zone) : null
  if (!from) return moment.typed?.trim() || (style === 'date' ? 'date unknown' : 'time unknown')
  if (precision === 'month') return `${from.month} ${from.year}`
  // A season has other months elsewhere on earth: what was typed says it best.
  if (precision === 'season') return moment.typed?.trim() || `around ${from.month} ${from.year}`
  if (precision === 'unknown') return style === 'time' ? 'time unknown' : `${from.date}, time unknown`

  const end = precision === 'between' && until ? readParts(until, moment.zone) : null
  if (style === 'date') return end && end.date !== from.date ? `between ${from.date} and ${end.date}` : from.date
  const zone = style === 'full' ? ` ${from.zone}` : ''
  const start = style === 'full' ? `${from.date}, ${from.time}` : from.time
  if (end) return `between ${start} and ${end.date === from.date ? end.time : `${end.date}, ${end.time}`}${zone}`
  return `${precision === 'exact' ? '' : 'about '}${start}${zone}`
}

interface Parts {
  year: string
  month: string
  date: string
  time: string
  zone: string
}

const read = new Map<string, Parts | null>()

/** Reading a clock is slow, and a page asks for the same times again and again. */
function readParts(at: string, zone: string | null | undefined): Parts | null {
  const key = `${at} ${zone}`
  let parts = read.get(key)
  if (parts === undefined) {
    if (read.size > 5000) read.clear()
    parts = readClock(at, zone)
    read.set(key, parts)
  }
  return parts
}

function readClock(at: string, zone: string | null | undefined): Parts | null {
  const instant = new Date(at)
  if (Number.isNaN(instant.getTime())) return null
  const found: Record<string, string> = {}
  for (const part of clockIn(zone || 'UTC').formatToParts(instant)) found[part.type] = part.value
  const { year = '', month, day, hour, minute, second, timeZoneName = '' } = found
  const monthName = months[Number(month) - 1] ?? ''
  return {
    year,
    month: monthName,
    date: `${Number(day)} ${monthName} ${year}`,
    time: `${hour}:${minute}${second === '00' ? '' : `:${second}`}`,
    zone: zoneWord(timeZoneName),
  }
}

/** `GMT+05:30` as `UTC+5:30`: an offset is the same everywhere, a short zone name is not. */
function zoneWord(longOffset: string) {
  const [, sign, hours, minutes] = /([+-])(\d+):(\d+)/.exec(longOffset) ?? []
  if (!sign || (Number(hours) === 0 && minutes === '00')) return 'UTC'
  return `UTC${sign}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockIn(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone)
  if (known) return known
  try {
    const clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
      timeZoneName: 'longOffset',
    })
    clocks.set(zone, clock)
    return clock
  } catch {
    return clockIn('UTC')
  }
}
