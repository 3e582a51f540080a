import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { type RunningServer, startServer } from './server.ts'
import { admin } from './set-up.ts'
import { startOrganisation } from './start-organisation.ts'

/** `none`: nobody has an account; `empty`: set up with nothing in it; `filled`: set up with the sample library. */
export type Organisation = 'none' | 'empty' | 'filled'

/** A server of its own for the tests of one file, in the state the file asks for. */
export const test = base.extend<
  { strict: undefined; harmless: RegExp },
  { organisation: Organisation; story: string; server: RunningServer }
>({
  organisation: ['none', { option: true, scope: 'worker' }],
  /** Files of the same organisation may share a worker and its server; one that changes it has a story of its own. */
  story: ['', { option: true, scope: 'worker' }],
  server: [
    async ({ organisation, story: _ }, use) => {
      const server =
        organisation === 'none'
          ? await startServer()
          : await startOrganisation(organisation === 'filled' ? 'yes' : 'no')
      await use(server)
      await server.stop()
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  /** Errors on a console that a file's tests bring about on purpose, such as those of a cut connection. */
  harmless: [/$^/, { option: true }],
  /** Any other error on a page's console fails the test. */
  strict: [
    async ({ context, harmless }, use) => {
      const errors = collectErrors(context)
      await use(undefined)
      expect(errors.filter((error) => !harmless.test(error))).toEqual([])
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

/** Signs a person in by the form's own request; the page's context has the cookie afterwards. */
export async function signIn(page: Page, url: string, who: { email: string; password: string } = admin): Promise<void> {
  const answer = await page.request.post('/sign-in', {
    headers: { Origin: url },
    form: { email: who.email, password: who.password, to: '/' },
    maxRedirects: 0,
  })
  expect(answer.status(), await answer.text()).toBe(302)
}

export { expect }
