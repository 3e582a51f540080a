import type { IncidentTimes } from '#app/document/incident-times.ts'
import type { Moment } from '#app/document/moment.ts'
import { firstSentence } from '#app/document/sentence-ends.ts'
import { type Context, lintBlock } from '#app/linter/index.ts'
import { formatDuration } from '#app/ui/format-duration.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { incidentPhases } from '#app/ui/incident-phases.ts'

export interface InShortFacts {
  times: IncidentTimes
  /** The document's zone, an IANA name. */
  zone: string
  /** Names of the services, and of the severity where one is set. */
  services: readonly string[]
  severity: string | null
  /** What is said first under "Who felt it, and how". */
  impact: string
  /** The first condition that made it possible, as it is written. */
  allowed: string
  /** What the language notes know of the house: a sentence that has one is not taken over. */
  language: Context
}

/** A sentence that is taken over is at most this long: what is longer is no summary. */
const LONGEST = 280

/**
 * The summary that times and impact make by themselves, in sentences one after the other: when and what, who felt it, what
 * allowed it, how long it took. Nothing in it is guessed: a time is as precise as its mark, what is not marked is not said. Null
 * while neither a time nor the impact is known.
 */
export function draftInShort(facts: InShortFacts): string | null {
  const felt = takenOver(facts.impact, facts.language)
  const when = whenAndWhat(facts)
  if (!felt && !facts.times['first-effect']?.at) return null
  const allowed = takenOver(facts.allowed, facts.language)
  const sentences = [when, felt, allowed && `What made it possible: ${allowed}`, howLong(facts.times)]
  return sentences.filter(Boolean).join(' ') || null
}

function takenOver(text: string, language: Context): string {
  const sentence = firstSentence(text)
  // Who or what is mentioned is an id, and the outline reads it as a sign: a name is never copied into the text.
  if (sentence.length > LONGEST || sentence.includes('@')) return ''
  const block = { id: 'draft', section: 'summary' as const, kind: 'text' as const, text: sentence }
  return lintBlock(block, language).length === 0 ? sentence : ''
}

/** `From about 14:03 to 14:50 UTC on 12 Nov 2026, Payments gateway and Edge proxy were affected (SEV-1).` */
function whenAndWhat({ times, zone, services, severity }: InShortFacts): string {
  const span = spanWords(times, zone)
  const what = listed(services)
  const rated = severity ? ` (${severity})` : ''
  if (!span) return what ? `${what} ${services.length === 1 ? 'was' : 'were'} affected${rated}.` : ''
  const [first = '', ...rest] = span
  const capital = `${first.toUpperCase()}${rest.join('')}`
  if (what) return `${capital}, ${what} ${services.length === 1 ? 'was' : 'were'} affected${rated}.`
  return `${capital}, its effects could be felt${rated}.`
}

/** `from about 14:03 to 14:50 UTC on 12 Nov 2026`, each day named where they are two; null where the beginning is not known. */
function spanWords(times: IncidentTimes, zone: string): string | null {
  const from = inSpan(times['first-effect'], zone)
  if (!from) return null
  const to = inSpan(times['normal-again'], zone)
  if (!to) return `from ${from.time} ${from.zone} on ${from.day} on`
  return from.day === to.day && from.zone === to.zone
    ? `from ${from.time} to ${to.time} ${to.zone} on ${to.day}`
    : `from ${from.time} ${from.zone} on ${from.day} to ${to.time} ${to.zone} on ${to.day}`
}

/** A time without its seconds, its day and its zone as `UTC+1`; null where it is not known to the hour. */
function inSpan(moment: Moment | undefined, zone: string): { time: string; day: string; zone: string } | null {
  if (!moment?.at || !['exact', 'about', 'between'].includes(moment.precision)) return null
  const shown = { ...moment, at: wholeMinute(moment.at), until: moment.until && wholeMinute(moment.until), zone }
  const time = formatMoment(shown, 'time')
  const exact = { at: shown.at, zone, precision: 'exact' as const }
  return {
    time: time.startsWith('between') ? `some time ${time}` : time,
    day: formatMoment(exact, 'date'),
    zone: formatMoment(exact, 'full').split(' ').at(-1)!,
  }
}

function wholeMinute(at: string): string {
  return new Date(Math.floor(Date.parse(at) / 60_000) * 60_000).toISOString()
}

/** `It was noticed after 6 minutes, relief came after about 18 minutes, and it was normal again after 47 minutes.` */
function howLong(times: IncidentTimes): string {
  const effect = times['first-effect']
  if (!effect) return ''
  const after = (mark: 'first-noticed' | 'first-relief' | 'normal-again', says: string) => {
    const end = times[mark]
    if (!end) return []
    const milestones = { firstEffect: effect, firstNoticed: null, firstRelief: null, normalAgain: end }
    const seconds = incidentPhases(milestones)[0]?.seconds ?? null
    if (seconds === null) return []
    if (seconds < 60) return [`${says} within a minute`]
    const exact = effect.precision === 'exact' && end.precision === 'exact'
    return [`${says} after ${exact ? '' : 'about '}${durationWords(seconds)}`]
  }
  const parts = [
    ...after('first-noticed', 'it was noticed'),
    ...after('first-relief', 'relief came'),
    ...after('normal-again', 'it was normal again'),
  ]
  const said = parts.length > 2 ? `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}` : parts.join(' and ')
  return said && `${said[0]!.toUpperCase()}${said.slice(1)}.`
}

const units: Record<string, string> = { d: 'day', h: 'hour', min: 'minute' }

/** Seconds as `1 hour 12 minutes`, to the minute. */
function durationWords(seconds: number): string {
  return formatDuration(Math.round(seconds / 60) * 60).replaceAll(
    /(\d+) (d|h|min)/g,
    (_, count: string, unit: string) => `${count} ${units[unit]}${count === '1' ? '' : 's'}`,
  )
}

function listed(names: readonly string[]): string {
  return names.length > 2 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names.join(' and ')
}
