import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { completeDocument, documentWith, item, paragraph } from '#tests/documents.ts'
import { readingView } from './reading-view.ts'

const names = {
  factors: { f1: 'No signal' },
  teams: { t1: 'Edge' },
  services: {},
  participants: { p1: 'Gate engineer' },
  postmortems: { pm7: { reference: 'PM-7', title: 'The storm fallback worked' } },
}
const section = (view: ReturnType<typeof readingView>, key: string) => view.sections.find((one) => one.key === key)
const only = (read: ReturnType<typeof section>) => {
  expect(read?.parts).toHaveLength(1)
  return read!.parts[0]!
}

test('the timeline is read in order of time, however it was written', () => {
  const at = (id: string, time: string) =>
    item('timelineEntry', id, { id, at: `2026-11-12T${time}:00.000Z`, precision: 'exact' })
  const document = documentWith({ 'what-happened': [at('c', '14:50'), at('a', '14:03'), at('b', '14:09')] })
  expect(only(section(readingView(document, names), 'what-happened')).entries.map((entry) => entry.id)).toEqual([
    'a',
    'b',
    'c',
  ])
})

test('a change stands beside the cause it addresses, and is not told twice', () => {
  const view = readingView(completeDocument(), names)
  expect(only(section(view, 'allowed-it')).causes[0]!.changes.map((change) => change.id)).toEqual(['change1'])
  expect(section(view, 'changing')).toBeUndefined()
})

test('a change without words is on no page, also beside its cause', () => {
  const document = documentWith({
    'allowed-it': [item('cause', 'The check used our own store.', { id: 'cause1' })],
    changing: [item('change', '', { id: 'a', causes: ['cause1'] }), item('change', '', { id: 'b' })],
  })
  const view = readingView(document, names)
  expect(only(section(view, 'allowed-it')).causes[0]!.changes).toEqual([])
  expect(section(view, 'changing')).toBeUndefined()
})

test('a change that addresses no cause keeps a place of its own', () => {
  const document = documentWith({ changing: [item('change', 'A page says it.', { id: 'c', causes: ['gone'] })] })
  expect(only(section(readingView(document, names), 'changing')).changes.map((change) => change.id)).toEqual(['c'])
})

test('what was hidden or left empty is not on the page', () => {
  const document = completeDocument()
  const lessons = document.content.find((one) => one.attrs.key === 'lessons')!
  lessons.attrs.hiddenBecause = 'Another post-mortem has them.'
  const keys = readingView(document, names).sections.map((one) => one.key)
  expect(keys).not.toContain('lessons')
  expect(keys).not.toContain('accounts')
})

test('a person who is mentioned is shown by their role, and their id stays behind', () => {
  const mention: NodeJson = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const document = documentWith({ 'if-again': 'x' })
  document.content.find((one) => one.attrs.key === 'if-again')!.content = [
    { type: 'paragraph', content: [{ type: 'text', text: 'Ask the ' }, mention] },
  ]
  const shown = JSON.stringify(readingView(document, names))
  expect(shown).toContain('Gate engineer')
  expect(shown).not.toContain('"p1"')
})

test('another post-mortem is a link by its title of now, and only “another post-mortem” to whoever may not open it', () => {
  const link = (id: string): NodeJson => ({ type: 'mention', attrs: { kind: 'postmortem', id } })
  const document = documentWith({ 'if-again': 'x' })
  document.content.find((one) => one.attrs.key === 'if-again')!.content = [
    { type: 'paragraph', content: [{ type: 'text', text: 'See ' }, link('pm7'), link('secret')] },
  ]
  expect(only(section(readingView(document, names), 'if-again')).body[0]!.content).toEqual([
    { type: 'text', text: 'See ' },
    {
      type: 'text',
      text: 'PM-7 The storm fallback worked',
      marks: [{ type: 'link', attrs: { href: '/postmortems/PM-7' } }],
    },
    { type: 'text', text: 'another post-mortem' },
  ])
})

test('the empty paragraphs that a draft keeps at its ends are not on the page', () => {
  const document = documentWith({ 'if-again': 'x' })
  document.content.find((one) => one.attrs.key === 'if-again')!.content = [
    paragraph(''),
    paragraph('A sign.'),
    paragraph(''),
  ]
  expect(only(section(readingView(document, names), 'if-again')).body).toEqual([paragraph('A sign.')])
})

test('a heading between items keeps what was written under it', () => {
  const heading = (text: string): NodeJson => ({
    type: 'heading',
    attrs: { level: 3 },
    content: [{ type: 'text', text }],
  })
  const content = [
    heading('Seen late'),
    item('cause', 'The alert averaged.', { id: 'c1' }),
    paragraph(''),
    item('cause', 'Nobody was paged.', { id: 'c2' }),
    heading('Made worse'),
    item('cause', 'The retry had no end.', { id: 'c3' }),
  ]
  const { parts } = section(readingView(documentWith({ 'allowed-it': content }), names), 'allowed-it')!
  expect(parts.map(({ body, causes }) => [body, causes.map(({ id }) => id)])).toEqual([
    [[heading('Seen late')], ['c1', 'c2']],
    [[heading('Made worse')], ['c3']],
  ])
})

