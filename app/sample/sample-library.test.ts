import { describe, expect, test } from 'vitest'
import { defaultCatalogue } from '#app/catalogue/default-catalogue.ts'
import { extract } from '#app/document/extract.ts'
import { incidentTimes } from '#app/document/incident-times.ts'
import { itemShapes, type Milestone } from '#app/document/items.ts'
import { lessonHint } from '#app/document/lesson-hint.ts'
import { documentSchema } from '#app/document/schema.ts'
import { builtInTemplates, type TemplateSection } from '#app/document/templates.ts'
import { textBlocks } from '#app/document/text-blocks.ts'
import { type Finding, lint } from '#app/linter/index.ts'
import { buildSampleDocument } from './build-sample-document.ts'
import { organisation } from './organisation.ts'
import { sampleLibrary } from './sample-library.ts'
import type { SamplePostmortem } from './sample-postmortem.ts'

const published = sampleLibrary.filter((sample) => sample.versions.length > 0)
const drafts = sampleLibrary.filter((sample) => sample.versions.length === 0)
const named = (samples: SamplePostmortem[]) => samples.map((sample) => [`PM-${sample.number}`, sample] as const)

function sectionsFor(sample: SamplePostmortem): TemplateSection[] {
  return builtInTemplates.find(({ key }) => key === sample.template)?.sections ?? []
}
const build = (sample: SamplePostmortem, version?: number) => buildSampleDocument(sample, sectionsFor(sample), version)

/** Every version, since the first one can be read as well. */
const everyVersion = sampleLibrary.flatMap((sample) => {
  const numbers = sample.versions.length ? sample.versions.map((_, place) => place + 1) : [undefined]
  return numbers.map((version) => [`PM-${sample.number} version ${version ?? 'draft'}`, sample, version] as const)
})

function findingsOf(sample: SamplePostmortem, version?: number): Finding[] {
  const { document, facts } = build(sample, version)
  const beside = sample.sections.changing.flatMap(({ because = '', mayMakeHarder = '' }) => [because, mayMakeHarder])
  const reasons = sample.sections['allowed-it'].map(({ noChangeBecause = '' }) => noChangeBecause)
  const helped = sample.sections.changing.map(({ progress }) => progress?.didItHelp?.text ?? '')
  const answers = (sample.sections.unknown ?? []).map(({ answer = '' }) => answer)
  const rest = [facts.title, ...beside, ...reasons, ...helped, ...answers, ...sample.versions.map(({ note }) => note)]
  return lint([
    ...textBlocks(document),
    ...rest.map((text, place) => ({ id: `beside/${place}`, section: 'prose' as const, kind: 'text' as const, text })),
  ])
}

test('the library has twelve published post-mortems, numbered as they began, and one draft', () => {
  expect(published).toHaveLength(12)
  expect(drafts).toHaveLength(1)
  expect(sampleLibrary.map(({ number }) => number)).toEqual(sampleLibrary.map((_, place) => place + 1))
  const started = sampleLibrary.map(({ startedAt }) => startedAt)
  expect(started).toEqual(started.toSorted())
  for (const { startedAt, versions } of published)
    for (const { publishedAt } of versions) expect(publishedAt > startedAt).toBe(true)
})

test('the library shows every template, kind, severity, factor, cause role, entry type, precision, strength and decision', () => {
  const items = sampleLibrary.flatMap((sample) => extract(build(sample).document).flatMap(({ items }) => items))
  const used = (kind: string, attribute: string) =>
    new Set(items.filter((item) => item.kind === kind).flatMap((item) => item.attributes[attribute]))
  const idsOf = (words: { id: string }[]) => words.map(({ id }) => id)
  expect(new Set(sampleLibrary.map(({ template }) => template))).toEqual(
    new Set(builtInTemplates.map(({ key }) => key)),
  )
  expect(new Set(sampleLibrary.map(({ kind }) => kind))).toEqual(new Set(idsOf(defaultCatalogue.kinds)))
  expect([...used('cause', 'factors')]).toEqual(expect.arrayContaining(idsOf(defaultCatalogue.factors)))
  expect([...used('cause', 'role')]).toEqual(
    expect.arrayContaining(['possible', 'hidden', 'worse', 'limited', 'sensible']),
  )
  expect([...used('timelineEntry', 'type')]).toEqual(
    expect.arrayContaining(['seen', 'thought', 'said', 'done', 'decided', 'changed']),
  )
  expect([...used('timelineEntry', 'precision')]).toEqual(
    expect.arrayContaining(['exact', 'about', 'between', 'unknown', 'month', 'season']),
  )
  expect([...used('change', 'strength')]).toEqual(expect.arrayContaining(['stronger', 'intermediate', 'weaker']))
  expect([...used('change', 'decision')]).toEqual(expect.arrayContaining(['doing', 'deciding', 'not-doing']))
  expect([...used('question', 'answered')]).toEqual(expect.arrayContaining([true, false]))
})

