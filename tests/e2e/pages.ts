import type { Page } from '@playwright/test'

/** Brings an open page into a state, or says why there is no such state. */
export type Arrange = ((page: Page) => Promise<void>) | { none: string }

/** How one route is visited: every state is arranged or has its reason. */
export interface PageVisits {
  /** The address in an organisation that has the sample library; made on the way where it is not known before. */
  filled: string | ((page: Page) => Promise<string>)
  /** The address in an organisation that has nothing yet. */
  empty: string | { none: string }
  /** Opens the page as nobody. */
  signedOut?: boolean
  /** Makes the page say that something is wrong. */
  error: Arrange
  /** Opens what opens: a dialog, a menu, a drawer, a fold-out. */
  dialog: Arrange
}

const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Opens every fold-out of the page. */
const foldOuts = (page: Page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
  })

/** Opens the search palette, which every signed-in page has. */
const palette = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').getByRole('option').first().waitFor()
}

/** Sends the form without what it needs. */
const without = (label: string, press: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().fill('')
  await button(press)(page)
  await page.getByText('▲').first().waitFor()
}

const one = { none: 'It is about one post-mortem or one person, which an empty organisation has not.' }
const nothingOpens = { none: 'Nothing opens on it.' }
const saysItself = { none: 'What it shows here is what is wrong.' }

