const PART = /(\d{1,5})\s*(h(?:ours?)?|m(?:in(?:utes?)?)?|s(?:ec(?:onds?)?)?)/gi
const SHIFT =
  /^([+-])?\s*(?:(\d{1,3}):(\d{2})|((?:\d{1,5}\s*(?:h(?:ours?)?|m(?:in(?:utes?)?)?|s(?:ec(?:onds?)?)?)\s*)+))$/i
const MILLISECONDS: Record<string, number> = { h: 3_600_000, m: 60_000, s: 1000 }

/** How far a clock is set right, in milliseconds: `+1 h`, `-90 s`, `1h 30m`, `+1:00`; nothing is 0, null is no such amount. */
export function parseShift(typed: string): number | null {
  const text = typed.trim().replace('−', '-')
  if (text === '') return 0
  const [, sign, hours, minutes, parts = ''] = SHIFT.exec(text) ?? []
  if (hours === undefined && !parts) return null
  let shift = Number(hours ?? 0) * 3_600_000 + Number(minutes ?? 0) * 60_000
  for (const [, amount, unit] of parts.matchAll(PART)) shift += Number(amount) * MILLISECONDS[unit![0]!.toLowerCase()]!
  return sign === '-' ? -shift : shift
}

/** `+1 h 30 min`. */
export function shiftWords(shift: number): string {
  const seconds = Math.round(Math.abs(shift) / 1000)
  const parts = [
    [Math.floor(seconds / 3600), 'h'],
    [Math.floor((seconds % 3600) / 60), 'min'],
    [seconds % 60, 's'],
  ].flatMap(([amount, unit]) => (amount ? [`${amount} ${unit}`] : []))
  return parts.length > 0 ? `${shift < 0 ? '-' : '+'}${parts.join(' ')}` : ''
}
