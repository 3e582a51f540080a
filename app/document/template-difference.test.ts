import { expect, test } from 'vitest'
import { isSameTemplate, templateDifference } from './template-difference.ts'
import { standardTemplate, type TemplateSection } from './templates.ts'

const { sections } = standardTemplate
const [inShort, ifAgain, whoFeltIt] = sections as [TemplateSection, TemplateSection, TemplateSection]

test('the same sections differ in nothing', () => {
  expect(templateDifference(sections, structuredClone(sections))).toEqual([])
})

test('a section that moved down is one move, not a move of all between', () => {
  expect(templateDifference(sections, [...sections.slice(1), inShort])).toEqual([
    { what: 'moved', title: 'In short', below: 'What we take with us' },
  ])
})

test('each change is said by itself, what is taken out at the end', () => {
  const own: TemplateSection = { key: 'cost', kind: 'prose', title: 'Cost', prompt: '', help: '', required: false }
  const after = [
    { ...inShort, title: 'Summary', required: false },
    own,
    { ...whoFeltIt, prompt: 'Who noticed?', help: '' },
  ]
  expect(templateDifference([inShort, ifAgain, whoFeltIt], after)).toEqual([
    { what: 'renamed', title: 'Summary', before: 'In short' },
    { what: 'required', title: 'Summary', required: false },
    { what: 'added', title: 'Cost', place: 2 },
    { what: 'prompt', title: 'Who felt it, and how', before: whoFeltIt.prompt, after: 'Who noticed?' },
    { what: 'help', title: 'Who felt it, and how', before: whoFeltIt.help, after: '' },
    { what: 'taken-out', title: 'If this happens again' },
  ])
})

test('a template is another one by its name alone', () => {
  expect(isSameTemplate(standardTemplate, structuredClone(standardTemplate))).toBe(true)
  expect(isSameTemplate(standardTemplate, { ...standardTemplate, name: 'Usual' })).toBe(false)
})
