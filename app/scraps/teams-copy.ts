import { collectMessages, type MessageHead } from './collect-messages.ts'
import { keepDays } from './day-keeper.ts'
import { isDayFirst, readDay } from './read-day.ts'
import { readStamp } from './read-stamp.ts'
import { notThis, type ScrapReader } from './reading.ts'
import { isBlank, type Line, linesOf, sampleOf } from './text-lines.ts'

const TIME = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?(?:[\\s\\u202f]?[AP]M)?'
const DAY =
  '(?:\\d{1,2}[./-]\\d{1,2}(?:[./-]\\d{2,4})?|\\d{4}-\\d{2}-\\d{2}|Today|Yesterday|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)'
/** `[12/11 14:03] Ana Reyes`, perhaps with a colon behind the name. */
const BRACKETED = new RegExp(`^\\s*\\[((?:${DAY},?\\s+)?${TIME})\\]\\s+(\\S[^:]{0,79}?):?\\s*$`, 'i')
/** A day and a time on a line of their own, below a name. */
const DAY_AND_TIME = new RegExp(`^\\s*(${DAY},?\\s+(?:at\\s+)?${TIME})\\s*$`, 'i')
const DAY_PART = /^\[?\s*(\d{1,2}[./-]\d{1,2}(?:[./-]\d{2,4})?)/
const REACTION =
  /^(?:(?:like|heart|laugh|surprised|sad|angry)(?: reaction)?(?:\s*\d{1,3})?\.?|\p{Extended_Pictographic}\ufe0f?\s*\d{1,3})$/iu
const INTERFACE =
  /^(?:last read|see (?:more|less)|collapse all|reply|\d{1,3} repl(?:y|ies)(?: from .{1,80})?|has context menu|translate|meeting (?:started|ended).{0,40}|call (?:started|ended).{0,40}|.{1,60} (?:added .{1,80} to|removed .{1,80} from|joined|left) the (?:chat|meeting|conversation)\.?)$/i

/** What someone copies from a chat or a channel of Teams. */
export const teamsCopy: ScrapReader = {
  format: 'teams-copy',

  recognise(head) {
    const lines = sampleOf(head)
    const bracketed = lines.filter(({ text }) => text.length < 160 && BRACKETED.test(text)).length
    const below = lines.filter(
      ({ text }, at) => text.length < 60 && DAY_AND_TIME.test(text) && isName(lines[at - 1]),
    ).length
    const heads = Math.max(bracketed, below)
    if (heads < 2) return notThis
    return {
      confidence: Math.min(0.96, 0.66 + (heads / lines.length) * 0.6),
      why: bracketed >= below ? 'a day and a time in brackets before each name' : 'a day and a time below each name',
    }
  },

  read(text, context) {
    const lines = linesOf(text)
    const messages = collectMessages()
    const days = keepDays(context)
    const stamps = lines.flatMap(({ text: line }) => {
      const [, stamp = ''] = (line.length < 160 && (BRACKETED.exec(line) ?? DAY_AND_TIME.exec(line))) || []
      return DAY_PART.exec(stamp)?.[1] ?? []
    })
    const dayFirst = isDayFirst(stamps, context)
    let quoted = ''

    function begin(head: Omit<MessageHead, 'moment'>, stamp: string): boolean {
      const moment = readStamp(stamp, days, context, dayFirst)
      if (moment) messages.begin({ ...head, moment })
      return moment !== null
    }

    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      if (isBlank(line)) continue
      const short = line.text.length < 160 ? line.text.trim() : ''
      const bracketed = short ? BRACKETED.exec(line.text) : null
      if (bracketed && begin({ speaker: cleanName(bracketed[2]!), place: line }, bracketed[1]!)) {
        quoted = ''
        continue
      }
      const next = lines[at + 1]
      const below = short && next && next.text.length < 60 && isName(line) ? DAY_AND_TIME.exec(next.text) : null
      if (below && begin({ speaker: cleanName(short), place: { ...line, to: next!.to } }, below[1]!)) {
        quoted = ''
        at++
        continue
      }
      const day = /^[A-Z]/.test(short) ? readDay(short, context) : null
      if (day) {
        days.openDay(day)
        messages.pass(line, 'day')
      } else if (/^edited$/i.test(short)) {
        messages.edited()
        messages.pass(line, 'interface')
      } else if (short && (INTERFACE.test(short) || REACTION.test(short))) messages.pass(line, 'interface')
      else if (/^>/.test(short) && !messages.hasText && messages.isOpen) {
        // A reply shows the words that it answers above its own.
        quoted = quoted || short.replace(/^>\s*/, '')
        const root = rootOf(quoted, messages.count - 1, messages.textOf)
        if (root !== null) messages.answers(root)
        messages.add(line)
      } else messages.add(line)
    }
    const { candidates, passedOver } = messages.finish()
    const notes =
      stamps.length > 0
        ? [dayFirst ? 'Dates are read with the day first.' : 'Dates are read with the month first.']
        : []
    return { format: 'teams-copy', candidates: candidates.map(markedAtEnd), passedOver, notes }
  },
}

/** Teams writes "Edited" behind the last word, without brackets. */
function markedAtEnd<C extends { text: string; edited?: true }>(candidate: C): C {
  const marked = /\s+Edited$/.exec(candidate.text)
  return marked ? { ...candidate, text: candidate.text.slice(0, marked.index), edited: true } : candidate
}

function isName(line: Pick<Line, 'text'> | undefined): boolean {
  const name = line?.text.trim() ?? ''
  return (
    name !== '' &&
    name.length <= 80 &&
    /^\p{L}/u.test(name) &&
    !/[.!?:;]$|https?:/.test(name) &&
    name.split(/\s+/).length <= 6
  )
}

/** `Reyes, Ana (External)` is whoever is elsewhere `Ana Reyes`. */
function cleanName(name: string): string {
  const bare = name.replace(/\s*\((?:external|guest|unverified|[^()]{1,40})\)\s*$/i, '').trim()
  const [, last, first] = /^([\p{L}’'-]+), ([\p{L}’' -]+)$/u.exec(bare) ?? []
  return last && first ? `${first.trim()} ${last}` : bare
}

function rootOf(quoted: string, before: number, textOf: (candidate: number) => string): number | null {
  const start = quoted
    .replace(/(?:…|\.\.\.)$/, '')
    .trim()
    .slice(0, 60)
  if (start === '') return null
  for (let at = before - 1; at >= Math.max(0, before - 400); at--) if (textOf(at).includes(start)) return at
  return null
}
