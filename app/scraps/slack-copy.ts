import { collectMessages } from './collect-messages.ts'
import { keepDays, unknownMoment } from './day-keeper.ts'
import { firstDay } from './first-day.ts'
import { type Clock, readClock } from './read-clock.ts'
import { readDay } from './read-day.ts'
import { notThis, type ScrapReader } from './reading.ts'
import { isBlank, type Line, linesOf, sampleOf } from './text-lines.ts'

/**
 * A line that is a time and nothing else, perhaps behind a picture, the mark of an app, or its day, as threads write it: `  2:03 PM`,
 * `[2:04 PM]`, `APP  14:05`, `Nov 12th at 2:03 PM`.
 */
const TIME_LINE =
  /^(\s*)(?::[\w+-]{1,50}:\s*)?(?:APP\s+|WORKFLOW\s+)?(\[)?(?:(Today|Yesterday|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?(?:, \d{4})?) at )?(\d{1,2}:\d{2}(?::\d{2})?(?:[\s\u202f]?[AP]M)?)\]?(?:\s+\(edited\))?\s*$/i
/** `Ana Reyes [2:03 PM]`, `Ana Reyes  2:03 PM`, `Pager APP  2:03 PM`. */
const HEAD =
  /^(\S.{0,79}?)\s*(?:APP\s*)?(?:\[(\d{1,2}:\d{2}(?:[\s\u202f]?[AP]M)?)\]|\s{2}(\d{1,2}:\d{2}(?:[\s\u202f]?[AP]M)?))\s*$/i
/** `[2:04 PM] and its text`, as older copies write what the same person goes on to say. */
const GOES_ON = /^\[(\d{1,2}:\d{2}(?:[\s\u202f]?[AP]M)?)\]\s+(\S.*)$/i
const APP_ALONE = /^(?:APP|WORKFLOW|BOT)$/
const REPLIES = /^\d{1,4} repl(?:y|ies)$/i
const INTERFACE =
  /^(?:new(?: messages?)?|last reply .{1,40}|view (?:thread|message|newer replies)|thread|also sent to the channel|pinned by .{1,60}|saved for later|add reaction|reply…|only visible to you|message preview|show (?:more|less)|\d{1,3} files?)$/i
const REACTION = /^(?::[\w+-]{1,50}:|\p{Extended_Pictographic}\ufe0f?)\s*(\d{1,3})?$/u
const COUNT = /^\s*\d{1,3}\s*$/
const THREAD_ROOT = /^replied to a thread:\s*(.*)$/i

/** What someone copies from a Slack channel: a name, a time, lines, with days between them. */
export const slackCopy: ScrapReader = {
  format: 'slack-copy',

  recognise(head) {
    const lines = sampleOf(head)
    let named = 0
    let marks = 0
    lines.forEach((line, at) => {
      if (HEAD.test(line.text.slice(0, 120)) || (TIME_LINE.test(line.text) && isName(lines[at - 1]))) named++
      if (REPLIES.test(line.text.trim()) || /^\s+\d{1,2}:\d{2}\s[AP]M$/.test(line.text) || APP_ALONE.test(line.text))
        marks++
    })
    if (named < 2) return notThis
    return {
      confidence: Math.min(0.95, 0.62 + (named / lines.length) * 0.6 + (marks > 0 ? 0.15 : 0)),
      why: 'names with a time in the line below or behind them',
    }
  },

  read(text, context) {
    const lines = linesOf(text)
    const messages = collectMessages()
    const days = keepDays({ ...context, day: firstDay(lines, context, isHead) })
    const named = nameLines(lines)
    let speaker = ''
    let answering: { candidate: number; left: number } | null = null
    let latestHalf: Clock | null = null

    function placed(clock: Clock, typed: string, dayWords: string | undefined) {
      const day = dayWords ? readDay(dayWords, context) : null
      return day ? days.placeOn(day, clock, `${dayWords} at ${typed}`) : days.place(clock, typed)
    }
    function begin(typed: string, place: Line, words?: string, dayWords?: string) {
      const read = readClock(typed)
      // What the same person goes on to say has no AM or PM: it is the later one of the two, beside the message above.
      const clock = read && !read.half && latestHalf ? afterwards(read, latestHalf) : read
      if (read?.half || (read && latestHalf)) latestHalf = clock
      const thread = answering && answering.left > 0 ? answering.candidate : undefined
      if (answering) answering.left--
      messages.begin({
        moment: clock ? placed(clock, typed, dayWords) : unknownMoment(typed),
        speaker,
        text: words,
        place: { line: place.line, from: place.from, to: place.to },
        ...(thread !== undefined && { thread }),
      })
    }

    for (let at = 0; at < lines.length; at++) {
      const line = lines[at]!
      const short = line.text.length <= 160 ? line.text.trim() : ''
      if (isBlank(line)) continue
      const day = short && /^[A-Z]/.test(short) ? readDay(short.replace(/[\s–—-]+$/, ''), context) : null
      if (day) {
        days.openDay(day)
        latestHalf = null
        messages.pass(line, 'day')
        continue
      }
      const head = short ? HEAD.exec(line.text) : null
      if (head && isName({ text: head[1]! })) {
        speaker = cleanName(head[1]!)
        begin(head[2] ?? head[3]!, line)
        continue
      }
      if (named.has(at)) {
        speaker = cleanName(line.text)
        const timeAt = named.get(at)!
        const [, , , dayWords, typed = ''] = TIME_LINE.exec(lines[timeAt]!.text) ?? []
        begin(typed, { ...line, to: lines[timeAt]!.to }, undefined, dayWords)
        if (/\(edited\)/i.test(lines[timeAt]!.text)) messages.edited()
        at = timeAt
        continue
      }
      const alone = short ? TIME_LINE.exec(line.text) : null
      if (alone) {
        begin(alone[4]!, line, undefined, alone[3])
        continue
      }
      const goesOn = GOES_ON.exec(line.text)
      if (goesOn) {
        begin(goesOn[1]!, line, goesOn[2])
        continue
      }
      if (short && REPLIES.test(short)) {
        messages.pass(line, 'interface')
        // A thread that is open shows its answers below; a folded one says when the last of them came.
        const next = lines.slice(at + 1, at + 4).find((each) => !isBlank(each))
        const isFolded = next !== undefined && /^\s*(?:last reply|view thread)/i.test(next.text)
        answering =
          isFolded || !messages.isOpen ? null : { candidate: messages.count - 1, left: Number.parseInt(short, 10) }
        continue
      }
      if (/^\(edited\)$/i.test(short)) {
        messages.edited()
        messages.pass(line, 'interface')
        continue
      }
      const root = short ? THREAD_ROOT.exec(short) : null
      if (root && messages.isOpen && !messages.hasText) {
        const candidate = rootOf(root[1]!, messages.count - 1, messages.textOf)
        if (candidate !== null) messages.answers(candidate)
        messages.pass(line, 'interface')
        continue
      }
      if (short && INTERFACE.test(short)) {
        messages.pass(line, 'interface')
        continue
      }
      const reaction = short ? REACTION.exec(short) : null
      if (reaction && (reaction[1] || COUNT.test(lines[at + 1]?.text ?? ''))) {
        messages.pass(line, 'interface')
        if (!reaction[1]) messages.pass(lines[++at]!, 'interface')
        continue
      }
      messages.add(line)
    }
    return { format: 'slack-copy', ...messages.finish(), notes: [] }
  },
}

