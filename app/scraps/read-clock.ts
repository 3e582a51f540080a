export interface Clock {
  hour: number
  minute: number
  second: number
}

const CLOCK = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d{1,9})?)?[\s\u00a0\u202f]*(?:([ap])\.?m\.?)?$/i

/** A time of day such as `14:03`, `14:03:10.5` or `2:03 PM`; null when it is none, or none that exists. */
export function readClock(text: string): (Clock & { half: 'am' | 'pm' | null }) | null {
  const [whole, hours, minutes, seconds = '0', half] = CLOCK.exec(text.trim()) ?? []
  if (whole === undefined) return null
  const clock = { hour: Number(hours), minute: Number(minutes), second: Number(seconds) }
  if (half) {
    if (clock.hour < 1 || clock.hour > 12) return null
    clock.hour = (clock.hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (clock.hour > 23 || clock.minute > 59 || clock.second > 59) return null
  return { ...clock, half: half ? (half.toLowerCase() === 'p' ? 'pm' : 'am') : null }
}

export function secondsOf({ hour, minute, second }: Clock): number {
  return (hour * 60 + minute) * 60 + second
}