/** Route pattern → how it is visited; null: it has no page. A route that is missing here fails the page test. */
export const pages: Record<string, PageVisits | null> = {
  health: null,
  'live-right': null,
  find: null,
  'postmortems/:postmortem/mentions': null,
  // Visited before anyone has an account, in setup.spec.ts.
  setup: null,

  '*': { filled: '/no/such/page', empty: '/no/such/page', error: saysItself, dialog: palette },
  'auth/*': {
    filled: '/auth/sign-in/not-a-token',
    empty: one,
    signedOut: true,
    error: button(/sign in|go on/i),
    dialog: nothingOpens,
  },
  'sign-in': { filled: '/sign-in', empty: '/sign-in', signedOut: true, error: button('Sign in'), dialog: nothingOpens },
  'sign-out': { filled: '/sign-out', empty: '/sign-out', error: { none: 'It asks nothing.' }, dialog: palette },
  'forgot-password': {
    filled: '/forgot-password',
    empty: '/forgot-password',
    signedOut: true,
    error: { none: 'Without mail it is a text; with mail it is tried in mail.db.test.ts.' },
    dialog: nothingOpens,
  },
  'reset-password/:token': {
    filled: '/reset-password/not-a-token',
    empty: one,
    signedOut: true,
    error: saysItself,
    dialog: nothingOpens,
  },
  'join/:token': {
    filled: joinAddress,
    empty: one,
    signedOut: true,
    error: button(/join|account/i),
    dialog: nothingOpens,
  },

  language: {
    filled: '/language',
    empty: '/language',
    error: { none: 'Any text may be tried; what it says of one is tried in language.spec.ts.' },
    dialog: foldOuts,
  },
  '/': { filled: '/', empty: '/', error: { none: 'It asks nothing.' }, dialog: palette },
  library: {
    filled: '/library?q=certificate&show=lessons',
    empty: '/library',
    error: async (page) => void (await page.goto('/library?q=zzzz&year=1999')),
    dialog: foldOuts,
  },
  postmortems: {
    filled: '/postmortems',
    empty: '/postmortems',
    error: async (page) => void (await page.goto('/postmortems?q=zzzz')),
    dialog: palette,
  },
  'postmortems/new': {
    filled: '/postmortems/new',
    empty: '/postmortems/new',
    error: async (page) => {
      await button('Go on in the editor')(page)
      await page.getByText('Write a word or a time first').waitFor()
    },
    dialog: palette,
  },
  'postmortems/import': {
    filled: '/postmortems/import',
    empty: '/postmortems/import',
    error: async (page) => {
      await button('Show what is understood')(page)
      await page.getByText('▲').or(page.getByRole('alert')).first().waitFor()
    },
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
    error: { none: 'A connection that is lost is tried in together.spec.ts.' },
    dialog: async (page) => {
      await page.getByText('accidentally merged').first().click()
      await page.getByText('A phrase to look at').waitFor()
    },
  },
  'postmortems/:postmortem/publish': {
    filled: '/postmortems/PM-13/publish',
    empty: one,
    error: async (page) => {
      await button('Leave these open, because …')(page)
      await page.getByText('▲').or(page.getByRole('alert')).first().waitFor()
    },
    dialog: async (page) => void (await page.goto('/postmortems/PM-13/publish?preview')),
  },
  'postmortems/:postmortem/access': {
    filled: '/postmortems/PM-13/access',
    empty: one,
    error: async (page) => {
      await button('Invite')(page)
      await page.getByText('▲').or(page.getByRole('alert')).first().waitFor()
    },
    dialog: foldOuts,
  },
  'files/:file': null,
  'postmortems/:postmortem/files': {
    filled: '/postmortems/PM-13/files',
    empty: one,
    error: async (page) => {
      await button('Upload')(page)
      await page.getByText('▲').first().waitFor()
    },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/manage': {
    filled: '/postmortems/PM-13/manage',
    empty: one,
    error: async (page) => {
      await button('Mark as not required')(page)
      await page.getByText('▲').or(page.getByRole('alert')).first().waitFor()
    },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/history': {
    filled: async (page) => (await namedVersion(page)).replace(/\/[^/]+$/, ''),
    empty: one,
    error: async (page) => {
      await button('Name it')(page)
      await page.getByText('▲').first().waitFor()
    },
    dialog: palette,
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
      await button('Save the name')(page)
      await page.getByText('▲').first().waitFor()
    },
    dialog: foldOuts,
  },
  'postmortems/:postmortem/history/:version/document': null,

  settings: { filled: '/settings', empty: '/settings', error: without('Name', 'Save'), dialog: palette },
  'settings/sign-in': {
    filled: '/settings/sign-in',
    empty: '/settings/sign-in',
    error: button('Change the password'),
    dialog: foldOuts,
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
      await button('Make the invitation')(page)
      await page.getByText('▲').first().waitFor()
    },
    dialog: palette,
  },
  'settings/people/:person': {
    filled: async (page) => {
      await page.goto('/settings/people')
      const link = page.locator('main a[href^="/settings/people/person-"]').first()
      return (await link.getAttribute('href'))!
    },
    empty: one,
    error: { none: 'It offers acts that are possible, without anything to type.' },
    dialog: foldOuts,
  },
  'settings/teams': {
    filled: '/settings/teams',
    empty: '/settings/teams',
    error: without('Name', 'Add the team'),
    dialog: foldOuts,
  },
  'settings/services': {
    filled: '/settings/services',
    empty: '/settings/services',
    error: without('Name', 'Add the service'),
    dialog: foldOuts,
  },
  'settings/terms/:list': {
    filled: '/settings/terms/factors',
    empty: '/settings/terms/kinds',
    error: without('Name', 'Add the factor'),
    dialog: foldOuts,
  },
  'settings/templates': {
    filled: '/settings/templates',
    empty: '/settings/templates',
    error: { none: 'It offers choices alone.' },
    dialog: foldOuts,
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
    dialog: palette,
  },
  'settings/templates/:template': {
    filled: '/settings/templates/standard',
    empty: '/settings/templates/light',
    error: { none: 'It offers acts that are possible, without anything to type.' },
    dialog: foldOuts,
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
      await button('Save the words')(page)
      await page.getByText('▲').first().waitFor()
    },
    dialog: palette,
  },
}

/** An invitation made by the admin; the page is signed out again afterwards. */
async function joinAddress(page: Page): Promise<string> {
  await page.goto('/settings/people')
  await button('Make the invitation')(page)
  const link = await page.getByRole('textbox', { name: /link/i }).first().inputValue()
  await page.context().clearCookies()
  return new URL(link).pathname
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
