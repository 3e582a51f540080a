import { asOnHome, button, editing, foldOuts, one, refused, without } from './arrange.ts'
import type { Pages } from './page-visits.ts'

export const pagesOfSettings: Pages = {
  settings: { filled: '/settings', empty: '/settings', error: without('Name', 'Save'), dialog: asOnHome },
  'settings/sign-in': {
    filled: '/settings/sign-in',
    empty: '/settings/sign-in',
    error: refused('Change the password'),
    dialog: asOnHome,
  },
  'settings/organisation': {
    filled: '/settings/organisation',
    empty: '/settings/organisation',
    error: without('Name', 'Save the name'),
    dialog: foldOuts,
  },
  'settings/people': {
    filled: '/settings/people',
    empty: '/settings/people',
    error: async (page) => {
      await page.getByLabel(/^E-mail/).fill('not an address')
      await refused('Make the invitation')(page)
    },
    dialog: asOnHome,
  },
  'settings/people/:person': {
    filled: async (page) => {
      await page.goto('/settings/people')
      const link = page.locator('main a[href^="/settings/people/person-"]').first()
      return (await link.getAttribute('href'))!
    },
    empty: one,
    error: { none: 'It offers acts that are possible, without anything to type.' },
    dialog: asOnHome,
  },
  'settings/teams': {
    filled: '/settings/teams',
    empty: '/settings/teams',
    error: without('Name', 'Add the team'),
    dialog: editing,
  },
  'settings/services': {
    filled: '/settings/services',
    empty: '/settings/services',
    error: without('Name', 'Add the service'),
    dialog: editing,
  },
  'settings/terms/:list': {
    filled: '/settings/terms/factors',
    empty: '/settings/terms/kinds',
    error: without('Name', 'Add the factor'),
    dialog: editing,
  },
  'settings/templates': {
    filled: '/settings/templates',
    empty: '/settings/templates',
    error: { none: 'It offers choices alone.' },
    dialog: { none: 'What folds out are templates that were retired, and the sample has none.' },
  },
  'settings/templates/new': {
    filled: '/settings/templates/new',
    empty: '/settings/templates/new?from=light',
    error: without('Name', 'Save the template'),
    dialog: button('Preview'),
  },
  'settings/templates/import': {
    filled: '/settings/templates/import',
    empty: '/settings/templates/import',
    error: async (page) => {
      await button('Show what it says')(page)
      await page.getByRole('alert').waitFor()
    },
    dialog: asOnHome,
  },
  'settings/templates/:template': {
    filled: '/settings/templates/standard',
    empty: '/settings/templates/light',
    error: { none: 'It offers acts that are possible, without anything to type.' },
    dialog: { none: 'What folds out are older versions, and the sample has none.' },
  },
  'settings/templates/:template/edit': {
    filled: '/settings/templates/security/edit',
    empty: '/settings/templates/standard/edit',
    error: without('Title', 'Save the template'),
    dialog: button('Preview'),
  },
  'settings/templates/:template/file': null,
  'settings/language': {
    filled: '/settings/language',
    empty: '/settings/language',
    error: async (page) => {
      await page.getByLabel('Roles').fill('purser, bosun')
      await refused('Save the words')(page)
    },
    dialog: asOnHome,
  },
}
