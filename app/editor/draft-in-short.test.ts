import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Moment } from '#app/document/moment.ts'
import { lintBlock } from '#app/linter/index.ts'
import { draftInShort, type InShortFacts } from './draft-in-short.ts'

const at = (time: string, precision: Moment['precision'] = 'exact', until?: string) =>
  Moment.parse({
    at: `2026-11-${time}.000Z`,
    precision,
    until: until ? `2026-11-${until}.000Z` : null,
  })
const nothing: InShortFacts = {
  times: {},
  zone: 'UTC',
  services: [],
  severity: null,
  impact: '',
  allowed: '',
  language: {},
}
const draft = (facts: Partial<InShortFacts>) => draftInShort({ ...nothing, ...facts })

test('a whole draft says when, what, who felt it, what allowed it and how long it took', () => {
  expect(
    draft({
      times: {
        'first-effect': at('12T14:03:10'),
        'first-noticed': at('12T14:09:00'),
        'first-relief': at('12T14:21:00', 'about'),
        'normal-again': at('12T14:50:00'),
      },
      services: ['Payments gateway', 'Edge proxy'],
      severity: 'SEV-1',
      impact: 'About 31 % of card payments were declined. Cash was taken in the harbours.',
      allowed: 'The check looks at our own store only.',
    }),
  ).toBe(
    'From 14:03 to 14:50 UTC on 12 Nov 2026, Payments gateway and Edge proxy were affected (SEV-1). ' +
      'About 31 % of card payments were declined. What made it possible: The check looks at our own store only. ' +
      'It was noticed after 6 minutes, relief came after about 18 minutes, and it was normal again after 47 minutes.',
  )
})

test('a time is as precise as its mark, in the zone of the document', () => {
  const first = (effect: Moment, normal?: Moment, zone = 'UTC') =>
    draft({ times: { 'first-effect': effect, ...(normal ? { 'normal-again': normal } : {}) }, zone })?.split('. ')[0]
  expect(first(at('12T14:03:00', 'about'))).toBe('From about 14:03 UTC on 12 Nov 2026 on, its effects could be felt.')
  expect(first(at('12T14:03:00', 'between', '12T14:12:00'), at('12T15:00:00'), 'Europe/Oslo')).toBe(
    'From some time between 15:03 and 15:12 to 16:00 UTC+1 on 12 Nov 2026, its effects could be felt',
  )
  expect(first(at('12T23:50:00'), at('13T01:10:00'))).toBe(
    'From 23:50 UTC on 12 Nov 2026 to 01:10 UTC on 13 Nov 2026, its effects could be felt',
  )
})

test('what is not known is not said', () => {
  expect(draft({})).toBeNull()
  expect(draft({ services: ['Booking'], severity: 'SEV-2' })).toBeNull()
  expect(draft({ times: { 'first-effect': Moment.parse({ typed: 'some time after four' }) } })).toBeNull()
  expect(draft({ impact: 'Nobody felt it' })).toBe('Nobody felt it.')
  expect(draft({ impact: 'Nobody felt it.', services: ['Booking'] })).toBe('Booking was affected. Nobody felt it.')
  expect(draft({ impact: 'Nobody felt it.', times: { 'first-noticed': at('12T14:03:00') } })).toBe('Nobody felt it.')
})

test('a sentence with a language note, or with somebody mentioned, is not taken over', () => {
  expect(draft({ impact: '@ had to wait.' })).toBeNull()
  const impact = 'Nobody felt it.'
  expect(draft({ impact, allowed: 'The developer should have known that the key needs the date.' })).toBe(impact)
  expect(draft({ impact: 'The operator carelessly refused 400 cars.' })).toBeNull()
})

const moments = fc
  .record({
    at: fc.option(
      fc
        .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
        .map((day) => day.toISOString()),
    ),
    precision: fc.constantFrom<Moment['precision']>('exact', 'about', 'between', 'unknown', 'month', 'season'),
  })
  .map((parts) => Moment.parse({ ...parts, until: parts.precision === 'between' ? parts.at : null }))
const marks = ['first-effect', 'first-noticed', 'first-relief', 'normal-again'] as const

test('every draft is whole sentences that our own notes leave alone', () => {
  fc.assert(
    fc.property(
      fc.record({
        times: fc
          .array(fc.tuple(fc.constantFrom(...marks), moments), { maxLength: 5 })
          .map((pairs) => Object.fromEntries(pairs)),
        zone: fc.constantFrom('UTC', 'Europe/Oslo', 'Asia/Kathmandu'),
        services: fc.subarray(['Booking', 'Payments gateway', 'Edge proxy', 'Weather feed']),
        severity: fc.constantFrom(null, 'SEV-1', 'None'),
        impact: fc.constantFrom('', 'Nobody felt it.', 'About 400 people waited', 'x'.repeat(400)),
        allowed: fc.constantFrom('', 'A local time carries no offset.', 'Human error.', 'Somebody forgot the offset.'),
        language: fc.constant({}),
      }),
      (facts) => {
        const text = draftInShort(facts)
        if (text === null) return
        expect(text).toMatch(/^[A-Z].*\.$/)
        expect(text).not.toMatch(/unknown|undefined|null|NaN| {2}|\.\./)
        expect(lintBlock({ id: 'draft', section: 'summary', kind: 'text', text }, {})).toEqual([])
        expect(draftInShort(facts)).toBe(text)
      },
    ),
  )
})
