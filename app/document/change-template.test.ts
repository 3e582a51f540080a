import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addSection } from './add-section.ts'
import { changeTemplate } from './change-template.ts'
import type { DocumentJson, NodeJson } from './document-json.ts'
import { Facts } from './facts.ts'
import { plainText } from './plain-text.ts'
import { previewTemplateChange } from './preview-template-change.ts'
import { contentOf, fillSharedDocument, readDocument, readFacts } from './shared-document.ts'
import { idOf } from './shared-elements.ts'
import { startDocument } from './start-document.ts'
import { builtInTemplates, lightTemplate, securityTemplate, standardTemplate } from './templates.ts'

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: [{ type: 'text', text }] })

function draft(fill: Record<string, NodeJson[]> = {}): Y.Doc {
  const document = startDocument(standardTemplate.sections)
  for (const section of document.content) section.content = fill[section.attrs.key!] ?? section.content
  const shared = new Y.Doc()
  fillSharedDocument(shared, document, Facts.parse({}))
  return shared
}
const keys = ({ content }: DocumentJson) => content.map(({ attrs }) => attrs.key)
const to = (template: typeof lightTemplate) => ({ to: { versionId: template.key, sections: template.sections } })

test('an empty document becomes an empty document of the other template', () => {
  const shared = draft()
  changeTemplate(shared, { ...to(lightTemplate), from: standardTemplate.sections })
  expect(keys(readDocument(shared))).toEqual(lightTemplate.sections.map(({ key }) => key))
  expect(readDocument(shared).content.map(({ attrs }) => attrs.title)).toEqual(
    lightTemplate.sections.map(({ title }) => title),
  )
  expect(readFacts(shared).templateVersionId).toBe('light')
})

test('what the other template has no place for stays as sections of its own at the end, and comes back with the first', () => {
  const shared = draft({ 'who-felt-it': [paragraph('Ferry passengers.')], 'in-short': [paragraph('Cards declined.')] })
  changeTemplate(shared, { ...to(lightTemplate), from: standardTemplate.sections })
  expect(keys(readDocument(shared)).at(-1)).toBe('who-felt-it')
  expect(plainText(readDocument(shared))).toBe('Cards declined.\nFerry passengers.')

  changeTemplate(shared, { ...to(standardTemplate), from: lightTemplate.sections })
  expect(keys(readDocument(shared))).toEqual(standardTemplate.sections.map(({ key }) => key))
  expect(plainText(readDocument(shared))).toBe('Cards declined.\nFerry passengers.')
})

test('a title that an author gave stays', () => {
  const shared = draft()
  const causes = contentOf(shared).get(5) as Y.XmlElement
  causes.setAttribute('title', 'What was true together')
  changeTemplate(shared, { ...to(lightTemplate), from: standardTemplate.sections })
  expect(readDocument(shared).content.map(({ attrs }) => attrs.title)).toContain('What was true together')
})

test('a section of the right kind is used where the key is another, an imported one for example', () => {
  const shared = draft()
  const timeline = contentOf(shared).get(3) as Y.XmlElement
  timeline.removeAttribute('key')
  timeline.insert(0, [new Y.XmlElement('timelineEntry')])
  changeTemplate(shared, to(lightTemplate))
  expect(readDocument(shared).content.filter(({ attrs }) => attrs.kind === 'timeline')).toHaveLength(1)
})

test('someone who types in a section that keeps its place loses nothing', () => {
  const mine = draft({ 'what-happened': [paragraph('14:03 The job ran')], changing: [paragraph('A guard.')] })
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  const before = Y.encodeStateVector(theirs)

  changeTemplate(mine, { ...to(securityTemplate), from: standardTemplate.sections })
  const timeline = contentOf(theirs).get(3) as Y.XmlElement
  ;((timeline.get(0) as Y.XmlElement).get(0) as Y.XmlText).insert('14:03 The job ran'.length, ' twice')

  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs, before))
  expect(plainText(readDocument(mine))).toContain('14:03 The job ran twice')
})

test('no word is lost and no section doubled, through any changes of template', () => {
  const words = fc.dictionary(
    fc.constantFrom(...standardTemplate.sections.map(({ key }) => key)),
    fc.stringMatching(/^[a-z]{1,8}$/),
  )
  fc.assert(
    fc.property(words, fc.array(fc.constantFrom(...builtInTemplates), { maxLength: 5 }), (filled, path) => {
      const shared = draft(Object.fromEntries(Object.entries(filled).map(([key, text]) => [key, [paragraph(text)]])))
      for (const template of path) {
        changeTemplate(shared, to(template))
        const document = readDocument(shared)
        expect(plainText(document).split('\n').filter(Boolean).toSorted()).toEqual(Object.values(filled).toSorted())
        expect(new Set(keys(document)).size).toBe(document.content.length)
        expect(new Set(document.content.map(({ attrs }) => attrs.id)).size).toBe(document.content.length)
        expect(keys(document).slice(0, template.sections.length)).toEqual(template.sections.map(({ key }) => key))
      }
    }),
    { numRuns: 50 },
  )
})

test('a section that an author added stays below the one it stood under, and one left out with a reason is kept', () => {
  const shared = draft()
  const content = contentOf(shared)
  addSection(shared, { key: null, kind: 'prose', title: 'For the regulator' }, idOf(content.get(3) as Y.XmlElement))
  ;(content.get(5) as Y.XmlElement).setAttribute('hiddenBecause', 'nobody was there to ask')
  changeTemplate(shared, { ...to(lightTemplate), from: standardTemplate.sections })
  const titles = readDocument(shared).content.map(({ attrs }) => attrs.title)
  expect(titles.indexOf('For the regulator')).toBe(titles.indexOf('What happened') + 1)
  expect(readDocument(shared).content.at(-1)!.attrs).toMatchObject({ hiddenBecause: 'nobody was there to ask' })
})

test('what a change of template would do is said before, and is what it does', () => {
  const shared = draft({
    'who-felt-it': [paragraph('Ferry passengers.')],
    'allowed-it': [{ type: 'cause', attrs: { id: 'c' } }],
  })
  const planned = previewTemplateChange(shared, lightTemplate.sections, standardTemplate.sections)
  expect(planned.filter(({ what }) => what !== 'goes' && what !== 'stays')).toEqual([
    { what: 'kept', title: 'Who felt it, and how' },
  ])
  expect(planned).toContainEqual({
    what: 'stays',
    title: 'What allowed it, and what stopped it',
    before: 'How our system allowed it',
  })
  expect(planned.filter(({ what }) => what === 'goes').map(({ title }) => title)).toEqual([
    'If this happens again',
    'How it looked from there',
    'What held, and where luck helped',
    'What we still don’t know',
  ])
  changeTemplate(shared, { ...to(lightTemplate), from: standardTemplate.sections })
  const shown = planned.filter(({ what }) => what !== 'goes').map(({ title }) => title)
  expect(readDocument(shared).content.map(({ attrs }) => attrs.title)).toEqual(shown)
})
