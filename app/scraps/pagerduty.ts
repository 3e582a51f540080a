import type { EntryType } from '#app/document/items.ts'
import { asideOf } from './collect-messages.ts'
import { keepDays, unknownMoment } from './day-keeper.ts'
import { type Foreign, firstText, instantIn, linkOf, listOf, objectOf, textOf } from './foreign-values.ts'
import { guessType } from './guess-type.ts'
import { jsonItems, notUnderstood } from './json-items.ts'
import { type Candidate, notThis, type PassedOver, type ScrapReader } from './reading.ts'

const types: Record<string, EntryType> = {
  trigger: 'seen',
  acknowledge: 'done',
  unacknowledge: 'seen',
  notify: 'said',
  assign: 'said',
  delegate: 'said',
  escalate: 'done',
  annotate: 'said',
  add_responder: 'done',
  responder_request: 'said',
  status_update: 'said',
  snooze: 'done',
  priority_change: 'decided',
  urgency_change: 'decided',
  resolve: 'seen',
  merge: 'done',
}

/** The log entries of a PagerDuty incident, as its API answers them. */
export const pagerduty: ScrapReader = {
  format: 'pagerduty',

  recognise(head) {
    if (!/^\s*[[{]/.test(head)) return notThis
    if (!/"type"\s*:\s*"\w+_log_entry(?:_reference)?"|"log_entries"\s*:/.test(head)) return notThis
    return { confidence: 0.97, why: 'JSON log entries of an incident' }
  },

  read(text, context) {
    const candidates: Candidate[] = []
    const passedOver: PassedOver[] = []
    const days = keepDays(context)
    for (const { value, place } of jsonItems(text, ['log_entries', 'log_entry'])) {
      const entry = objectOf(objectOf(value).log_entry ?? value)
      const typed = textOf(entry.created_at)
      const kind = /^(\w+?)_log_entry/.exec(textOf(entry.type))?.[1] ?? ''
      if (!typed && !kind) {
        passedOver.push(notUnderstood(text, place))
        continue
      }
      const at = instantIn(typed)
      const words = wordsOf(entry, kind)
      const aside = asideOf(words)
      candidates.push({
        moment: at === null ? unknownMoment(typed) : days.placeAt(at, typed),
        type: kind === 'annotate' ? guessType(words) : (types[kind] ?? 'seen'),
        speaker: /user/.test(textOf(objectOf(entry.agent).type)) ? firstText(objectOf(entry.agent).summary) : '',
        text: words,
        place,
        ...(aside && { aside }),
        ...linkOf(entry.html_url, objectOf(entry.incident).html_url),
      })
    }
    return { format: 'pagerduty', candidates, passedOver, notes: [] }
  },
}

/** A note is what was written; the rest is PagerDuty's own summary, without the name that the speaker already is. */
function wordsOf(entry: Foreign, kind: string): string {
  const channel = objectOf(entry.channel)
  if (kind === 'annotate') return firstText(entry.note, channel.summary, channel.content, entry.summary)
  if (kind === 'status_update') return firstText(entry.message, objectOf(entry.status_update).message, entry.summary)
  const agent = firstText(objectOf(entry.agent).summary)
  const summary = firstText(entry.summary, kind.replace(/_/g, ' '))
  const isUser = /user/.test(textOf(objectOf(entry.agent).type))
  const bare =
    isUser && agent ? summary.replace(new RegExp(`\\s+(?:by|to) ${escaped(agent)}(?=[\\s.]|$)`), '') : summary
  const cause = kind === 'trigger' ? firstText(channel.summary, objectOf(entry.incident).summary) : ''
  const teams = listOf(entry.teams).flatMap((team) => firstText(objectOf(team).summary) || [])
  return [
    cause && !bare.includes(cause) ? `${bare}: ${cause}` : bare,
    teams.length > 0 && kind === 'escalate' ? `(${teams.join(', ')})` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
