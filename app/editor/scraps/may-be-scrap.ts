/** What of a text is looked at, in characters. */
const HEAD = 6000
const TIME = /(?:^|[\s[("T,;])\d{1,2}:\d{2}(?!\d)/g
const EPOCH_LINE = /^(?:#|: )\d{10}\b/m
const KEYS = /"(?:ts|startsAt|log_entries|log_entry|created_at|time|timestamp|@timestamp)"\s*:/

/**
 * Whether it is worth loading what recognises chats, alerts, tables and logs: several lines with at least two times, or JSON with
 * a time in it. Cheap, and part of what the editor loads first.
 */
export function mayBeScrap(text: string): boolean {
  const head = text.slice(0, HEAD)
  if (/^\s*[[{]/.test(head) && KEYS.test(head)) return true
  if (!/\n/.test(head.trim())) return false
  if (EPOCH_LINE.test(head)) return true
  TIME.lastIndex = 0
  return TIME.test(head) && TIME.test(head)
}
