import { isZone } from './zoned-time.ts'

/**
 * Time zones as people type them. A letter pair such as PST names a place's time, in winter and in summer: authors
 * write "PST" in July and mean the clock on their wall, so the abbreviation stands for the place.
 */
const abbreviations: Record<string, string> = {
  UTC: 'UTC',
  GMT: 'UTC',
  Z: 'UTC',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  PT: 'America/Los_Angeles',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  MT: 'America/Denver',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  CT: 'America/Chicago',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  ET: 'America/New_York',
  AKST: 'America/Anchorage',
  HST: 'Pacific/Honolulu',
  BRT: 'America/Sao_Paulo',
  ART: 'America/Argentina/Buenos_Aires',
  BST: 'Europe/London',
  WET: 'Europe/Lisbon',
  WEST: 'Europe/Lisbon',
  CET: 'Europe/Paris',
  CEST: 'Europe/Paris',
  MEZ: 'Europe/Berlin',
  MESZ: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EEST: 'Europe/Helsinki',
  MSK: 'Europe/Moscow',
  TRT: 'Europe/Istanbul',
  WAT: 'Africa/Lagos',
  CAT: 'Africa/Maputo',
  EAT: 'Africa/Nairobi',
  SAST: 'Africa/Johannesburg',
  IDT: 'Asia/Jerusalem',
  GST: 'Asia/Dubai',
  PKT: 'Asia/Karachi',
  IST: 'Asia/Kolkata',
  ICT: 'Asia/Bangkok',
  WIB: 'Asia/Jakarta',
  SGT: 'Asia/Singapore',
  HKT: 'Asia/Hong_Kong',
  PHT: 'Asia/Manila',
  JST: 'Asia/Tokyo',
  KST: 'Asia/Seoul',
  AWST: 'Australia/Perth',
  ACST: 'Australia/Adelaide',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
  AET: 'Australia/Sydney',
  NZST: 'Pacific/Auckland',
  NZDT: 'Pacific/Auckland',
}

const spelledOut: [RegExp, string][] = [
  [/\s*\(?pacific(?: (?:standard|daylight))? time\)?/iy, 'America/Los_Angeles'],
  [/\s*\(?mountain(?: (?:standard|daylight))? time\)?/iy, 'America/Denver'],
  [/\s*\(?central european(?: (?:standard|summer))? time\)?/iy, 'Europe/Paris'],
  [/\s*\(?central(?: (?:standard|daylight))? time\)?/iy, 'America/Chicago'],
  [/\s*\(?eastern(?: (?:standard|daylight))? time\)?/iy, 'America/New_York'],
  [/\s*\(?(?:british summer|london) time\)?/iy, 'Europe/London'],
  [/\s*\(?east africa(?:n)? time\)?/iy, 'Africa/Nairobi'],
  [/\s*\(?west africa(?:n)? time\)?/iy, 'Africa/Lagos'],
]

const offset = /\s*\(?(?:(?:UTC|GMT)\s?)?([+\-−])(\d{1,2})(?::?([0-5]\d))?\)?(?![\p{L}\d:.])/iuy
const prefixedOffset = /\s*\(?(?:UTC|GMT)\s?([+\-−])\s?(\d{1,2})(?::?([0-5]\d))?\)?(?![\p{L}\d:])/iuy
const universal = /\s*\(?(?:utc|gmt|zulu)(?![\p{L}\d])\)?/iuy
const abbreviated = /\s*[([]?([A-Z]{1,4})(?![\p{L}\d])[)\]]?/uy
const region = /\s*\(?((?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[A-Za-z_/]+)\)?/y
const cityName = /\s*\(?(\p{Lu}[\p{L}]+(?: \p{Lu}[\p{L}]+)?)(?: time)?\)?(?=\s*(?:$|[:\-–—|,\])]))/uy

let zonesByCity: Map<string, string> | undefined
function zoneOfCity(city: string): string | undefined {
  zonesByCity ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [zone.split('/').at(-1)?.replaceAll('_', ' ') ?? zone, zone]),
  )
  return zonesByCity.get(city)
}

export interface ReadZone {
  /** An IANA zone, or a fixed offset such as `+05:30`. */
  zone: string
  /** Characters read, from the place that was asked about. */
  length: number
}

/** The time zone that stands at `from`, after a clock time: `UTC`, `(PST)`, `UTC+1`, `+0200`, `Europe/Oslo`, `Denver`. */
export function readZone(text: string, from: number): ReadZone | null {
  const signed =
    at(prefixedOffset, text, from) ??
    (/[+−]|\s-\d{4}(?!\d)/.test(text.slice(from, from + 7)) ? at(offset, text, from) : null)
  if (signed && isOffset(signed)) {
    const zone = `${signed[1] === '+' ? '+' : '-'}${String(Number(signed[2])).padStart(2, '0')}:${signed[3] ?? '00'}`
    return { zone: zone.endsWith('00:00') ? 'UTC' : zone, length: signed[0].length }
  }
  const plain = at(universal, text, from)
  if (plain) return { zone: 'UTC', length: plain[0].length }
  const short = at(abbreviated, text, from)
  if (short?.[1] && Object.hasOwn(abbreviations, short[1]) && (short[1] !== 'Z' || short[0] === 'Z')) {
    return { zone: abbreviations[short[1]] as string, length: short[0].length }
  }
  const named = at(region, text, from)
  if (named?.[1] && isZone(named[1])) return { zone: named[1], length: named[0].length }
  for (const [pattern, zone] of spelledOut) {
    const found = at(pattern, text, from)
    if (found) return { zone, length: found[0].length }
  }
  const city = at(cityName, text, from)
  const zone = city?.[1] ? zoneOfCity(city[1]) : undefined
  return city && zone ? { zone, length: city[0].length } : null
}

/** From UTC−12 to UTC+14, in quarters of an hour: in `14:05 UTC-14:12` the second time is the end of a range. */
function isOffset([, sign, hours, minutes = '00']: RegExpExecArray): boolean {
  return Number(hours) <= (sign === '+' ? 14 : 12) && Number(minutes) % 15 === 0
}

/**
 * The zone a heading, a table head or a sentence names for all times below it: "Timeline (UTC)", "All times in BST",
 * "Date and time in CET". A longer text counts only where it speaks about times.
 */
export function statedZone(text: string): string | null {
  if (text.length > 300) return null
  if (text.length > 60 && !/\btime(?:s|zone|stamps?)?\b/i.test(text)) return null
  const about = /\b(?:times?|timezone|timestamps?|time zone|timeline|tz|when|hours?)\b|^\W*\w{3,4}\W*$/i
  if (!about.test(text)) return null
  for (const { index } of text.matchAll(/(?<=^|[\s([:,/*_])(?=[\p{L}+])/gu)) {
    const found = readZone(text, index)
    if (found && /[A-Z+]/.test(text[index] ?? '') && text.slice(index, index + found.length).trim().length > 1)
      return found.zone
    if (found && /^(?:utc|gmt)/i.test(text.slice(index))) return found.zone
  }
  return null
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from
  return pattern.exec(text)
}
