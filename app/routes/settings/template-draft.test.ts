import { expect, test } from 'vitest'
import { standardTemplate } from '#app/document/templates.ts'
import { checkTemplateDraft, readTemplateDraft, rearrange, type TemplateDraft } from './template-draft.ts'

const sections = standardTemplate.sections.slice(0, 3)
const draft: TemplateDraft = { name: 'Own', description: 'Ours.', sections, takenOut: [] }
const keys = (of: TemplateDraft) => of.sections.map(({ key }) => key)

function sent({ name, description, sections, takenOut, wantedKey = '' }: TemplateDraft): FormData {
  const form = new FormData()
  form.set('key', wantedKey)
  form.set('name', name)
  form.set('description', description)
  for (const { key, kind, title, prompt, help, required } of sections) {
    form.append('section', key)
    for (const [part, value] of Object.entries({ kind, title, prompt, help })) form.set(`${part}-${key}`, value)
    if (required) form.set(`required-${key}`, 'on')
  }
  for (const section of takenOut) form.append('taken-out', JSON.stringify(section))
  return form
}

test('the form gives back what was typed into it, in its order, with what was taken out', () => {
  const typed = { ...draft, sections: sections.slice(1), takenOut: sections.slice(0, 1), wantedKey: 'brought-along' }
  expect(readTemplateDraft(sent(typed))).toEqual(typed)
})

test('its buttons move a section, take one out and bring it back, and lose nothing typed', () => {
  const [first, second, third] = keys(draft)
  expect(keys(rearrange(draft, `up:${third}`))).toEqual([first, third, second])
  expect(keys(rearrange(draft, `down:${first}`))).toEqual([second, first, third])
  expect(keys(rearrange(draft, `up:${first}`))).toEqual([first, second, third])
  const without = rearrange(draft, `take-out:${second}`)
  expect([keys(without), without.takenOut]).toEqual([[first, third], [sections[1]]])
  expect(keys(rearrange(without, `bring-back:${second}`))).toEqual([first, third, second])
})

test('a section is added empty of a kind, or as it stands in another template', () => {
  const others = [standardTemplate]
  const empty = rearrange(draft, 'add', { what: 'kind:causes', others }).sections.at(-1)!
  expect(empty).toMatchObject({ kind: 'causes', title: '' })
  expect(rearrange(draft, 'add', { what: 'like:standard/thanks', others }).sections.at(-1)).toMatchObject({
    title: 'Thanks',
  })
  expect(rearrange(draft, 'add', { what: 'like:standard/in-short', others })).toBe(draft)
  expect(rearrange(draft, 'add', { what: 'like:unknown/thanks', others })).toBe(draft)
})

test('what is wrong stands at its field, and with the whole form where it has none', () => {
  const untitled = draft.sections.map((section) => ({ ...section, title: '', required: false }))
  expect(checkTemplateDraft({ ...draft, name: '', sections: untitled })).toEqual({
    ok: false,
    problems: {
      name: ['Give the template a name.'],
      ...Object.fromEntries(keys(draft).map((key) => [`title-${key}`, ['Give the section a title.']])),
    },
    messages: ['Make at least one section required.'],
  })
})
