import { alertmanager } from './alertmanager.ts'
import { lines } from './lines.ts'
import { log } from './log.ts'
import { pagerduty } from './pagerduty.ts'
import { plainChat } from './plain-chat.ts'
import type { ReadContext, Reading, Recognition, ScrapFormat, ScrapReader } from './reading.ts'
import { slackCopy } from './slack-copy.ts'
import { slackExport } from './slack-export.ts'
import { table } from './table.ts'
import { teamsCopy } from './teams-copy.ts'

const readers: readonly ScrapReader[] = [
  slackExport,
  alertmanager,
  pagerduty,
  teamsCopy,
  slackCopy,
  plainChat,
  log,
  table,
  lines,
]

/** How much of a text is looked at to recognise it, in characters. */
const HEAD = 16_000
/** Below this a format is not offered by itself; whoever knows better may choose it. */
const SURE_ENOUGH = 0.6

/** More is not read: the text is kept, or refused with this number. In characters. */
export const longestScrapText = 12_000_000

export interface RecognisedScrap extends Recognition {
  format: ScrapFormat
}

/** The format that a text most likely has, from its beginning; null when it is none of them. */
export function recogniseScrap(text: string): RecognisedScrap | null {
  const head = headOf(text)
  let best: RecognisedScrap | null = null
  for (const reader of readers) {
    const { confidence, why } = reader.recognise(head)
    if (confidence >= SURE_ENOUGH && confidence > (best?.confidence ?? 0))
      best = { format: reader.format, confidence, why }
  }
  return best
}

/** Reads a text as the format it is given as. Never throws; what is not understood is listed. */
export function readScrap(text: string, format: ScrapFormat, context: ReadContext): Reading {
  const reader = readers.find((each) => each.format === format)!
  return reader.read(withoutMark(text), context)
}

/** Whole lines, as far as there are any. */
function headOf(text: string): string {
  const start = withoutMark(text.slice(0, HEAD))
  if (text.length <= HEAD) return start
  const end = start.lastIndexOf('\n')
  return end > 0 ? start.slice(0, end) : start
}

/** The mark at the beginning of a file would be part of its first word; it becomes a blank, so that places stay true. */
function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text
}
