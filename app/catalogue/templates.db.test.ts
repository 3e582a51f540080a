import { eq } from 'drizzle-orm'
import { expect } from 'vitest'
import { standardTemplate } from '#app/document/templates.ts'
import { libraryRows } from '#db/schema/library.ts'
import { templates } from '#db/schema/organisation.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { test } from '#tests/database.ts'
import { draftOf, person } from '#tests/factories.ts'
import { createEntry } from './create-entry.server.ts'
import { currentTemplates } from './current-templates.server.ts'
import { findTemplate } from './find-template.server.ts'
import { findTemplateVersion } from './find-template-version.server.ts'
import { foundOrganisation } from './found-organisation.server.ts'
import { mergeEntries } from './merge-entries.server.ts'
import { bringBackTemplate, retireTemplate } from './retire-template.server.ts'
import { createTemplate, restoreTemplateVersion, saveTemplate } from './save-template.server.ts'
import { freeTemplateKey, keyOfName } from './template-key.ts'
import { listTemplateRules, removeTemplateRule, setTemplateRule } from './template-rules.server.ts'

const { key: _, ...standard } = standardTemplate
const content = { ...standard, sections: standard.sections.slice(1) }
const refused = (reason: string) => ({ ok: false, reason })

test('each save is a next version, and the ones before stay as they were', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const shorter = { ...standard, sections: standard.sections.slice(0, 6) }
  expect(await saveTemplate(db, admin, 'standard', { content: shorter, revision: 0 })).toEqual({ ok: true, version: 2 })
  const saved = (await findTemplate(db, 'standard'))!
  expect(saved.versions.map(({ number, sections }) => [number, sections.length])).toEqual([
    [2, 6],
    [1, 11],
  ])
  expect((await currentTemplates(db))[0]!.sections).toHaveLength(6)

  expect(await restoreTemplateVersion(db, admin, 'standard', { number: 1, revision: 1 })).toEqual({
    ok: true,
    version: 3,
  })
  expect((await findTemplate(db, 'standard'))!.versions.map(({ sections }) => sections.length)).toEqual([11, 6, 11])
})

test('another name alone makes no version, and nothing at all changes nothing', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const save = (name: string, revision: number) =>
    saveTemplate(db, admin, 'standard', { content: { ...standard, name }, revision })
  expect(await save('Standard', 0)).toEqual({ ok: true, version: null })
  expect(await save('The usual', 0)).toEqual({ ok: true, version: null })
  expect(await findTemplate(db, 'standard')).toMatchObject({ name: 'The usual', revision: 1 })
  expect(await save('Light', 1)).toEqual(refused('name-taken'))
})