test('what a post-mortem refers to exists: services, teams, people and words of the catalogue', () => {
  const teams = organisation.teams.map(({ id }) => id)
  const people = organisation.people.map(({ id }) => id)
  for (const sample of sampleLibrary) {
    expect(organisation.services.map(({ id }) => id)).toEqual(expect.arrayContaining(sample.services))
    expect(teams).toEqual(expect.arrayContaining([...sample.teams, ...(sample.invited?.teams ?? [])]))
    expect(people).toEqual(expect.arrayContaining([sample.owner, ...(sample.invited?.people ?? [])]))
    expect(defaultCatalogue.kinds.map(({ id }) => id)).toContain(sample.kind)
    if (sample.severity) expect(defaultCatalogue.severities.map(({ id }) => id)).toContain(sample.severity)
    const factors = sample.sections['allowed-it'].flatMap((cause) => cause.factors ?? [])
    expect(defaultCatalogue.factors.map(({ id }) => id)).toEqual(expect.arrayContaining(factors))
    const named = [...sample.sections.changing, ...(sample.sections.thanks ?? [])].flatMap(({ team }) => team ?? [])
    expect(teams).toEqual(expect.arrayContaining(named))
  }
})

test('every team of Skerry Line has at least two people and a service, and one person is admin', () => {
  for (const { id } of organisation.teams) {
    expect(organisation.people.filter(({ teams }) => teams.includes(id)).length).toBeGreaterThanOrEqual(2)
    expect(organisation.services.some(({ team }) => team === id)).toBe(true)
  }
  expect(organisation.people.filter(({ role }) => role === 'admin')).toHaveLength(1)
})

describe.each(everyVersion)('%s', (_, sample, version) => {
  const { document, changeStates } = build(sample, version)
  const items = extract(document).flatMap((section) => section.items)
  const idsOf = (kind: string) => items.filter((item) => item.kind === kind).map((item) => item.id)

  test('is a valid document whose attributes are as their shapes say', () => {
    documentSchema.nodeFromJSON(document).check()
    for (const item of items) expect(itemShapes[item.kind].parse(item.node.attrs)).toEqual(item.node.attrs)
  })

  test('has an id for each part, none twice, and the same each time it is built', () => {
    const ids = [...items.map(({ id }) => id), ...document.content.map(({ attrs }) => attrs.id)]
    for (const id of ids) expect(id).toMatch(/^[2-9a-z]{12}$/)
    expect(new Set(ids).size).toBe(ids.length)
    expect(build(sample, version)).toEqual(build(sample, version))
  })

  test('links only to entries, causes and changes that exist', () => {
    for (const { kind, attributes } of items) {
      const linked = (name: string) => [attributes[name] ?? []].flat()
      if (kind === 'account') expect(idsOf('timelineEntry')).toEqual(expect.arrayContaining(linked('entryId')))
      if (kind === 'cause') expect(idsOf('timelineEntry')).toEqual(expect.arrayContaining(linked('entries')))
      if (kind === 'change' || kind === 'lesson')
        expect(idsOf('cause')).toEqual(expect.arrayContaining(linked('causes')))
      if (kind === 'lesson') expect(idsOf('change')).toEqual(expect.arrayContaining(linked('changes')))
    }
    expect(idsOf('change')).toEqual(expect.arrayContaining(changeStates.map(({ itemId }) => itemId)))
  })
})

