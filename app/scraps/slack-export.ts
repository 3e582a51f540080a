import { asideOf, linkIn } from './collect-messages.ts'
import { keepDays, unknownMoment } from './day-keeper.ts'
import { withEmoji } from './emoji-codes.ts'
import { type Foreign, firstText, linkOf, listOf, objectOf, textOf } from './foreign-values.ts'
import { guessType } from './guess-type.ts'
import { jsonItems, notUnderstood } from './json-items.ts'
import { type Candidate, notThis, type PassedOver, type ScrapReader } from './reading.ts'

/** A channel's file of a Slack export, or the answer of its history: JSON messages with `ts`. */
export const slackExport: ScrapReader = {
  format: 'slack-export',

  recognise(head) {
    if (!/^\s*[[{]/.test(head) || !/"ts"\s*:\s*"\d{9,11}\.\d{1,9}"/.test(head)) return notThis
    return { confidence: /"type"\s*:\s*"message"/.test(head) ? 0.98 : 0.85, why: 'JSON messages with “ts”' }
  },

  read(text, context) {
    const candidates: Candidate[] = []
    const passedOver: PassedOver[] = []
    const items = jsonItems(text, ['messages'])
    const days = keepDays(context)
    const names = namesOf(items.map(({ value }) => objectOf(value)))
    const roots = new Map<string, number>()

    for (const { value, place } of items) {
      const message = objectOf(value)
      const ts = textOf(message.ts)
      if (
        !/^\d{9,11}(?:\.\d{1,9})?$/.test(ts) ||
        !('text' in message || 'files' in message || 'attachments' in message)
      ) {
        passedOver.push(notUnderstood(text, place))
        continue
      }
      // What was edited or taken back arrives as a message about a message.
      const inner = textOf(message.subtype) === 'message_changed' ? objectOf(message.message) : message
      const words = wordsOf(inner, names)
      const subtype = textOf(message.subtype)
      const aside = asideFor(subtype, words)
      const root = textOf(message.thread_ts)
      const thread = root && root !== ts ? roots.get(root) : undefined
      if (!roots.has(ts)) roots.set(ts, candidates.length)
      const at = Number(ts) * 1000
      candidates.push({
        moment: Number.isFinite(at) ? days.placeAt(Math.floor(at / 1000) * 1000, ts) : unknownMoment(ts),
        type: aside ? null : guessType(words),
        speaker: speakerOf(inner, names),
        text: words,
        place,
        ...(aside && { aside }),
        ...((inner.edited || subtype === 'message_changed') && { edited: true as const }),
        ...(thread !== undefined && { thread }),
        ...linkOf(message.permalink),
        ...linkIn(words),
      })
    }
    return { format: 'slack-export', candidates, passedOver, notes: [] }
  },
}

function asideFor(subtype: string, words: string): Candidate['aside'] {
  if (/_(?:join|leave|topic|purpose|name|archive|unarchive)$/.test(subtype)) return 'came-or-went'
  if (subtype === 'message_deleted' || subtype === 'tombstone') return 'deleted'
  return asideOf(words)
}

/** Names by the id of a user, as far as the messages themselves tell them. */
function namesOf(messages: Foreign[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const message of messages) {
    const id = textOf(message.user)
    if (!id || names.has(id)) continue
    const profile = objectOf(message.user_profile)
    const name = firstText(profile.real_name, profile.display_name, profile.name)
    if (name) names.set(id, name)
  }
  return names
}

function speakerOf(message: Foreign, names: Map<string, string>): string {
  const id = textOf(message.user)
  return names.get(id) ?? firstText(message.username, objectOf(message.bot_profile).name, id, message.bot_id)
}

function wordsOf(message: Foreign, names: Map<string, string>): string {
  const said = plain(textOf(message.text), names)
  const attached = listOf(message.attachments).flatMap((each) => {
    const attachment = objectOf(each)
    const parts = [firstText(attachment.title), firstText(attachment.text, attachment.fallback)].filter(Boolean)
    return parts.length > 0 ? [plain(parts.join(': '), names)] : []
  })
  const files = listOf(message.files).map(
    (each) => `[file: ${firstText(objectOf(each).title, objectOf(each).name, 'without a name')}]`,
  )
  return withEmoji([said, ...attached, ...files].filter(Boolean).join('\n'))
}

/** Slack's own marks for people, channels and links as they are read. */
function plain(text: string, names: Map<string, string>): string {
  return text
    .replace(/<([@#!]?)([^<>|]{1,2000})(?:\|([^<>]{0,2000}))?>/g, (_, kind: string, target: string, label?: string) => {
      if (kind === '@') return `@${names.get(target) ?? label ?? target}`
      if (kind === '#') return `#${label || target}`
      if (kind === '!') return label ? label : `@${target.replace(/^subteam\^/, '')}`
      const address = target.replace(/^mailto:/, '')
      return label && label !== address ? `${label} (${address})` : address
    })
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .trim()
}
