import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sectionKinds } from './section-kind.ts'
import { readTemplateFile, templateFileBytes, writeTemplateFile } from './template-file.ts'
import { templateLimits } from './template-shape.ts'
import { builtInTemplates, standardTemplate, type Template } from './templates.ts'

const problems = (text: string) => {
  const read = readTemplateFile(text)
  return read.ok ? [] : read.problems
}
const changed = (change: (file: { [field: string]: unknown; sections: Record<string, unknown>[] }) => unknown) => {
  const file = JSON.parse(writeTemplateFile(standardTemplate))
  change(file)
  return JSON.stringify(file)
}

test('a template comes back from its file as it was', () => {
  for (const template of builtInTemplates) {
    expect(readTemplateFile(writeTemplateFile(template))).toEqual({ ok: true, template })
  }
})

test('so does every template that can be saved', () => {
  const words = (most: number) =>
    fc
      .string({ unit: 'grapheme', maxLength: most / 4 })
      .map((text) => text.replaceAll('\0', '').replaceAll(/\s+/g, ' ').trim().slice(0, most))
      .map((text) => text.trim())
  const section = fc.record({
    kind: fc.constantFrom(...sectionKinds),
    title: words(templateLimits.title).map((title) => title || 'A title'),
    prompt: words(templateLimits.prompt),
    help: words(templateLimits.help),
    required: fc.constant(true),
  })
  const template = fc
    .record({
      key: fc.stringMatching(/^[a-z0-9]{1,20}$/),
      name: words(templateLimits.name).map((name) => name || 'A name'),
      description: words(templateLimits.description),
      sections: fc.array(section, { minLength: 1, maxLength: templateLimits.sections }),
    })
    .map((made): Template => ({ ...made, sections: made.sections.map((one, place) => ({ ...one, key: `s${place}` })) }))
  fc.assert(
    fc.property(template, (made) => {
      expect(readTemplateFile(writeTemplateFile(made))).toEqual({ ok: true, template: made })
    }),
    { numRuns: 60 },
  )
})

test('what is wrong is said with its place: title, kind, keys, requirements', () => {
  expect(problems(changed(({ sections }) => Object.assign(sections[2]!, { title: ' ' })))).toEqual([
    'Section 3, title: Give the section a title.',
  ])
  expect(problems(changed(({ sections }) => Object.assign(sections[0]!, { kind: 'poem' })))).toEqual([
    'Section 1, kind: Use one of prose, timeline, accounts, causes, changes, questions, thanks, lessons.',
  ])
  expect(problems(changed(({ sections }) => Object.assign(sections[1]!, { key: 'in-short' })))).toEqual([
    'Section 2, key: Another section has the key “in-short”. Give this one a key of its own.',
  ])
  expect(
    problems(
      changed(({ sections }) => {
        for (const section of sections) section.required = false
      }),
    ),
  ).toEqual(['sections: Make at least one section required.'])
})

test('fields that no template has are refused by name, not dropped', () => {
  const file = changed((whole) => {
    whole.colour = 'red'
    whole.sections[1]!.owner = 'Platform'
  })
  expect(problems(file)).toEqual([
    'Section 2: “owner” is no field of a section. Take it out.',
    'The template: “colour” is no field of a template. Take it out.',
  ])
})

test('a file that is none, of another version, or too large says so', () => {
  expect(problems('candor')[0]).toMatch(/^This is not JSON/)
  expect(problems('[]')).toEqual(['The file has to be a JSON object in braces.'])
  expect(problems(changed((file) => Object.assign(file, { version: 2 })))).toEqual([
    'version: This program reads version 1 of the format.',
  ])
  expect(problems(changed((file) => Object.assign(file, { name: 'x'.repeat(templateFileBytes) })))[0]).toMatch(
    'larger than 256 kB',
  )
  const many = changed(({ sections }) => {
    while (sections.length <= templateLimits.sections)
      sections.push({ ...sections[0]!, key: `more-${sections.length}` })
  })
  expect(problems(many)).toEqual(['sections: A template has at most 30 sections.'])
})