describe.each(named(published))('published %s', (_, sample) => {
  const { document } = build(sample)
  const sections = extract(document)
  const itemsOf = (kind: string) => sections.flatMap(({ items }) => items).filter((item) => item.kind === kind)

  test('fills every required section, and every other one of its template', () => {
    for (const { title, text, items } of sections) expect(text || items.length, title).toBeTruthy()
  })

  test('has a first effect and a first notice, and ends normal again where its story does', () => {
    const times = incidentTimes(sections)
    const expected: Milestone[] = ['first-effect', 'first-noticed']
    if (sample.kind !== 'near-miss') expected.push('first-relief', 'normal-again')
    for (const mark of sample.number === 11 ? ['first-noticed'] : expected) expect(Object.keys(times)).toContain(mark)
    if (sample.number === 3) expect(Object.keys(times)).not.toContain('normal-again')
  })

  test('tells its timeline in order', () => {
    const times = itemsOf('timelineEntry')
      .map(({ attributes }) => attributes.at)
      .filter((at) => at !== null)
    expect(times).toEqual(times.toSorted())
    expect(times.length).toBeGreaterThanOrEqual(sample.template === 'light' ? 3 : 8)
    expect(times.length).toBeLessThanOrEqual(sample.template === 'light' ? 6 : 20)
  })

  test('answers each cause with a change, or says what keeps it as it is', () => {
    const addressed = new Set(itemsOf('change').flatMap(({ attributes }) => attributes.causes as string[]))
    for (const { id, text, attributes } of itemsOf('cause')) {
      expect(addressed.has(id) || Boolean(attributes.noChangeBecause), text).toBe(true)
      expect(attributes.role, text).not.toBeNull()
      expect(attributes.entries, text).not.toHaveLength(0)
    }
    for (const { text, attributes } of itemsOf('change')) {
      expect(attributes.teamId, text).not.toBeNull()
      expect(attributes.strength, text).not.toBeNull()
      if (attributes.decision !== 'doing') expect(attributes.because, text).not.toBe('')
      if (attributes.decision === 'deciding') expect(attributes.decideBy, text).not.toBeNull()
    }
  })
})

test('at least 35 lessons, each of one sentence that fits on a card and names nothing of the incident', () => {
  const lessons = published.flatMap((sample) => sample.sections.lessons ?? []).map(({ text }) => text)
  expect(lessons.length).toBeGreaterThanOrEqual(35)
  expect(new Set(lessons).size).toBe(lessons.length)
  for (const lesson of lessons) {
    expect(lesson).toMatch(/^[^.?!]+[.]$/)
    expect(String(lesson).length).toBeLessThanOrEqual(220)
    expect(lesson).not.toMatch(/PM-\d|Tvinhavn|Harrowness|Brannoy|Skerry|Corvane|Norsel/)
  }
})

test('post-mortems that are mentioned exist', () => {
  const mentioned = JSON.stringify(sampleLibrary).matchAll(/PM-(\d+)/g)
  for (const [, number] of mentioned) expect(sampleLibrary.map((sample) => sample.number)).toContain(Number(number))
})

test('texts speak of roles: no name of a person stands in them', () => {
  const texts = JSON.stringify(sampleLibrary.map(({ owner, invited, ...rest }) => rest))
  for (const { name } of organisation.people)
    for (const word of name.split(' ')) expect(texts).not.toMatch(new RegExp(`\\b${word}\\b`))
})

test.each(everyVersion.filter(([, sample]) => published.includes(sample)))(
  '%s carries no note of the language linter',
  (_, sample, version) => {
    const findings = findingsOf(sample, version).filter(({ level }) => level !== 'info')
    expect(findings.map(({ ruleId, excerpt }) => `${ruleId}: ${excerpt}`)).toEqual([])
  },
)

test.each(named(drafts))(
  'the draft %s gives the linter much to look at: 30 notes from at least ten rules',
  (_, draft) => {
    const findings = findingsOf(draft)
    expect(findings.length).toBeGreaterThanOrEqual(30)
    expect(new Set(findings.map(({ ruleId }) => ruleId)).size).toBeGreaterThanOrEqual(8)
  },
)

test.each(named(drafts))(
  'the draft %s has what a first draft has: a row out of order and hours without one',
  (_, draft) => {
    const times = draft.sections['what-happened'].map(({ time }) => time.at).filter((at) => at !== null)
    expect(times).not.toEqual(times.toSorted())
    const sorted = times.map((at) => Date.parse(at)).sort((a, b) => a - b)
    const gaps = sorted.slice(1).map((at, place) => at - (sorted[place] ?? at))
    expect(Math.max(...gaps)).toBeGreaterThan(60 * 60_000)
  },
)

test('every published lesson can be used by somebody who knows neither the company nor the incident', () => {
  const names = ({ name }: { name: string }) => name
  const house = { teams: organisation.teams.map(names), systems: organisation.services.map(names) }
  const lessons = published.flatMap((sample) => extract(build(sample).document).flatMap(({ items }) => items))
  for (const { kind, text } of lessons)
    if (kind === 'lesson') expect([text, lessonHint(text, house)]).toEqual([text, null])
})
