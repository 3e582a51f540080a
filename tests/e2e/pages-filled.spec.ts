import { signIn, test } from './fixtures.ts'
import { pages } from './pages.ts'
import { expectAccessible, open } from './visit.ts'

test.use({ organisation: 'filled' })

for (const [pattern, visits] of Object.entries(pages)) {
  if (!visits) continue
  test(`${pattern}, as people use it`, async ({ page, server }) => {
    const isMade = typeof visits.filled === 'function'
    if (!visits.signedOut || isMade) await signIn(page, server.url)
    const address = typeof visits.filled === 'function' ? await visits.filled(page) : visits.filled
    await open(page, address)
    await expectAccessible(page, `${pattern}, filled`)
    for (const state of ['error', 'dialog'] as const) {
      const arrange = visits[state]
      if (typeof arrange !== 'function') continue
      await page.goto(address, { waitUntil: 'networkidle' })
      await arrange(page)
      await page.waitForLoadState('networkidle')
      await expectAccessible(page, `${pattern}, ${state}`)
    }
  })
}
