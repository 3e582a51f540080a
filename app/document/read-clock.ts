/** A time of day on a wall clock. */
export interface Clock {
  hour: number
  minute: number
  second: number
}
export interface ReadClock {
  clock: Clock
  /** Whether *am* or *pm* was said; null where it was not. */
  half: 'a' | 'p' | null
  /** What follows the clock. */
  rest: string
}

const WORD = /^(noon|midday|midnight)(?![\p{L}\d])/iu
/** `14:03`, `14:03:10.250`, `14h03`. */
const DIVIDED = /^(\d{1,2})(?::|h(?=\d))(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?(?![\d:])/i
/** `14.03`, `14.03.10`, and no address such as `10.20.30.40`. */
const DOTTED = /^(\d{1,2})\.(\d{2})(?:\.(\d{2}))?(?![\d:]|\.\d)/
const HALF = /^\s*([ap])\.?m(?![\p{L}\d])\.?/iu
/** `14:03 h`, `14.03 Uhr`. */
const SAID = /^\s*(?:h|hrs|hours|uhr)(?![\p{L}\d])\.?/iu

/**
 * The time of day that a text begins with: `14:03`, `14:03:10`, `14.03`, `14h03`, `2:03 pm`, `2 pm`, `noon`. `no-such-time` for
 * one that no clock shows (`25:99`), null where there is none: a bare number is a count.
 */
export function readClock(text: string): ReadClock | 'no-such-time' | null {
  const word = WORD.exec(text)
  if (word) {
    const hour = /night/i.test(word[0]) ? 0 : 12
    return { clock: { hour, minute: 0, second: 0 }, half: null, rest: text.slice(word[0].length) }
  }
  const divided = DIVIDED.exec(text) ?? DOTTED.exec(text)
  const match = divided ?? /^(\d{1,2})(?=\s*[ap]\.?m(?![\p{L}\d]))/iu.exec(text)
  if (!match) return null
  const after = text.slice(match[0].length)
  const said = HALF.exec(after)
  const half = said ? (said[1]!.toLowerCase() as 'a' | 'p') : null
  const clock = { hour: Number(match[1]), minute: Number(match[2] ?? 0), second: Number(match[3] ?? 0) }
  if (half && (clock.hour < 1 || clock.hour > 12)) return 'no-such-time'
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return 'no-such-time'
  const rest = after.slice((said ?? SAID.exec(after))?.[0].length ?? 0)
  return { clock: half ? inHalf(clock, half) : clock, half, rest }
}

/** The same clock in the morning or the afternoon: 12 is the first hour of either. */
function inHalf(clock: Clock, half: 'a' | 'p'): Clock {
  return { ...clock, hour: (clock.hour % 12) + (half === 'p' ? 12 : 0) }
}
