import { describe, expect, test } from 'vitest'
import { Facts } from '#app/document/facts.ts'
import { lightTemplate, standardTemplate } from '#app/document/templates.ts'
import { completeDocument, documentWith, item } from '#tests/documents.ts'
import { type CheckedDraft, publishCheck } from './publish-check.ts'

const complete: CheckedDraft = {
  document: completeDocument(),
  facts: Facts.parse({ title: 'Cards declined after a certificate rotation' }),
  template: standardTemplate.sections,
  peopleNames: ['Ines Okafor', 'Mara Lind'],
  notes: { count: 0, itemId: null },
}
const texts = (draft: Partial<CheckedDraft>) =>
  publishCheck({ ...complete, ...draft }).points.map((point) => point.text)
const at = (time: string) => `2026-11-12T${time}:00.000Z`

test('a complete document leaves one gap to ask about, and nothing to mask', () => {
  const { names, leaks, points } = publishCheck(complete)
  expect({ names, leaks }).toEqual({ names: [], leaks: [] })
  expect(points.map((point) => point.text)).toEqual([
    '12 minutes between 14:09 and 14:21 have no entry. Was there something to see?',
  ])
})

test('an empty draft is asked for its title, its required sections and thanks, in that order', () => {
  expect(texts({ document: documentWith({}), facts: Facts.parse({}) })).toEqual([
    'It has no title yet. One line that says what people noticed is enough.',
    '“In short” is empty. Write a line, say “we don’t know yet”, or leave it out, because …',
    '“What happened” is empty. Write a line, say “we don’t know yet”, or leave it out, because …',
    '“How our system allowed it” is empty. Write a line, say “we don’t know yet”, or leave it out, because …',
    '“What we are changing” is empty. Write a line, say “we don’t know yet”, or leave it out, because …',
    'No one has been thanked yet.',
  ])
})

test('a required section that is left out with a reason is answered', () => {
  const document = completeDocument()
  const inShort = document.content.find((section) => section.attrs.key === 'in-short')!
  inShort.content = []
  inShort.attrs.hiddenBecause = 'The timeline is short enough to read.'
  expect(texts({ document }).join()).not.toContain('In short')
})

test('only sections that its own template requires are asked for', () => {
  const document = documentWith({}, lightTemplate.sections)
  expect(texts({ document, template: lightTemplate.sections })).toHaveLength(5)
})

describe('conditions and changes', () => {
  const causes = ['cause1', 'cause2', 'cause3'].map((id) => item('cause', `Condition ${id}.`, { id }))
  const inDocument = (changes: ReturnType<typeof item>[]) => {
    const document = completeDocument()
    const section = (key: string) => document.content.find((candidate) => candidate.attrs.key === key)!
    section('allowed-it').content = causes
    section('changing').content = changes
    return document
  }

  test('a condition without a change, or with one that says nothing, is counted, one with a reason is not', () => {
    causes[2]!.attrs!.noChangeBecause = 'The vendor removes it in March.'
    const change = item('change', 'A rotation stops.', { id: 'change1', causes: ['cause1'], strength: 'stronger' })
    const unwritten = item('change', '', { id: 'change2', causes: ['cause2'] })
    const check = publishCheck({ ...complete, document: inDocument([change, unwritten]) })
    expect(check.points[0]).toMatchObject({
      itemId: 'cause2',
      text: '1 condition has no change. Link one, say “deciding by …”, or “no change, because …”.',
    })
  })

  test('changes that all rely on remembering raise a question, and one that does not answers it', () => {
    const weak = item('change', 'Say it again at the next meeting.', {
      id: 'change1',
      causes: ['cause1', 'cause2'],
      strength: 'weaker',
    })
    const question = 'Every change relies on remembering. Is there one that does not?'
    expect(texts({ document: inDocument([weak]) })).toContain(question)
    const strong = item('change', 'The job refuses.', { id: 'change2', strength: 'stronger' })
    expect(texts({ document: inDocument([weak, strong]) })).not.toContain(question)
  })

  test('the key of a point stays while it is about the same conditions, and changes with them', () => {
    const keyOf = (ids: string[]) => {
      const document = inDocument([])
      document.content.find((section) => section.attrs.key === 'allowed-it')!.content = ids.map((id) =>
        item('cause', `Condition ${id}.`, { id }),
      )
      return publishCheck({ ...complete, document }).points.find((point) => point.key.startsWith('no-change'))!.key
    }
    expect(keyOf(['cause2', 'cause1'])).toBe(keyOf(['cause1', 'cause2']))
    expect(keyOf(['cause1', 'cause3'])).not.toBe(keyOf(['cause1', 'cause2']))
  })
})