test('what to do if it happens again and the lessons are read first, the rest as it was written', () => {
  const document = completeDocument()
  document.content.find((one) => one.attrs.key === 'if-again')!.content = [paragraph('A sign.')]
  const written = document.content.map((one) => one.attrs.key)
  const read = readingView(document, names).sections.map((one) => one.key)
  expect(read.slice(0, 2)).toEqual(['if-again', 'lessons'])
  expect(read.slice(2)).toEqual(written.filter((key) => read.slice(2).includes(key)))
})

test('changes stand beside their causes where all are short, and below them as soon as one is long', () => {
  const chains = (statement: string, because: string | null = null) => {
    const document = documentWith({
      'allowed-it': [item('cause', statement, { id: 'c', causes: [] })],
      changing: [item('change', 'A page says it.', { id: 'd', causes: ['c'], because })],
    })
    return section(readingView(document, names), 'allowed-it')!.chains
  }
  expect(chains('The check used our own store.')).toBe('beside')
  expect(chains('The check used our own store. '.repeat(8))).toBe('below')
  expect(chains('The check used our own store.', 'Another team is at it.')).toBe('below')
})

test('accounts of one moment stand together, whatever was written between them, and none is ranked or merged', () => {
  const document = documentWith({
    'what-happened': [
      item('timelineEntry', 'Cancelled.', { id: 'e1', at: '2026-11-12T02:10:00.000Z', precision: 'exact' }),
    ],
    accounts: [
      item('account', 'I saw one boat twice.', { id: 'a1', entryId: 'e1', from: 'Duty planner' }),
      item('account', 'It was quiet on the quay.', { id: 'a2', typed: 'at dawn' }),
      item('account', 'There were two boats.', { id: 'a3', entryId: 'e1', from: 'Quay supervisor' }),
    ],
  })
  const { moments } = only(section(readingView(document, names), 'accounts'))
  expect(moments.map(({ entryId, says, accounts }) => [entryId, says, accounts.map(({ id }) => id)])).toEqual([
    ['e1', 'seen from two places', ['a1', 'a3']],
    [null, null, ['a2']],
  ])
  expect(moments[1]!.moment).toMatchObject({ typed: 'at dawn' })
})

test('a change is told with its team, its day, its tracker and what was decided', () => {
  const document = documentWith({
    changing: [
      item('change', 'The job refuses.', { id: 'h1', teamId: 'team1', strength: 'stronger' }),
      item('change', 'A second chain.', { id: 'h2', decision: 'not-doing', because: 'It is gone in spring.' }),
      item('change', 'A second store.', { id: 'h3', decision: 'deciding', decideBy: '2026-12-04' }),
    ],
  })
  const row = { state: 'open' as const, dueOn: '2026-12-04', didItHelp: null }
  const rows = { h1: { ...row, trackerUrl: 'https://tracker.skerry.example/browse/EDGE-3311' } }
  const teams = { ...names, teams: { team1: 'Edge' } }
  const { changes } = only(section(readingView(document, teams, rows), 'changing'))
  expect(changes.map(({ standing, needs, tracker, decided }) => [standing, needs, tracker?.name, decided])).toEqual([
    ['Edge team · open · due 4 Dec 2026', 'needs no memory', 'EDGE-3311', null],
    ['not doing', null, undefined, 'Not doing this:'],
    ['deciding', null, undefined, 'Deciding by 4 Dec 2026'],
  ])
})

test('a lesson leads to the causes and changes it comes from, as far as they stand on the page', () => {
  const document = completeDocument()
  const lesson = document.content.find(({ attrs }) => attrs.key === 'lessons')!.content![0]!
  lesson.attrs = { ...lesson.attrs, causes: ['removed', 'cause1'] }
  const { lessons } = only(section(readingView(document, names), 'lessons'))
  expect(lessons[0]!.behind).toEqual([
    { id: 'cause1', label: 'condition 1' },
    { id: 'change1', label: 'change 1' },
  ])
})

test('thanks that only name somebody are thanks, in their text or beside it', () => {
  const mention: NodeJson = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const document = documentWith({
    thanks: [
      { ...item('thanks', '', { id: 'a' }), content: [{ type: 'paragraph', content: [mention] }] },
      item('thanks', '', { id: 'b', to: 'The night shift' }),
      item('thanks', '', { id: 'c' }),
    ],
  })
  const { thanks } = only(section(readingView(document, names), 'thanks'))
  expect(thanks.map(({ id, to }) => [id, to])).toEqual([
    ['a', ''],
    ['b', 'The night shift'],
  ])
  expect(JSON.stringify(thanks[0]!.body)).toContain('Gate engineer')
})

test('an account is from a role, and a person in it appears as readers get them', () => {
  const from = ['p1', 'Duty planner', 'constructor']
  const document = documentWith({ accounts: from.map((each) => item('account', 'Green.', { id: each, from: each })) })
  const { moments } = only(section(readingView(document, names), 'accounts'))
  const shown = moments.flatMap(({ accounts }) => accounts.map(({ attributes }) => attributes.from))
  expect(shown).toEqual(['Gate engineer', 'Duty planner', 'constructor'])
})
