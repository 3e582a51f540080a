import type { Moment } from '#app/document/moment.ts'

/**
 * Writes the moments of one day as they were typed: `clock('2025-02-11', '+01:00', 'Europe/Oslo').exact('10:03')`.
 * The offset is given, not looked up, so that the repeated hour of a clock-change night can be told apart.
 */
export function clock(day: string, offset: string, zone: string) {
  const instant = (time: string) => new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${offset}`).toISOString()
  const moment = (precision: Moment['precision'], typed: string, from: string, to: string | null = null): Moment => ({
    at: instant(from),
    until: to && instant(to),
    zone,
    precision,
    typed,
  })
  return {
    exact: (time: string, typed = time) => moment('exact', typed, time),
    about: (time: string) => moment('about', `about ${time}`, time),
    between: (from: string, to: string) => moment('between', `${from}–${to}`, from, to),
  }
}

/** A moment of which not even the day is known. */
export function unknownTime(typed: string): Moment {
  return { at: null, until: null, zone: null, precision: 'unknown', typed }
}

/** A condition older than the incident: `month('2024-11', 'November 2024')`. */
export function month(yearAndMonth: string, typed: string): Moment {
  return early('month', yearAndMonth, typed)
}

/** A condition older than the incident, known by its season; `yearAndMonth` is the season's first month. */
export function season(yearAndMonth: string, typed: string): Moment {
  return early('season', yearAndMonth, typed)
}

function early(precision: 'month' | 'season', yearAndMonth: string, typed: string): Moment {
  return { at: `${yearAndMonth}-01T00:00:00.000Z`, until: null, zone: null, precision, typed }
}
