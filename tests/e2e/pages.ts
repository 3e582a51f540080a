import type { Page } from '@playwright/test'
import { asOnHome, button, foldOuts, nothingOpens, one, palette, refused, saysItself } from './arrange.ts'
import type { Pages } from './page-visits.ts'
import { pagesOfPostmortems } from './pages-of-postmortems.ts'
import { pagesOfSettings } from './pages-of-settings.ts'

/** Route pattern → how it is visited; null: it has no page. A route that is missing here fails the page test. */
export const pages: Pages = {
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
    error: refused(/sign in|go on/i),
    dialog: nothingOpens,
  },
  'sign-in': {
    filled: '/sign-in',
    empty: '/sign-in',
    signedOut: true,
    error: refused('Sign in'),
    dialog: nothingOpens,
  },
  'sign-out': { filled: '/sign-out', empty: '/sign-out', error: { none: 'It asks nothing.' }, dialog: asOnHome },
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
    error: refused(/join|account/i),
    dialog: nothingOpens,
  },

  language: {
    filled: '/language',
    empty: { none: 'It is the same guide for everyone, and reads nothing of an organisation.' },
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
  ...pagesOfPostmortems,
  ...pagesOfSettings,
}

/** An invitation made by the admin; the page is signed out again afterwards. */
async function joinAddress(page: Page): Promise<string> {
  await page.goto('/settings/people')
  await button('Make the invitation')(page)
  const link = await page.getByRole('textbox', { name: /link/i }).first().inputValue()
  await page.context().clearCookies()
  return new URL(link).pathname
}
