import type { Moment } from '#app/document/moment.ts'
import type { DayKeeper } from './day-keeper.ts'
import { firstText, objectOf, textOf } from './foreign-values.ts'
import { readClock } from './read-clock.ts'
import { monthOf, withYear } from './read-day.ts'
import { readStamp } from './read-stamp.ts'
import type { ReadContext } from './reading.ts'

export interface LogLine {
  kind: 'iso' | 'clock' | 'syslog' | 'access' | 'history' | 'json'
  text: string
  /** The moment, or null when its time is none that exists. */
  stamp(days: DayKeeper, context: ReadContext): Moment | null
}

const ISO_STAMP = '\\d{4}[-/]\\d{2}[-/]\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(?:[.,]\\d{1,9})?\\s?(?:Z|UTC|[+-]\\d{2}:?\\d{2})?'
const ISO = new RegExp(`^[\\s[(]{0,8}(${ISO_STAMP})[\\])]?(?=\\s|$|[:,|\\]])[\\s:,|-]*(.*)$`)
const RFC_5424 = new RegExp(`^<\\d{1,3}>\\d?\\s*(${ISO_STAMP})\\s+(.*)$`)
const SYSLOG = /^(?:<\d{1,3}>)?([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?\s+(.*)$/
const ACCESS =
  /^(\S{1,80} \S{1,80} \S{1,80}) \[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{4})\] (.*)$/
const HISTORY = new RegExp(
  `^\\s{0,8}\\d{1,7}\\*?\\s+(${ISO_STAMP}|\\d{2}/\\d{2}/\\d{2,4} \\d{2}:\\d{2}:\\d{2})\\s+(.*)$`,
)
const ZSH = /^: (\d{9,11}):\d{1,9};(.*)$/
const CLOCK =
  /^\[?(\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?)\]?\s+(\[?(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|CRIT(?:ICAL)?|FATAL)\b.*|\[[\w.-]{1,60}\].*)$/

/** A line of a program's log, or null when it has none of the times that programs write. */
export function logLine(line: string): LogLine | null {
  // What stands behind the first few hundred characters has no time; the patterns need not walk it.
  const start = line.slice(0, 300)
  const rest = line.slice(300)
  const history = HISTORY.exec(start)
  if (history) return timed('history', history[1]!, history[2]! + rest)
  const iso = ISO.exec(start) ?? RFC_5424.exec(start)
  if (iso) return timed('iso', iso[1]!, iso[2]! + rest)
  const zsh = ZSH.exec(start)
  if (zsh) return timed('history', zsh[1]!, zsh[2]! + rest)
  const access = ACCESS.exec(start)
  if (access) {
    const [, client, date, month, year, clock, offset, request] = access
    const stamp = `${year}-${String(monthOf(month!)).padStart(2, '0')}-${date}T${clock}${offset}`
    return timed(
      'access',
      stamp,
      `${request}${rest} from ${client!.replace(/(?: -)+$/, '')}`,
      `${date}/${month}/${year}:${clock} ${offset}`,
    )
  }
  const syslog = SYSLOG.exec(start)
  if (syslog && monthOf(syslog[1]!) > 0) {
    const [, month, date, clock, words] = syslog
    return {
      kind: 'syslog',
      text: words! + rest,
      stamp(days, context) {
        const day = withYear(null, monthOf(month!), Number(date), context)
        const time = readClock(clock!)
        return day && time ? days.placeOn(day, time, `${month} ${date} ${clock}`) : null
      },
    }
  }
  const clock = CLOCK.exec(start)
  return clock ? timed('clock', clock[1]!, clock[2]! + rest) : null
}

const times = ['time', 'timestamp', '@timestamp', 'ts', 't', 'date', 'datetime', 'asctime']

/** A line that is a JSON object with a time. */
export function jsonLine(line: string): LogLine | null {
  if (!/^\s*\{.*\}\s*,?\s*$/.test(line)) return null
  let value: unknown
  try {
    value = JSON.parse(line.trim().replace(/,$/, ''))
  } catch {
    return null
  }
  const record = objectOf(value)
  const typed = firstText(...times.map((name) => record[name]))
  if (!typed) return null
  const words = firstText(record.msg, record.message, record.event, record.log, record.text, record.body)
  const level = firstText(record.level, record.severity, record.lvl, record.levelname)
  const error = firstText(record.err, record.error, objectOf(record.err).message, objectOf(record.error).message)
  const where = firstText(record.service, record.logger, record.component, record.app)
  const says = [words, error && error !== words ? error : ''].filter(Boolean).join(': ')
  const text = [
    where && `${where}:`,
    level && !/^\d+$/.test(level) ? level.toUpperCase() : '',
    says || textOf(line.trim()),
  ]
  return timed('json', typed, text.filter(Boolean).join(' '))
}

function timed(kind: LogLine['kind'], stamp: string, text: string, typed = stamp): LogLine {
  return {
    kind,
    text: text.trim(),
    stamp(days, context) {
      const moment = readStamp(stamp, days, context, true)
      return moment && { ...moment, typed: moment.at ? typed.slice(0, 80) : moment.typed }
    },
  }
}
