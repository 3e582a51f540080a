import { expect, test } from 'vitest'
import { type Naming, namedText, proposedRoles, roleReplacer, speakersOf } from './name-roles.ts'

const naming: Naming = {
  as: 'roles',
  roles: { 'Ana Reyes': 'on-call engineer', 'Will Tern': 'support', 'Bo Lind': '' },
}
const replace = roleReplacer(naming)

test('speakers are asked for once, as they first appear', () => {
  expect(speakersOf([{ speaker: 'Bo' }, { speaker: '' }, { speaker: 'Ana' }, { speaker: 'Bo' }])).toEqual(['Bo', 'Ana'])
})

test('people get a role to begin with, programs keep their name', () => {
  expect(proposedRoles(['Ana Reyes', 'Harbour Pager', 'Bo Lind'])).toEqual({
    'Ana Reyes': 'responder A',
    'Harbour Pager': 'Harbour Pager',
    'Bo Lind': 'responder B',
  })
})

test('nobody is named unless it was chosen', () => {
  const said = { speaker: 'Ana Reyes', text: 'restarted' }
  expect(namedText(said, { as: 'nobody' }, replace)).toBe('restarted')
  expect(namedText(said, { as: 'names' }, replace)).toBe('Ana Reyes: restarted')
  expect(namedText(said, naming, replace)).toBe('On-call engineer: restarted')
})

test('roles stand for names in the words too, in mentions and for given names', () => {
  expect(replace('thanks Ana, @will and @Ana Reyes: see Ana Reyes’ graph')).toBe(
    'thanks on-call engineer, support and on-call engineer: see on-call engineer’ graph',
  )
})

test('a word that is also a name stays a word', () => {
  expect(replace('Will it hold? Banana and analysis stay; Bo has no role')).toBe(
    'Will it hold? Banana and analysis stay; Bo has no role',
  )
})

test('a given name that two people share stands for neither', () => {
  const two = roleReplacer({ as: 'roles', roles: { 'Ana Reyes': 'support', 'Ana Vik': 'edge' } })
  expect(two('Ana asked Ana Vik')).toBe('Ana asked edge')
})
