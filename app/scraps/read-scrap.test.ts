import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScrap, recogniseScrap } from './read-scrap.ts'
import { type Candidate, type ReadContext, type Reading, type ScrapFormat, scrapFormats } from './reading.ts'

const folder = join(import.meta.dirname, 'fixtures')
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.txt') && !name.endsWith('.entries.txt'))
  .map((name) => name.replace('.txt', ''))

/** The incident was on a Thursday; what is copied is pasted two days later. */
const context: ReadContext = { zone: 'UTC', day: '2026-11-12', today: '2026-11-14' }

const formatOf = (fixture: string) => scrapFormats.find((format) => fixture.startsWith(format)) as ScrapFormat

/** One line for each candidate and for each stretch that is passed over, as the files of expected entries have them. */
function told({ candidates, passedOver }: Reading): string {
  const lines = [
    ...candidates.map((each) =>
      [when(each), each.type ?? '-', each.speaker, flags(each), each.text.replaceAll('\n', '⏎')].join(' | '),
    ),
    ...passedOver.map(({ why, place, text }) => `- ${why} ${place.line} ${text}`),
  ]
  return lines.join('\n')
}

function when({ moment: { at, typed } }: Candidate): string {
  return at ? at.replace('.000Z', 'Z') : `unknown ${typed}`
}

function flags({ aside, edited, thread, link }: Candidate): string {
  return [aside, edited && 'edited', thread !== undefined && `thread=${thread}`, link && `link=${link}`]
    .filter(Boolean)
    .join(' ')
}

const normal = (text: string) =>
  text
    .replace(/ *\| */g, '|')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()
    .replaceAll(' |  | ', ' | | ')
    .replace(/[ \t]+$/gm, '')
    .trimEnd()

describe.each(fixtures)('%s', (fixture) => {
  test('is recognised', () => {
    expect(recogniseScrap(read(`${fixture}.txt`))?.format ?? 'nothing').toBe(formatOf(fixture))
  })
  test('is read as exactly these entries, and says what it passed over', () => {
    const reading = readScrap(read(`${fixture}.txt`), formatOf(fixture), context)
    expect(normal(told(reading))).toBe(normal(read(`${fixture}.entries.txt`)))
  })
})

test('every format has at least three fixtures of its own', () => {
  for (const format of scrapFormats.filter((each) => each !== 'lines')) {
    expect(fixtures.filter((name) => formatOf(name) === format).length, format).toBeGreaterThanOrEqual(3)
  }
})

test.each([
  [
    'a timeline that someone wrote',
    '14:03 The job ran.\n14:09 Support called: cards are declined.\n14:12 Proxy restarted.',
  ],
  ['prose with times in it', 'At 14:03 the job ran.\nSupport called at 14:09, and again at 14:12.\nNobody knew why.'],
  ['Markdown', '# Timeline\n\n- 14:03 the job ran\n- 14:09 support called\n\n## Causes\n\nOur own store.'],
  ['a list of names', 'Ana Reyes\nBo Lind\nCleo Marsh'],
  ['a table without times', 'name,port\ngateway,443\nprinter,631'],
  ['some other JSON', '{"name":"gateway","replicas":3}'],
  ['code', 'const at = "14:03"\nconst until = "14:09"\nrun({ at, until })'],
])('%s is none of the formats, and is pasted as it always was', (_, text) => {
  expect(recogniseScrap(text)).toBeNull()
})

test('a text in lines is taken apart line by line, with the times that they begin with', () => {
  const { candidates } = readScrap('- 14:03 the job ran\nno time here\n25:99 a clock that is none', 'lines', context)
  expect(candidates.map(({ moment, text }) => [moment.at, moment.typed, text])).toEqual([
    ['2026-11-12T14:03:00.000Z', '14:03', 'the job ran'],
    [null, '', 'no time here'],
    [null, '25:99', 'a clock that is none'],
  ])
})

test('the zone of the source decides what its times mean', () => {
  const [first] = readScrap('[14:03] ana: hi\n[14:04] bo: yes', 'plain-chat', {
    ...context,
    zone: 'America/New_York',
  }).candidates
  expect(first!.moment).toMatchObject({ at: '2026-11-12T19:03:00.000Z', zone: 'America/New_York', typed: '14:03' })
})

test('messages above the first day that is written are of an earlier one', () => {
  const text = 'Ana Reyes [23:50]\nlate\nThursday, November 12th\nBo Lind [00:10]\nearly'
  const times = readScrap(text, 'slack-copy', context).candidates.map(({ moment }) => moment.at)
  expect(times).toEqual(['2026-11-11T23:50:00.000Z', '2026-11-12T00:10:00.000Z'])
})
