import { collectMessages } from './collect-messages.ts'
import { keepDays } from './day-keeper.ts'
import { firstDay } from './first-day.ts'
import { isDayFirst, readDay } from './read-day.ts'
import { readStamp } from './read-stamp.ts'
import { notThis, type ScrapReader } from './reading.ts'
import { isBlank, linesOf, sampleOf } from './text-lines.ts'

const DAY = '(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./]\\d{1,2}[./]\\d{2,4})'
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?(?:[\\s\\u202f]?[AP]\\.?M\\.?)?'
/** `[14:02]`, `[12/11/26, 14:02:11]`, `2026-11-12 14:02`, `12/11/2026, 14:02 -`; what stands before it may say that it is a reply. */
const STAMP = new RegExp(
  `^(\\s*)(?:(↳|└─*|>)\\s*)?(?:\\[\\s*((?:${DAY}[,T ]\\s*)?${TIME})\\s*\\]|\\(((?:${DAY}[,T ]\\s*)?${TIME})\\)|((?:${DAY}[,T ]\\s*)?${TIME})(?:\\s+[-–])?)\\s+(.*)$`,
  'i',
)
/** `<ana>`, `Ana Reyes:`, `@ana>`, `* ana restarts`. */
const SPEAKER = /^(?:<[@+%~& ]?([^<>]{1,60})>|@?([\p{L}\d][^:<>[\]]{0,59}?)(?::|>)(?=\s|$))\s*(.*)$/u
const ACTION = /^(?:\*|-!-|\*\*\*)\s+(\S{1,60})\s+(.*)$/
const NUMBERED_DAY = /^\d{1,2}[./]\d{1,2}[./]\d{2,4}/

/** A chat in lines of its own: `[14:02] name: text`, as IRC, Matrix, WhatsApp, Signal and people with a text editor write it. */
export const plainChat: ScrapReader = {
  format: 'plain-chat',

  recognise(head) {
    const lines = sampleOf(head)
    const speakers = new Map<string, number>()
    let said = 0
    let bracketed = 0
    for (const { text } of lines) {
      const [, , , square, round, , rest = ''] = STAMP.exec(text.slice(0, 300)) ?? []
      const [, nick, name] = (rest && SPEAKER.exec(rest)) || []
      const speaker = nick ?? name
      if (!speaker || speaker.split(/\s+/).length > 4) continue
      said++
      if (square || round || nick) bracketed++
      speakers.set(speaker, (speakers.get(speaker) ?? 0) + 1)
    }
    if (said < 2) return notThis
    const again = [...speakers.values()].filter((times) => times > 1).length
    // Lines of a hand-written timeline begin with a time and have colons too: only there nobody speaks twice.
    const confidence = (bracketed / said > 0.5 ? 0.72 : again > 0 ? 0.62 : 0.2) + (said / lines.length) * 0.22
    return { confidence, why: 'a time, a name and a text in each line' }
  },

  read(text, context) {
    const lines = linesOf(text)
    const messages = collectMessages()
    const stamped = lines.map(({ text: line }) => STAMP.exec(line.slice(0, 400)))
    const dayParts = stamped.flatMap(
      (found) => NUMBERED_DAY.exec(found?.[3] ?? found?.[4] ?? found?.[5] ?? '')?.[0] ?? [],
    )
    const dayFirst = isDayFirst(dayParts, context)
    const days = keepDays({
      ...context,
      day: firstDay(lines, context, ({ text: line }) => STAMP.test(line.slice(0, 400))),
    })
    let root = -1

    lines.forEach((line, at) => {
      if (isBlank(line)) return
      const found = stamped[at]
      const stamp = found?.[3] ?? found?.[4] ?? found?.[5]
      const moment = stamp ? readStamp(stamp, days, context, dayFirst) : null
      if (!found || !moment) {
        const day = dayLine(line.text, (words) => readDay(words, context, dayFirst))
        if (day) {
          days.openDay(day)
          messages.pass(line, 'day')
        } else messages.add(line)
        return
      }
      const [, indent = '', reply] = found
      const rest = line.text.slice(found[0].length - found[6]!.length)
      const [, nick, name, said] = SPEAKER.exec(rest) ?? []
      const action = ACTION.exec(rest)
      const isReply = (reply !== undefined || indent.length >= 2) && root >= 0
      messages.begin({
        moment,
        speaker: (nick ?? name ?? action?.[1] ?? '').trim(),
        text: said ?? action?.[2] ?? rest,
        place: line,
        ...(isReply && { thread: root }),
      })
      if (!isReply) root = messages.count - 1
    })
    return {
      format: 'plain-chat',
      ...messages.finish(),
      notes:
        dayParts.length > 0
          ? [dayFirst ? 'Dates are read with the day first.' : 'Dates are read with the month first.']
          : [],
    }
  },
}

/** `--- Day changed Thu Nov 12 2026`, `— November 12, 2026 —`, `== 2026-11-12 ==`. */
function dayLine(text: string, read: (words: string) => string | null): string | null {
  if (text.length > 80) return null
  const words = text.replace(/^[\s\-–—=#*[\]]+|[\s\-–—=#*:[\]]+$/g, '').replace(/^day changed (?:to )?/i, '')
  return /^(?:[A-Z]|\d{4}-|\d{1,2}[./]\d)/.test(words) ? read(words) : null
}
