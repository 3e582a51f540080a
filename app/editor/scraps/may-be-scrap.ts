/** What of a text is looked at, in characters. */
const HEAD = 6000
const KEYS = /"(?:ts|startsAt|log_entries|log_entry|created_at|time|timestamp|@timestamp)"\s*:/
const EPOCH_LINE = /^(?:#|: )\d{10}\b/m
/** How sources write times and people do not: alone on a line or at its end, in brackets, before a name, between cells, with seconds. */
const signs = [
  /(?:^|\s{2}|\[|\d[,.]? |[a-z]y |(?:day|\d(?:st|nd|rd|th)?) at )\d{1,2}[:.]\d{2}(?:[\s\u202f]?[AP]M)?\]?(?: \(edited\))?\s*$/i,
  /^\s*\S{0,2}\s?[[(][^\])]{0,30}\d{1,2}:\d{2}[^\])]{0,12}[\])]\s+\S/,
  /^.{0,24}\d{1,2}:\d{2}(?:\s?[AP]M)?(?: -)?\s+(?:<|[\p{L}@*][^:]{0,40}[:>]\s|-!-)/iu,
  /[\t;,|]"?\d{1,2}:\d{2}|\d{1,2}:\d{2}[^\s,;|]{0,12}"?[\t;,|]|^\d{5}\.\d+[\t;,]/,
  /\d{2}:\d{2}:\d{2}/,
]

/**
 * Whether it is worth loading what recognises chats, alerts, tables and logs. Cheap, and part of what the editor loads first: a
 * timeline that someone has written, `14:03 text`, is none, and goes on to be pasted at once.
 */
export function mayBeScrap(text: string): boolean {
  const head = text.slice(0, HEAD)
  if (/^\s*[[{]/.test(head) && KEYS.test(head)) return true
  if (EPOCH_LINE.test(head)) return true
  let found = 0
  for (const line of head.split('\n', 80)) {
    if (signs.some((sign) => sign.test(line.slice(0, 200))) && ++found > 1) return true
  }
  return false
}