test('of two who save at once the second is told, and a version is made once', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const outcomes = await Promise.all([
    saveTemplate(db, admin, 'standard', { content, revision: 0 }),
    saveTemplate(db, admin, 'standard', { content: { ...content, name: 'Other' }, revision: 0 }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(outcomes).toContainEqual(refused('changed-meanwhile'))
  expect((await findTemplate(db, 'standard'))!.versions).toHaveLength(2)
})

test('members read templates and change none', async ({ db }) => {
  const member = await person(db)
  await foundOrganisation(db, { name: 'Skerry Line' })
  const no = refused('not-allowed')
  expect(await saveTemplate(db, member, 'standard', { content, revision: 0 })).toEqual(no)
  expect(await restoreTemplateVersion(db, member, 'standard', { number: 1, revision: 0 })).toEqual(no)
  expect(await createTemplate(db, member, content)).toEqual(no)
  expect(await retireTemplate(db, member, 'light')).toEqual(no)
  expect(await bringBackTemplate(db, member, 'light')).toEqual(no)
  expect(await setTemplateRule(db, member, { kindId: null, severityId: null, templateKey: 'light' })).toEqual(no)
  expect(await removeTemplateRule(db, member, 'any')).toEqual(no)
})

test('a new template has a key of its own; that of a file is kept where it is free', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const named = (name: string) => ({ ...content, name })
  expect(await createTemplate(db, admin, named('Größere Störung'))).toEqual({ ok: true, key: 'gro-ere-storung' })
  expect(await createTemplate(db, admin, named('Harbour'), 'light')).toEqual({ ok: true, key: 'light-2' })
  expect(await createTemplate(db, admin, named('New'))).toEqual({ ok: true, key: 'new-2' })
  expect(await createTemplate(db, admin, named('standard'))).toEqual(refused('name-taken'))
  expect(keyOfName('障害報告')).toBe('template')
  const long = `${'a'.repeat(63)}b`
  for (const key of [long, `${long.slice(0, 56)}-2`, `${long.slice(0, 56)}-3`])
    expect(await createTemplate(db, admin, named(key), long)).toEqual({ ok: true, key })
  expect(freeTemplateKey('a'.repeat(64), ['a'.repeat(64)])).toHaveLength(58)
})

test('a retired template is not offered and not gone; the first and the last one stay', async ({ db }) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  await setTemplateRule(db, admin, { kindId: null, severityId: null, templateKey: 'light' })
  expect((await currentTemplates(db)).map(({ key }) => key)).toEqual(['light', 'standard', 'security'])
  expect(await retireTemplate(db, admin, 'light')).toEqual(refused('is-default'))
  expect(await retireTemplate(db, admin, 'security')).toEqual({ ok: true })
  expect(await retireTemplate(db, admin, 'security')).toEqual(refused('not-now'))
  expect((await currentTemplates(db)).map(({ key }) => key)).toEqual(['light', 'standard'])
  expect(await findTemplate(db, 'security')).toMatchObject({ retired: true })
  expect(await bringBackTemplate(db, admin, 'security')).toEqual({ ok: true })

  const [rule] = await listTemplateRules(db)
  await removeTemplateRule(db, admin, rule!.id)
  for (const key of ['light', 'standard']) expect(await retireTemplate(db, admin, key)).toEqual({ ok: true })
  expect(await retireTemplate(db, admin, 'security')).toEqual(refused('is-last'))
  expect(await db.$count(templates, eq(templates.key, 'light'))).toBe(1)
})

test('a rule for the same kind and severity replaces the one before, and follows when kinds become one', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const rule = (kindId: string | null, severityId: string | null, templateKey: string) =>
    setTemplateRule(db, admin, { kindId, severityId, templateKey })
  const listed = async () =>
    (await listTemplateRules(db)).map(({ kind, severity, template }) => [kind, severity, template])
  await rule('security', null, 'light')
  await rule('security', null, 'security')
  await rule('near-miss', 'sev-4', 'light')
  await rule(null, null, 'standard')
  expect(await listed()).toEqual([
    ['Security', null, 'Security'],
    ['Near miss', 'SEV-4', 'Light'],
    [null, null, 'Standard'],
  ])
  expect(await rule('sev-1', null, 'light')).toEqual(refused('no-such-template'))
  expect(await rule('security', null, 'unknown')).toEqual(refused('no-such-template'))

  const made = await createEntry(db, admin, 'kind', { name: 'Almost' })
  const intoId = made.ok ? made.id : ''
  await rule(intoId, 'sev-4', 'standard')
  await mergeEntries(db, admin, 'kind', { fromId: 'near-miss', intoId })
  await mergeEntries(db, admin, 'kind', { fromId: 'security', intoId })
  expect(await listed()).toEqual([
    ['Almost', 'SEV-4', 'Standard'],
    ['Almost', null, 'Security'],
    [null, null, 'Standard'],
  ])
})

test('a document remembers its version of a template, also when a newer one is there or the template is retired', async ({
  db,
}) => {
  const admin = await person(db, { role: 'admin' })
  await foundOrganisation(db, { name: 'Skerry Line' })
  const first = (await findTemplate(db, 'security'))!.versions[0]!
  const draft = await draftOf(db, admin, { facts: { templateVersionId: first.id } })
  const security = { name: 'Security', description: '', sections: first.sections.slice(0, 4) }
  await saveTemplate(db, admin, 'security', { content: security, revision: 0 })
  await retireTemplate(db, admin, 'security')

  const [row] = await db.select().from(postmortems).where(eq(postmortems.id, draft.id))
  expect(row!.templateVersionId).toBe(first.id)
  expect(await findTemplateVersion(db, first.id)).toMatchObject({
    key: 'security',
    number: 1,
    sections: first.sections,
  })
  expect(await findTemplateVersion(db, 'unknown')).toBeNull()
  expect(JSON.stringify(await db.select().from(libraryRows))).not.toContain('Which readers, why')
})
