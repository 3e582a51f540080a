import { collectMessages } from './collect-messages.ts'
import { keepDays } from './day-keeper.ts'
import { readDay } from './read-day.ts'
import { readStamp } from './read-stamp.ts'
import { notThis, type ScrapReader } from './reading.ts'
import { isBlank, linesOf } from './text-lines.ts'

const STAMP =
  /^\s*(?:[-*•]\s+)?\[?((?:\d{4}-\d{2}-\d{2}[T ])?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?(?:Z|\s?[+-]\d{2}:?\d{2})?)\]?(?:\s*[-–—:|]\s*|\s+)(\S.*)$/i

/** Any text in lines, each of them a candidate, with the time that it begins with: how a long half-thought is taken apart. */
export const lines: ScrapReader = {
  format: 'lines',

  recognise: () => notThis,

  read(text, context) {
    const messages = collectMessages()
    const days = keepDays(context)
    for (const line of linesOf(text)) {
      if (isBlank(line)) continue
      const day = line.text.length < 60 && /^[A-Z\d]/.test(line.text) ? readDay(line.text, context) : null
      if (day) {
        days.openDay(day)
        messages.pass(line, 'day')
        continue
      }
      const [, stamp = '', rest = ''] = STAMP.exec(line.text.slice(0, 400)) ?? []
      const moment = stamp ? readStamp(stamp, days, context, true) : null
      const words = moment ? rest + line.text.slice(400) : line.text.replace(/^\s*[-*•]\s+/, '')
      messages.begin({ moment: moment ?? none, speaker: '', text: words, place: line })
    }
    return { format: 'lines', ...messages.finish(), notes: [] }
  },
}

const none = { at: null, until: null, zone: null, precision: 'unknown' as const, typed: '' }