describe('gaps between first noticed and first relief', () => {
  const timeline = (rows: [string, string[]?, Record<string, unknown>?][]) =>
    documentWith({
      'what-happened': rows.map(([time, milestones = [], more = {}], place) =>
        item('timelineEntry', 'A row.', { id: `entry${place}`, at: at(time), precision: 'exact', milestones, ...more }),
      ),
    })
  const gaps = (document: CheckedDraft['document'], zone = 'UTC') =>
    publishCheck({ ...complete, document, facts: Facts.parse({ title: 'x', zone }) })
      .points.filter((point) => point.key.startsWith('gap'))
      .map((point) => point.text.split(' have ')[0])

  test('the three longest are named, in the order of time', () => {
    const rows: [string, string[]?][] = [
      ['10:00', ['first-effect']],
      ['12:00', ['first-noticed']],
      ['12:11'],
      ['12:31'],
      ['12:40'],
      ['13:10'],
      ['13:35', ['first-relief']],
      ['15:00', ['normal-again']],
    ]
    expect(gaps(timeline(rows))).toEqual([
      '20 minutes between 12:11 and 12:31',
      '30 minutes between 12:40 and 13:10',
      '25 minutes between 13:10 and 13:35',
    ])
  })

  test('they are told in the zone of the document, also when rows are out of order', () => {
    const rows: [string, string[]?][] = [
      ['14:41', ['first-relief']],
      ['14:12', ['first-noticed']],
    ]
    expect(gaps(timeline(rows), 'Europe/Paris')).toEqual(['29 minutes between 15:12 and 15:41'])
  })

  test('a row that spans a stretch fills it', () => {
    const until = { precision: 'between', until: at('12:50') }
    expect(
      gaps(
        timeline([
          ['12:00', ['first-noticed']],
          ['12:05', [], until],
          ['12:55', ['first-relief']],
        ]),
      ),
    ).toEqual([])
  })

  test('without both marks nothing is asked', () => {
    expect(gaps(timeline([['12:00', ['first-noticed']], ['15:00']]))).toEqual([])
  })
})

test('entries without a source are counted', () => {
  const document = documentWith({
    'what-happened': ['a', 'b'].map((id) => item('timelineEntry', 'A row.', { id })),
  })
  expect(texts({ document })).toContain('2 entries have no source. Fine if memory is the source: say so.')
})

test('phrases with a note are counted, not named', () => {
  expect(texts({ notes: { count: 5, itemId: 'entry1' } })).toContain('5 phrases still carry a note. See them together.')
})

test('full names of people are found as words, wherever they stand', () => {
  const document = documentWith({
    'in-short': 'Mara lind saw it first.',
    accounts: [item('account', 'All was quiet.', { id: 'account1', from: 'Ines Okafor' })],
  })
  expect(publishCheck({ ...complete, document }).names).toEqual(['Ines Okafor', 'Mara Lind'])
  const other = documentWith({ 'in-short': 'Mara Lindqvist is no one we know.' })
  expect(publishCheck({ ...complete, document: other }).names).toEqual([])
})

test('one passage in three places is one decision, and its key gives nothing away', () => {
  const document = documentWith({
    'in-short': 'Traffic moved to gate-db-3.internal.',
    'what-happened': [
      item('timelineEntry', 'gate-db-3.internal answered late.', {
        id: 'entry1',
        evidence: [{ id: 'e1', kind: 'snippet', text: 'host=gate-db-3.internal password=x1y2z3w4' }],
      }),
    ],
  })
  const { leaks } = publishCheck({ ...complete, document })
  expect(leaks.map(({ kind, shown, places }) => ({ kind, shown, places }))).toEqual([
    { kind: 'host', shown: 'gate-db-3.internal', places: ['In short', 'What happened'] },
    { kind: 'password', shown: 'x1…', places: ['What happened'] },
  ])
  expect(leaks.map((leak) => leak.key).join()).not.toMatch(/gate|x1y2/)
})
