import { expect, test } from 'vitest'
import { completeDocument, documentWith, item } from '#tests/documents.ts'
import { extract } from './extract.ts'
import { sectionProgress } from './section-progress.ts'

const progressOf = (document: ReturnType<typeof documentWith>, key: string) =>
  sectionProgress(extract(document)).find((section) => section.key === key)?.progress

test('an empty document is empty in every section', () => {
  expect(new Set(sectionProgress(extract(documentWith({}))).map((section) => section.progress))).toEqual(
    new Set(['empty']),
  )
})

test('a change is complete once a team owns it, or it says why or by when', () => {
  const changing = (attributes: Record<string, unknown>) =>
    progressOf(
      documentWith({ changing: [item('change', 'The job refuses.', { id: 'change1', ...attributes })] }),
      'changing',
    )
  expect(changing({})).toBe('part')
  expect(changing({ teamId: 'team1' })).toBe('done')
  expect(changing({ decision: 'not-doing' })).toBe('part')
  expect(changing({ decision: 'not-doing', because: 'The vendor removes it.' })).toBe('done')
  expect(changing({ decision: 'not-doing', decideBy: '2026-12-01' })).toBe('part')
  expect(changing({ decision: 'deciding' })).toBe('part')
  expect(changing({ decision: 'deciding', decideBy: '2026-12-01' })).toBe('done')
})

test('a cause is complete once a change addresses it, or it says why none does', () => {
  const allowed = (attributes: Record<string, unknown>, causes: string[] = []) =>
    progressOf(
      documentWith({
        'allowed-it': [item('cause', 'Our own store was the only one.', { id: 'cause1', ...attributes })],
        changing: [item('change', 'The job refuses.', { id: 'change1', causes })],
      }),
      'allowed-it',
    )
  expect(allowed({})).toBe('part')
  expect(allowed({}, ['cause1'])).toBe('done')
  expect(allowed({ noChangeBecause: 'It is replaced in spring.' })).toBe('done')
})

test('“we don’t know yet” is as complete as anything else that could be written there', () => {
  expect(progressOf(documentWith({ 'allowed-it': 'We don’t know yet.' }), 'allowed-it')).toBe('done')
})

test('not knowing a time is an answer; a row without words waits for them', () => {
  const happened = (text: string, typed = '') =>
    progressOf(
      documentWith({ 'what-happened': [item('timelineEntry', text, { id: 'entry1', typed })] }),
      'what-happened',
    )
  expect(happened('Declines began.')).toBe('done')
  expect(happened('', '14:03')).toBe('part')
  expect(happened('')).toBe('empty')
})

test('a section that is left out is not counted', () => {
  const document = completeDocument()
  document.content[0]!.attrs.hiddenBecause = 'The timeline says it.'
  expect(progressOf(document, 'in-short')).toBeUndefined()
  expect(sectionProgress(extract(document))).toHaveLength(10)
})

test('whoever is mentioned was written down, though no other word stands there', () => {
  const mention = { type: 'mention', attrs: { kind: 'person', id: 'p1' } }
  const thanks = { ...item('thanks', '', { id: 't' }), content: [{ type: 'paragraph', content: [mention] }] }
  expect(progressOf(documentWith({ thanks: [thanks] }), 'thanks')).toBe('done')
})
