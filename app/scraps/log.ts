import { collectMessages } from './collect-messages.ts'
import { keepDays } from './day-keeper.ts'
import { jsonLine, logLine } from './log-line.ts'
import { notThis, type ScrapReader } from './reading.ts'
import { isBlank, linesOf, sampleOf } from './text-lines.ts'

const LEVEL = /\b(?:TRACE|DEBUG|INFO|NOTICE|WARN(?:ING)?|ERROR|ERR|CRIT(?:ICAL)?|FATAL|SEVERE|EMERG)\b/

/**
 * What a shell or a program wrote: ISO 8601, syslog in both forms, JSON lines, nginx, and the history of a shell with its times. A line
 * without a time belongs to the one above it, as those of a stack trace do.
 */
export const log: ScrapReader = {
  format: 'log',

  recognise(head) {
    const lines = sampleOf(head)
    const kinds = lines.map(({ text }) => (jsonLine(text) ? 'json' : (logLine(text)?.kind ?? null)))
    const timed = kinds.filter(Boolean).length
    if (timed < 2 && !(timed === 1 && lines.length <= 2 && kinds[0] !== 'iso')) return notThis
    // ISO times alone are what people write, too: a level, or one form in nearly every line, makes them a log.
    const plain = kinds.filter((kind) => kind === 'iso' || kind === 'clock').length
    const levels = lines.filter(({ text }) => LEVEL.test(text.slice(0, 200))).length
    const isSure = plain < timed || levels >= timed * 0.2
    return {
      confidence: Math.min(0.95, (isSure ? 0.66 : 0.5) + (timed / lines.length) * 0.3),
      why: 'a program’s time at the start of each line',
    }
  },

  read(text, context) {
    const messages = collectMessages()
    const days = keepDays(context)
    let stamp: { at: number; typed: string } | null = null
    for (const line of linesOf(text)) {
      if (isBlank(line)) continue
      const time = /^#(\d{9,11})$/.exec(line.text)
      if (time) {
        // The history of a shell has the time in a line above the command.
        stamp = { at: Number(time[1]) * 1000, typed: line.text }
        messages.pass(line, 'head')
        continue
      }
      if (stamp) {
        messages.begin({
          moment: days.placeAt(stamp.at, stamp.typed),
          speaker: '',
          text: line.text,
          place: line,
          type: 'done',
        })
        stamp = null
        continue
      }
      const read = jsonLine(line.text) ?? logLine(line.text)
      const moment = read?.stamp(days, context)
      if (read && moment) {
        messages.begin({
          moment,
          speaker: '',
          text: read.text,
          place: line,
          type: read.kind === 'history' ? 'done' : 'seen',
        })
      } else messages.add(line)
    }
    return { format: 'log', ...messages.finish(), notes: [] }
  },
}
