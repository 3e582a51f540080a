import type { ScrapFormat } from './reading.ts'

/** The words for each format: where it comes from, what its pieces are called, and how it is chosen from a list. */
export const sourceWords: Record<ScrapFormat, { source: string; pieces: string; choice: string }> = {
  'slack-copy': { source: 'Slack', pieces: 'messages', choice: 'Slack, copied' },
  'slack-export': { source: 'Slack export', pieces: 'messages', choice: 'Slack export (JSON)' },
  'teams-copy': { source: 'Teams', pieces: 'messages', choice: 'Teams, copied' },
  'plain-chat': { source: 'chat', pieces: 'messages', choice: 'Chat in lines: [14:02] name: text' },
  table: { source: 'table', pieces: 'rows', choice: 'Table or CSV' },
  alertmanager: { source: 'Alertmanager', pieces: 'alerts', choice: 'Alertmanager (JSON)' },
  pagerduty: { source: 'PagerDuty', pieces: 'log entries', choice: 'PagerDuty log entries (JSON)' },
  log: { source: 'log', pieces: 'lines', choice: 'Log or shell history' },
  lines: { source: 'text', pieces: 'lines', choice: 'Text, line by line' },
}
