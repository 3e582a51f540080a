import type { ScrapFormat } from './reading.ts'

const people = ['Ana Reyes', 'Bo Lind', 'Cleo Marsh', 'Dara Holt']
const said = [
  'Decline rate is at 31 % on network B',
  'I think the chain is short',
  'restarted edge-4',
  'which sailing is affected?',
  'thanks, looking',
]

/** A fictional source of so many messages in one format, for tests and measurements; one message each half minute. */
export function largeScrap(format: ScrapFormat, messages: number): string {
  const all = Array.from({ length: messages }, (_, at) => ({
    at: new Date(Date.UTC(2026, 10, 12, 14, 0, 0) + at * 30_000),
    who: people[at % people.length]!,
    text: `${said[at % said.length]} (${at})`,
  }))
  const iso = (at: Date) => at.toISOString().replace('.000Z', 'Z')
  const clock = (at: Date) => at.toISOString().slice(11, 16)
  switch (format) {
    case 'slack-copy':
      return all.map(({ at, who, text }) => `${who}\n  ${clock(at)}\n${text}`).join('\n')
    case 'slack-export':
      return JSON.stringify(
        all.map(({ at, who, text }, place) => ({
          type: 'message',
          user: `U${place % people.length}`,
          user_profile: { real_name: who },
          text,
          ts: `${at.getTime() / 1000}.000100`,
        })),
      )
    case 'teams-copy':
      return all
        .map(({ at, who, text }) => `[${at.getUTCDate()}/${at.getUTCMonth() + 1} ${clock(at)}] ${who}\n${text}`)
        .join('\n')
    case 'plain-chat':
      return all.map(({ at, who, text }) => `[${clock(at)}] ${who}: ${text}`).join('\n')
    case 'table':
      return ['Time,Who,Event', ...all.map(({ at, who, text }) => `${iso(at)},${who},"${text}"`)].join('\n')
    case 'alertmanager':
      return JSON.stringify(
        all.map(({ at, text }) => ({
          labels: { alertname: 'Declines' },
          annotations: { summary: text },
          startsAt: iso(at),
        })),
      )
    case 'pagerduty':
      return JSON.stringify({
        log_entries: all.map(({ at, text }) => ({ type: 'notify_log_entry', created_at: iso(at), summary: text })),
      })
    case 'lines':
      return all.map(({ at, text }) => `${clock(at)} ${text}`).join('\n')
    case 'log':
      return all.map(({ at, text }) => `${iso(at)} ERROR gateway: ${text}`).join('\n')
  }
}
