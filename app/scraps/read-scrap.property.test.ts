import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Moment } from '#app/document/moment.ts'
import { largeScrap } from './large-scrap.ts'
import { readScrap, recogniseScrap } from './read-scrap.ts'
import { type ReadContext, type Reading, type ScrapFormat, scrapFormats } from './reading.ts'

const context: ReadContext = { zone: 'Europe/Oslo', day: '2026-11-12', today: '2026-11-14' }

/** Pieces that the formats are made of, put together as they come. */
const piece = fc.constantFrom(
  ...[
    'Ana Reyes',
    '  2:03 PM',
    '14:05',
    '[14:06] bo: hm',
    '[12/11 14:03] Bo Lind',
    'Today',
    'Monday, November 12th',
    '2 replies',
  ],
  ...[
    '(edited)',
    ':eyes:',
    '3',
    '',
    '#1794491580',
    '2026-11-12T14:03:00Z ERROR x',
    'Nov 12 14:03:10 edge-4 y',
    '14:02 <ana> hi',
    'a,b,c',
  ],
  ...[
    'Time,Text',
    '14:03,"open',
    '{"ts":"1794491580.1"',
    '{"time":"2026-11-12T14:03:00Z","msg":"z"}',
    '25:99',
    '[99:99] bo: x',
    '"',
    '\t14:03\t',
  ],
  ...[
    '[{"labels":{},"startsAt":"0"}]',
    '31/12/2026 23:59',
    '    at line.skerry.Gateway',
    '\uFEFF',
    '🚢 2',
    '> quoted',
    '↳ [14:05] bo: y',
  ],
)
const scrap = fc.oneof(
  fc
    .array(fc.oneof({ weight: 5, arbitrary: piece }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }), {
      maxLength: 30,
    })
    .map((parts) => parts.join('\n')),
  fc.json(),
)

/** The lines with a word in them of which no part is in a candidate or among what was passed over. */
function linesLost(text: string, { candidates, passedOver }: Reading): string[] {
  const covered = new Uint8Array(text.length)
  for (const { place } of [...candidates, ...passedOver]) covered.fill(1, place.from, place.to)
  let from = 0
  return text.split('\n').filter((line) => {
    const start = from
    from += line.length + 1
    return /[\p{L}\p{N}]/u.test(line) && !covered.subarray(start, start + line.length).includes(1)
  })
}

const lists: readonly ScrapFormat[] = ['slack-copy', 'teams-copy', 'plain-chat', 'table', 'log', 'lines']

test('whatever is pasted, reading it as any format ends without an error and with times that the document takes', () => {
  fc.assert(
    fc.property(scrap, fc.constantFrom(...scrapFormats), (text, format) => {
      recogniseScrap(text)
      for (const { moment } of readScrap(text, format, context).candidates) Moment.parse(moment)
    }),
    { numRuns: 600 },
  )
})

test('every line of a chat, a table or a log is in a candidate or is said to be none', () => {
  fc.assert(
    fc.property(scrap, fc.constantFrom(...lists), (text, format) => {
      expect(linesLost(text, readScrap(text, format, context))).toEqual([])
    }),
    { numRuns: 600 },
  )
})

test('every item of a JSON list is a candidate or is said to be none', () => {
  const item = fc.oneof(
    fc.jsonValue(),
    fc.record({ type: fc.constant('message'), ts: fc.constantFrom('1794491580.1', 'x'), text: fc.string() }),
    fc.record({ labels: fc.constant({ alertname: 'A' }), startsAt: fc.constantFrom('2026-11-12T14:03:00Z', 'x') }),
    fc.record({ type: fc.constant('trigger_log_entry'), created_at: fc.constantFrom('2026-11-12T14:03:00Z', 1) }),
  )
  fc.assert(
    fc.property(fc.array(item), fc.constantFrom('slack-export', 'alertmanager', 'pagerduty'), (items, format) => {
      const { candidates, passedOver } = readScrap(JSON.stringify(items), format as ScrapFormat, context)
      const places = new Set([...candidates, ...passedOver].map(({ place }) => place.from))
      expect(places.size).toBe(items.length)
    }),
  )
})

describe.each(scrapFormats)('%s with 20,000 messages', (format) => {
  const text = largeScrap(format, 20_000)
  const reading = readScrap(text, format, context)

  test('is recognised, and read to the last one', () => {
    // Plain lines are read so when somebody says so.
    if (format !== 'lines') expect(recogniseScrap(text)?.format).toBe(format)
    expect(reading.candidates).toHaveLength(20_000)
    expect(reading.candidates.at(-1)!.text).toContain('(19999)')
  })
  test('passes midnight as often as the messages do', () => {
    const days = new Set(reading.candidates.map(({ moment }) => moment.at!.slice(0, 10)))
    expect(days.size).toBeGreaterThanOrEqual(7)
    const times = reading.candidates.map(({ moment }) => moment.at!)
    expect(times).toEqual(times.toSorted())
  })
})
