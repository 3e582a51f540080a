import type { Page } from '@playwright/test'
import { asOnHome, button, foldOuts, one, refused } from './arrange.ts'
import type { Pages } from './page-visits.ts'
import { text } from './writing.ts'

export const pagesOfPostmortems: Pages = {
  postmortems: {
    filled: '/postmortems',
    empty: '/postmortems',
    error: async (page) => void (await page.goto('/postmortems?q=zzzz')),
    dialog: asOnHome,
  },
  'postmortems/new': {
    filled: '/postmortems/new',
    empty: '/postmortems/new',
    error: async (page) => {
      await button('Go on in the editor')(page)
      await page.getByText('Write a word or a time first').waitFor()
    },
    dialog: asOnHome,
  },
  'postmortems/import': {
    filled: '/postmortems/import',
    empty: '/postmortems/import',
    error: refused('Show what is understood'),
    // The preview is what the page opens.
    dialog: async (page) => {
      await page
        .getByLabel('Or the text')
        .fill('# Gate list\n\n## Timeline\n\n- 14:03 the list was stale\n\n## Causes\n\nA copy has no age.')
      await button('Show what is understood')(page)
      await page.getByText('the list was stale').first().waitFor()
    },
  },
  'postmortems/:postmortem': {
    filled: '/postmortems/PM-1',
    empty: one,
    error: { none: 'It asks nothing.' },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/write': {
    filled: '/postmortems/PM-13/write',
    empty: one,
    shows: (page) => text(page).locator('.ed-note').first().waitFor(),
    error: { none: 'A connection that is lost is tried in together.spec.ts.' },
    dialog: async (page) => {
      await text(page).locator('.ed-note', { hasText: 'accidentally merged' }).first().click()
      await page.getByText('A phrase to look at').waitFor()
    },
  },
  'postmortems/:postmortem/publish': {
    filled: '/postmortems/PM-13/publish',
    empty: one,
    error: refused('Leave these open, because …'),
    dialog: async (page) => void (await page.goto('/postmortems/PM-13/publish?preview')),
  },
  'postmortems/:postmortem/access': {
    filled: '/postmortems/PM-13/access',
    empty: one,
    error: refused('Invite'),
    dialog: foldOuts,
  },
  'files/:file': null,
  'postmortems/:postmortem/files': {
    filled: '/postmortems/PM-13/files',
    empty: one,
    error: refused('Upload'),
    dialog: async (page) => {
      const file = { name: 'gateway.log', mimeType: 'text/plain', buffer: Buffer.from('14:02 declined') }
      await page.getByLabel('Add a file or an image').setInputFiles(file)
      await button('Upload')(page)
      await page.getByRole('link', { name: file.name }).first().waitFor()
      await foldOuts(page)
    },
  },
  'postmortems/:postmortem/manage': {
    filled: '/postmortems/PM-13/manage',
    empty: one,
    error: refused('Mark as not required'),
    dialog: asOnHome,
  },
  'postmortems/:postmortem/history': {
    filled: async (page) => (await namedVersion(page)).replace(/\/[^/]+$/, ''),
    empty: one,
    error: refused('Name it'),
    dialog: asOnHome,
  },
  'postmortems/:postmortem/history/compare': {
    filled: '/postmortems/PM-13/history/compare',
    empty: one,
    error: { none: 'It asks for two of a list.' },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/history/:version': {
    filled: namedVersion,
    empty: one,
    error: async (page) => {
      await foldOuts(page)
      await page.getByLabel('Name', { exact: true }).fill('')
      await refused('Save the name')(page)
    },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/history/:version/document': null,
}

/** A version of the draft that has a name; its address. */
async function namedVersion(page: Page): Promise<string> {
  await page.goto('/postmortems/PM-13/history')
  const read = page.getByRole('link', { name: /^Read it/ }).first()
  if ((await read.count()) === 0) {
    await page.getByLabel('Name this version').fill('Before the review')
    await button('Name it')(page)
    await read.waitFor()
  }
  return (await read.getAttribute('href'))!
}
