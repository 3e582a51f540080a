import { signIn, test } from './fixtures.ts'
import { pages } from './pages.ts'
import { expectAccessible, open } from './visit.ts'

test.use({ organisation: 'filled' })

for (const [pattern, visits] of Object.entries(pages)) {
  if (!visits) continue
  test(`${pattern}, as people use it`, async ({ page, server }) => {
    if (!visits.signedOut) await signIn(page, server.url)
    await open(page, visits.filled)
    await expectAccessible(page, `${pattern}, filled`)
    if (visits.error) {
      await visits.error(page)
      await page.waitForLoadState('networkidle')
      await expectAccessible(page, `${pattern}, with something wrong`)
    }
    if (visits.dialog) {
      await open(page, visits.filled)
      await visits.dialog(page)
      await expectAccessible(page, `${pattern}, with something open`)
    }
  })
}
