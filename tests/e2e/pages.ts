import type { Page } from '@playwright/test'

/** How one route is visited: its address, and what brings it into a state. Null: the route has no page. */
export interface PageVisits {
  /** The address in an organisation that has the sample library. */
  filled: string
  /** The address in an organisation that has nothing yet, where there is one. */
  empty?: string
  /** Opens the page as nobody. */
  signedOut?: boolean
  /** Makes the page say that something is wrong. */
  error?: (page: Page) => Promise<void>
  /** Opens what opens: a dialog, a menu, a drawer. */
  dialog?: (page: Page) => Promise<void>
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click()

/** Opens the search palette, which every signed-in page has. */
const palette = async (page: Page) => {
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
}

/** Route pattern → how it is visited. A route that is missing here fails the page test. */
export const pages: Record<string, PageVisits | null> = {
  health: null,
  find: null,
  '*': { filled: '/no/such/page' },
  'auth/*': { filled: '/auth/sign-in/not-a-token', signedOut: true, error: press(/sign in|go on/i) },
  // Visited before anyone has an account, in pages-empty.spec.ts.
  setup: null,
  'sign-in': { filled: '/sign-in', signedOut: true, error: press('Sign in') },
  'sign-out': { filled: '/sign-out' },
  'forgot-password': { filled: '/forgot-password', signedOut: true },
  'reset-password/:token': { filled: '/reset-password/not-a-token', signedOut: true },
  'join/:token': { filled: '/join/not-a-token', signedOut: true },
  '/': { filled: '/', empty: '/', dialog: palette },
  library: {
    filled: '/library?q=certificate&show=lessons',
    empty: '/library',
    error: (page) => goTo(page, '/library?q=zzzz&year=1999'),
  },
  postmortems: { filled: '/postmortems', empty: '/postmortems', error: (page) => goTo(page, '/postmortems?q=zzzz') },
  'postmortems/new': { filled: '/postmortems/new', empty: '/postmortems/new' },
  'postmortems/import': { filled: '/postmortems/import', empty: '/postmortems/import' },
  'postmortems/:postmortem': { filled: '/postmortems/PM-1', dialog: palette },
  'postmortems/:postmortem/write': { filled: '/postmortems/PM-13/write' },
  'postmortems/:postmortem/publish': { filled: '/postmortems/PM-13/publish' },
  'postmortems/:postmortem/access': { filled: '/postmortems/PM-13/access' },
  'postmortems/:postmortem/manage': { filled: '/postmortems/PM-13/manage' },
  settings: { filled: '/settings', empty: '/settings' },

  'settings/sign-in': { filled: '/settings/sign-in', error: press(/change.*password/i) },
  'settings/organisation': { filled: '/settings/organisation', empty: '/settings/organisation' },
  'settings/people': { filled: '/settings/people', empty: '/settings/people' },
  'settings/people/:person': { filled: '/settings/people' },
  'settings/teams': { filled: '/settings/teams', empty: '/settings/teams' },
  'settings/services': { filled: '/settings/services', empty: '/settings/services' },
  'settings/terms/:list': { filled: '/settings/terms/factors' },
  'settings/templates': { filled: '/settings/templates' },
}

async function goTo(page: Page, address: string) {
  await page.goto(address)
}
