import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint, lintBlock, oncePerDocument, ruleset, type Section, type TextBlock } from './index.ts'

const sections: Section[] = [
  'prose',
  'timeline',
  'accounts',
  'causes',
  'changes',
  'questions',
  'thanks',
  'lessons',
  'summary',
  'unknown',
]
const fragments = [
  'the engineer',
  'failed to',
  'should have',
  'been',
  'merged',
  ' ',
  '. ',
  '\n',
  '- ',
  '14:02 ',
  '"',
  '“',
  '`',
  '\uFFFC',
  'who',
  'why did',
  '?',
  'had',
  'would have',
  'caught',
  ', ',
  'and',
  'but',
  "didn't",
  'check',
  'human error',
  'İ',
  '🚢',
  '\uD83D',
  '(',
  ')',
  'be careful',
  'accidentally',
  'nobody',
  'by mistake',
  'careless',
  'root cause was',
  'only one person',
  'knew',
  'if we had',
  'would have been better',
  'happened to be',
  'thanks to',
  'despite',
  'was missed',
  'without testing',
  'not properly tested',
  "didn't",
  'all-nighter',
  'keep an eye',
  'a single',
  'lack of',
  'too slow to',
  '_',
  '/',
  '<',
  '@a: ',
  '[10:00] ',
  "'s",
  'broke',
  'of',
  'that',
]
/** Every word that some rule waits for: the surest way into the rules. */
const ownWords = [
  ...new Set(
    ruleset.flatMap(({ looks, plans = [] }) =>
      [...looks, ...plans].flatMap(([{ slots }]) => slots.flatMap(({ list }) => [...(list ?? [])])),
    ),
  ),
]
const prose = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...fragments), fc.constantFrom(...ownWords)), { maxLength: 12 })
    .map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
)
const blocks = fc.array(
  fc.record<TextBlock>({
    id: fc.string({ maxLength: 3 }),
    section: fc.constantFrom(...sections),
    kind: fc.constant('text'),
    text: prose,
    masks: fc.array(fc.record({ from: fc.nat(80), to: fc.nat(80) }), { maxLength: 2 }),
    mentions: fc.array(fc.record({ offset: fc.nat(80), kind: fc.constantFrom('person', 'team', 'service') }), {
      maxLength: 2,
    }),
  }),
  { maxLength: 5 },
)

describe('whatever is typed', () => {
  test('findings lie inside their sentence, sentences inside their text, one finding each', () => {
    fc.assert(
      fc.property(blocks, (document) => {
        for (const each of document) {
          let last = -1
          for (const finding of lintBlock(each)) {
            expect(finding.from).toBeLessThan(finding.to)
            expect(finding.sentence.from).toBeLessThanOrEqual(finding.from)
            expect(finding.sentence.to).toBeGreaterThanOrEqual(finding.to)
            expect(finding.sentence.to).toBeLessThanOrEqual(each.text.length)
            expect(finding.sentence.from).toBeGreaterThanOrEqual(last)
            expect(finding.excerpt).toBe(each.text.slice(finding.from, finding.to))
            last = finding.sentence.to
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  test('the whole and its blocks give the same findings', () => {
    fc.assert(
      fc.property(blocks, (document) => {
        expect(lint(document)).toEqual(oncePerDocument(document.flatMap((each) => lintBlock(each))))
      }),
    )
  })
})

// Each is a text that makes a careless expression or a clause search go over the same ground again and again.
const hostile: Record<string, string> = {
  'one long word': 'a',
  backticks: '`',
  'quotation marks': '"x',
  'opening brackets': '<a [14:02',
  underscores: '_a',
  slashes: ' /a/',
  'a sentence that never ends': 'the engineer and failed to check ',
  'nothing but conditions': 'if the engineer had checked, ',
  'nothing but auxiliaries': 'should could would have been had ',
  'nothing but relatives': 'who that which nobody ',
  'nothing but commas': ', failed to,',
  'many causes': 'the cause of a ',
  'full stops': '. e.g. ',
  'line breaks': '\n- failed to',
  'conditions with people': 'if we had checked it would have been better ',
  'only ones': 'only one of the only people who ',
  shortages: 'lack of any proper and not enough testing or ',
  procedures: 'without following the process was not ',
  luck: 'luckily lucky that we happened to be ',
  training: 'introduce more training and remind to train ',
  apostrophes: "didn't've's ",
}

describe('time grows with the text, not faster', () => {
  test.each(Object.entries(hostile))('%s', (_, part) => {
    const small = part.repeat(Math.ceil(20_000 / part.length))
    const large = small.repeat(8)
    const time = (text: string) => {
      const rounds = Array.from({ length: 7 }, () => {
        const start = performance.now()
        lintBlock({ id: 'it', section: 'causes', kind: 'text', text })
        return performance.now() - start
      })
      return Math.min(...rounds)
    }
    time(small)

    // Eight times the text; a quadratic cost would be sixty-four times. The least of seven rounds, so that a busy machine counts little.
    expect(time(large)).toBeLessThan(24 * (time(small) + 1))
  })
})
