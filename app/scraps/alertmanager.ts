import { keepDays, unknownMoment } from './day-keeper.ts'
import { type Foreign, firstText, instantIn, linkOf, objectOf, textOf } from './foreign-values.ts'
import { jsonItems, notUnderstood } from './json-items.ts'
import { type Candidate, notThis, type PassedOver, type ScrapReader } from './reading.ts'

/** Labels that say where an alert belongs; the others make a line too long to read. */
const told = ['service', 'job', 'instance', 'cluster', 'namespace', 'severity']

/** What Alertmanager sends to a webhook, or answers on its list of alerts: each alert, and each end of one, is something seen. */
export const alertmanager: ScrapReader = {
  format: 'alertmanager',

  recognise(head) {
    const isJson = /^\s*[[{]/.test(head)
    if (!isJson || !/"startsAt"\s*:/.test(head) || !/"labels"\s*:/.test(head)) return notThis
    return { confidence: 0.97, why: 'JSON alerts with labels and a start' }
  },

  read(text, context) {
    const candidates: Candidate[] = []
    const passedOver: PassedOver[] = []
    const days = keepDays(context)
    for (const { value, place } of jsonItems(text, ['alerts', 'data'])) {
      const alert = objectOf(value)
      const start = instantIn(alert.startsAt)
      const labels = objectOf(alert.labels)
      if (start === null && Object.keys(labels).length === 0) {
        passedOver.push(notUnderstood(text, place))
        continue
      }
      const typed = textOf(alert.startsAt)
      const name = firstText(labels.alertname, 'Alert')
      const words = `${name} firing${sayingOf(alert)}`
      const link = linkOf(
        alert.generatorURL,
        objectOf(alert.annotations).dashboard_url,
        objectOf(alert.annotations).runbook_url,
      )
      const shared = { type: 'seen' as const, speaker: '', place, ...link }
      candidates.push({
        ...shared,
        moment: start === null ? unknownMoment(typed) : days.placeAt(start, typed),
        text: words,
      })
      const end = instantIn(alert.endsAt)
      // The list of alerts gives those that are still firing an end that lies ahead.
      if (end !== null && statusOf(alert) === 'resolved') {
        candidates.push({
          ...shared,
          moment: days.placeAt(end, textOf(alert.endsAt)),
          text: `${name} resolved${whereOf(labels)}`,
        })
      }
    }
    return { format: 'alertmanager', candidates, passedOver, notes: [] }
  },
}

function statusOf({ status }: Foreign): string {
  return typeof status === 'string' ? status : textOf(objectOf(status).state)
}

function sayingOf({ annotations, labels }: Foreign): string {
  const said = objectOf(annotations)
  const summary = firstText(said.summary, said.message, said.title)
  const description = firstText(said.description)
  const words = [summary, description === summary ? '' : description].filter(Boolean).join('. ')
  return `${words ? `: ${words}` : ''}${whereOf(objectOf(labels))}`
}

function whereOf(labels: Foreign): string {
  const parts = told.flatMap((label) => (textOf(labels[label]) ? [`${label} ${textOf(labels[label])}`] : []))
  return parts.length > 0 ? ` (${parts.join(', ')})` : ''
}
