import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lintBlock } from '#app/linter/index.ts'
import { lessonHint } from './lesson-hint.ts'

const house = { teams: ['Edge', 'Crew Systems'], systems: ['Payments gateway', 'Search', 'fare-cache', 'tickets'] }
const signOf = (text: string) => lessonHint(text, house)?.sign ?? null

test.each([
  ['Check a certificate in the reader’s store. Ask the networks first.', 'sentences'],
  ['Check the reader’s store\nnot the writer’s', 'sentences'],
  ['This should be checked before each release.', 'opening'],
  ['It was the cache that decided.', 'opening'],
  ['Before the incident nobody needed a second key.', 'incident'],
  ['What worked last spring may not work in a storm.', 'incident'],
  ['A guard needs a door, see PM-12.', 'ticket'],
  ['Retries need a budget (BOOK-1011).', 'ticket'],
  ['Retries need a budget, as #482 says.', 'ticket'],
  ['A bundle on edge-node-14 is a bundle everywhere.', 'host'],
  ['When db2 is slow, everything is.', 'host'],
  ['Do not trust 10.0.12.7 alone.', 'host'],
  ['Names in fares.prod.internal outlive their hosts.', 'host'],
  ['A rotation that the Payments gateway accepts may be refused elsewhere.', 'name'],
  ['Ask Edge before a rotation.', 'name'],
  ['Clear fare-cache before a price changes.', 'name'],
  ['A CRB approves what a CRB has seen.', 'short-form'],
  [`A copy must show its age ${'and again and again '.repeat(12)}before its content.`, 'length'],
])('%s', (text, sign) => {
  expect(signOf(text)).toBe(sign)
})

test.each([
  'Check a certificate in the reader’s store, not the writer’s.',
  'Ask “how far behind?” before switching.',
  'A number that stops moving is a signal.',
  'It takes a second pair of eyes and a first hour of sleep.',
  'Those who answer at night need the same screens as those who answer by day.',
  'An API key in a log is published, e.g. to whoever reads builds.',
  'A UTF-8 file and a SHA-256 sum say different things about it.',
  'Search for the oldest copy before you trust the newest.',
  'Sell tickets for what sails.',
  'An alert that averages over partners hides the outage of one.',
  'A change that was tested against one incident covers that incident.',
  'During an incident, say what you see before what you think.',
  'NEVER SWITCH WITHOUT ASKING HOW FAR BEHIND',
  '',
])('nothing is said of: %s', (text) => {
  expect(signOf(text)).toBeNull()
})

test('what it saw stands in the text, and what it says is two short sentences that pass our own notes', () => {
  const words = fc.constantFrom(
    'This',
    'that night',
    'EDGE-3311',
    'db-02',
    'Payments gateway',
    'CRB',
    'a store',
    'rests',
    'on',
    '“it”',
    '7.',
  )
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 60 }), (parts) => {
      const text = parts.join(' ')
      const hint = lessonHint(text, house)
      if (!hint) return
      const named = /“(.+?)…?”/.exec(hint.saw)?.[1]
      if (named) expect(text).toContain(named)
      expect(hint.saw).toMatch(/\.$/)
      expect(hint.question).toMatch(/^W.+\?$/)
      const block = { id: 'hint', section: 'lessons' as const, kind: 'text' as const, text: hint.question }
      expect(lintBlock(block, {})).toEqual([])
    }),
  )
})

test('any text has the same hint twice, with space around it too', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      expect(lessonHint(` ${text}\n`, house)).toEqual(lessonHint(text, house))
    }),
  )
})
