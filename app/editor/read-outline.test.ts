import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { nextToWrite } from './next-to-write.ts'
import { readOutline } from './read-outline.ts'

const item = (type: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson => ({
  type,
  attrs: { id, ...attrs },
  content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }],
})
const entry = (id: string, at: string, ...milestones: string[]) =>
  item('timelineEntry', id, 'The job ran.', { at: `2026-11-${at}.000Z`, precision: 'exact', milestones })

function outlineOf(filled: Record<string, NodeJson[]>) {
  const document = startDocument(standardTemplate.sections)
  for (const section of document.content) section.content = filled[section.attrs.key!] ?? section.content
  return readOutline(documentSchema.nodeFromJSON(document), 'UTC')
}

test('a new day is shown once, and what was written late is pointed out', () => {
  const { entries } = outlineOf({
    'what-happened': [
      entry('a', '12T23:50:00'),
      entry('b', '13T00:10:00'),
      entry('c', '13T00:20:00'),
      entry('d', '12T23:55:00'),
    ],
  })
  expect([...entries.values()].map(({ newDay }) => newDay)).toEqual(['2026-11-12', '2026-11-13', null, '2026-11-12'])
  expect([...entries.values()].filter(({ astray }) => astray).map(({ id, astray }) => [id, astray])).toEqual([
    ['d', 'up'],
  ])
})

test('conditions from before stand as a group at the top; one that was written further down is pointed out', () => {
  const older = (id: string) => ({
    ...entry(id, '01T00:00:00'),
    attrs: { id, at: '2026-03-01T00:00:00.000Z', precision: 'season' },
  })
  const { entries } = outlineOf({
    'what-happened': [older('one'), older('two'), entry('a', '12T14:03:00'), older('late')],
  })
  const said = [...entries.values()].map(({ id, opensBefore, closesBefore, astray }) => [
    id,
    opensBefore,
    closesBefore,
    astray,
  ])
  expect(said).toEqual([
    ['one', true, false, null],
    ['two', false, true, null],
    ['a', false, false, null],
    ['late', false, false, 'up'],
  ])
})

test('an entry outside of the incident’s times says how far', () => {
  const { entries } = outlineOf({
    'what-happened': [
      entry('deploy', '12T13:58:00'),
      entry('a', '12T14:03:00', 'first-effect'),
      entry('b', '12T14:50:00', 'normal-again'),
      entry('wrong-day', '13T14:10:00'),
    ],
  })
  expect([...entries.values()].map(({ outside }) => outside)).toEqual([
    { side: 'before', seconds: 300 },
    null,
    null,
    { side: 'after', seconds: 84_000 },
  ])
})

test('the incident’s times come from the marks, and a cause knows how many changes address it', () => {
  const { times, causes } = outlineOf({
    'what-happened': [entry('a', '12T14:03:00', 'first-effect'), entry('b', '12T14:09:00', 'first-noticed')],
    'allowed-it': [item('cause', 'c1', 'Our own store.'), item('cause', 'c2', 'A long window.')],
    changing: [
      item('change', 'h1', 'A guard.', { causes: ['c1'] }),
      item('change', 'h2', 'A shorter window.', { causes: ['c1'] }),
    ],
  })
  expect(times['first-noticed']?.at).toBe('2026-11-12T14:09:00.000Z')
  expect([...causes.values()].map(({ changes }) => changes)).toEqual([2, 0])
})

test('writing leads from what happened to lessons, and In short comes last', () => {
  const led: string[] = []
  const filled: Record<string, NodeJson[]> = {}
  const written = [{ type: 'paragraph', content: [{ type: 'text', text: 'Written.' }] }]
  for (;;) {
    const next = nextToWrite(outlineOf(filled).sections)
    if (!next) break
    led.push(next.key!)
    filled[next.key!] = written
  }
  expect(led.slice(0, 7)).toEqual([
    'what-happened',
    'accounts',
    'allowed-it',
    'changing',
    'unknown',
    'thanks',
    'lessons',
  ])
  expect(led.at(-1)).toBe('in-short')
  expect(led).toHaveLength(standardTemplate.sections.length)
})
