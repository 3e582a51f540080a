import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type RunningServer, startServer } from './server.ts'

export const admin = {
  name: 'Pia Andersen',
  email: 'pia@skerry-line.example',
  password: 'a long harbour wall',
  organisation: 'Skerry Line',
}

/** A server of its own for the tests of one file, with nothing set up. */
export const test = base.extend<{ strict: undefined }, { server: RunningServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the dependencies of a fixture from this pattern.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  /** Any error on a page's console fails the test. */
  strict: [
    async ({ context }, use) => {
      const errors = collectErrors(context)
      await use(undefined)
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
})

/** Errors of pages and their consoles as they come. A refused request is said by the page, so its status is none. */
export function collectErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  const isStatus = (text: string) => /status of (400|401|403|404|409|410|413|422|429)/.test(text)
  context.on('console', (message) => {
    if (message.type() === 'error' && !isStatus(message.text())) errors.push(message.text())
  })
  context.on('weberror', (error) => errors.push(error.error().stack ?? error.error().message))
  return errors
}

/** Sets the server up as its first admin, without the pages: they have a test of their own. */
export async function setUp(page: Page, sample: 'yes' | 'no'): Promise<void> {
  const answer = await page.request.post('/setup', {
    headers: { Origin: new URL(await baseOf(page)).origin },
    form: {
      name: admin.name,
      email: admin.email,
      newPassword: admin.password,
      timeZone: 'Europe/Oslo',
      organisation: admin.organisation,
      promise: '',
      sample,
    },
    maxRedirects: 0,
  })
  expect(answer.status(), await answer.text()).toBe(302)
}

/** Signs a person in by the form's own request; the page's context has the cookie afterwards. */
export async function signIn(page: Page, who = admin): Promise<void> {
  const answer = await page.request.post('/sign-in', {
    headers: { Origin: await baseOf(page) },
    form: { email: who.email, password: who.password, to: '/' },
    maxRedirects: 0,
  })
  expect(answer.status(), await answer.text()).toBe(302)
}

async function baseOf(page: Page): Promise<string> {
  const answer = await page.request.get('/health')
  return new URL(answer.url()).origin
}

export { expect }
