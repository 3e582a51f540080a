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