/** The lines that are a speaker's name, by their number, with the number of the line that has their time. */
function nameLines(lines: Line[]): Map<number, number> {
  const found = new Map<number, number>()
  const counts = new Map<string, number>()
  const unsure: [number, number, string][] = []
  for (let at = 0; at < lines.length; at++) {
    const time = TIME_LINE.exec(lines[at]!.text)
    if (!time || time[2]) continue
    let above = at - 1
    while (above >= 0 && at - above <= 3 && (isBlank(lines[above]!) || APP_ALONE.test(lines[above]!.text.trim())))
      above--
    if (above < 0 || !isName(lines[above]!)) continue
    const name = cleanName(lines[above]!.text)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    if (time[1] || time[3] || /[AP]M/i.test(time[4]!)) found.set(above, at)
    else unsure.push([above, at, name])
  }
  // A copy that lost its blanks: what stands above a bare time is a name when it looks like one, or comes again.
  for (const [above, at, name] of unsure) {
    if (counts.get(name)! > 1 || /^(?:\p{Lu}[\p{L}’'.-]*)(?: \p{Lu}[\p{L}’'.-]*){1,3}$/u.test(name))
      found.set(above, at)
  }
  return found
}

function isHead({ text }: Line): boolean {
  return text.length <= 160 && (TIME_LINE.test(text) || HEAD.test(text))
}

/** A few words without the marks of a sentence. */
function isName(line: Pick<Line, 'text'> | undefined): boolean {
  const name = line?.text.trim() ?? ''
  if (name === '' || name.length > 80 || /^[\W\d]+$/u.test(name.replace(/\p{L}/gu, 'x'))) return false
  if (
    /[!?;,:]$|[.]$|https?:|^[-*>•[]/u.test(name) ||
    TIME_LINE.test(name) ||
    INTERFACE.test(name) ||
    REPLIES.test(name)
  )
    return false
  return name.split(/\s+/).length <= 6
}

/** Without the mark of an app and the picture of a status. */
function cleanName(name: string): string {
  return name
    .replace(/:[\w+-]{1,50}:/g, '')
    .replace(/\s*\bAPP\b\s*$/, '')
    .replace(/\p{Extended_Pictographic}\ufe0f?/gu, '')
    .trim()
}

function afterwards(clock: Clock, above: Clock): Clock {
  if (clock.hour > 12) return clock
  const minutes = (each: Clock) => each.hour * 60 + each.minute
  const [morning, evening] = [0, 12].map((half) => ({ ...clock, hour: (clock.hour % 12) + half })) as [Clock, Clock]
  // Where neither is later, midnight has passed.
  return [morning, evening].find((each) => minutes(each) >= minutes(above)) ?? morning
}

/** The latest earlier message that begins with the words that a reply shows of it. */
function rootOf(shown: string, before: number, textOf: (candidate: number) => string): number | null {
  const start = shown
    .replace(/(?:…|\.\.\.)$/, '')
    .trim()
    .slice(0, 60)
  if (start === '') return null
  // Only what stands near is looked at, so that a long chat takes linear time.
  for (let at = before - 1; at >= Math.max(0, before - 400); at--) if (textOf(at).startsWith(start)) return at
  return null
}
