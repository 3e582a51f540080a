import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { extract } from '#app/document/extract.ts'
import { Facts } from '#app/document/facts.ts'
import { fillSharedDocument, readDocument, readFacts, scrapsOf } from '#app/document/shared-document.ts'
import { startDocument } from '#app/document/start-document.ts'
import { lightTemplate, standardTemplate } from '#app/document/templates.ts'
import { appendTyped, fillFromText, firstBoxScrap, stateOf } from './fill-from-text.ts'
import { scrapsToImported } from './scraps-to-content.ts'

function emptyDraft() {
  const shared = new Y.Doc()
  fillSharedDocument(shared, startDocument(standardTemplate.sections), Facts.parse({}))
  return shared
}
const sectionOf = (shared: Y.Doc, key: string) => extract(readDocument(shared)).find((section) => section.key === key)!
const textOf = (shared: Y.Doc) =>
  extract(readDocument(shared))
    .flatMap((section) => [section.text, ...section.items.map((item) => item.text)])
    .join('\n')
const template = { versionId: 'version1', sections: standardTemplate.sections }

test('typed lines become entries, and what is typed meanwhile goes on where they end', () => {
  const shared = emptyDraft()
  scrapsOf(shared).set(firstBoxScrap, { text: '14:03 Rot', place: 'The first box', at: '' })
  const into = fillFromText(shared, scrapsToImported('14:03 Rotation job repl'), template)!
  appendTyped(shared, into, 'aced the certificate.\n14:09 Alert', '')
  appendTyped(shared, into, ' came.', '')
  expect(textOf(shared)).toContain('Rotation job replaced the certificate.')
  expect(textOf(shared)).toContain('14:09 Alert came.')
  expect(sectionOf(shared, 'what-happened').items).toHaveLength(1)
  expect(scrapsOf(shared).size).toBe(0)
  expect(readFacts(shared).templateVersionId).toBe('version1')
})

test('after a new line, what follows stands in a line of its own', () => {
  const shared = emptyDraft()
  const into = fillFromText(shared, scrapsToImported('14:03 Job replaced the certificate.\n'), template, {
    endsInNewLine: true,
  })!
  appendTyped(shared, into, 'Then it was quiet', '')
  expect(sectionOf(shared, 'what-happened').items.map((item) => item.text)).toEqual(['Job replaced the certificate.'])
  expect(sectionOf(shared, 'what-happened').text).toBe('Then it was quiet')
})

test('a text that is changed while it moves stands once, as long as nobody wrote in the draft', () => {
  const shared = emptyDraft()
  const into = fillFromText(shared, scrapsToImported('14:03 Rotation job rotted'), template)!
  const stood = stateOf(shared)
  fillFromText(shared, scrapsToImported('14:03 Rotation job replaced it'), template, {
    again: stateOf(shared) === stood,
  })
  expect(sectionOf(shared, 'what-happened').items.map((item) => item.text)).toEqual(['Rotation job replaced it'])

  appendTyped(shared, sectionOf(shared, 'what-happened').id, ', then stopped', '')
  expect(stateOf(shared)).not.toBe(stood)
  expect(into).toBeTruthy()
  expect(fillFromText(shared, scrapsToImported('Something else'), template)).toBeNull()
  expect(textOf(shared)).toContain('replaced it, then stopped')
})

test('the template may have been changed meanwhile', () => {
  const shared = emptyDraft()
  fillFromText(shared, scrapsToImported('Close, and nobody felt it.'), {
    versionId: null,
    sections: lightTemplate.sections,
  })
  expect(readDocument(shared).content).toHaveLength(lightTemplate.sections.length)
  expect(readFacts(shared).title).toBe('Close, and nobody felt it')
})

test('a draft that someone writes already is left alone', () => {
  const shared = emptyDraft()
  fillFromText(shared, scrapsToImported('14:03 First'), template)
  const before = JSON.stringify(readDocument(shared))
  expect(fillFromText(shared, scrapsToImported('14:05 Second'), template)).toBeNull()
  expect(JSON.stringify(readDocument(shared))).toBe(before)
})

test('what is typed into a section that is gone is kept as a scrap', () => {
  const shared = emptyDraft()
  appendTyped(shared, 'gone', 'the last words', '2026-11-12T14:03:00.000Z')
  expect([...scrapsOf(shared).values()].map((scrap) => scrap.text)).toEqual(['the last words'])
})
