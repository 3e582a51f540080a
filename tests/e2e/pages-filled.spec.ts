import { signIn, test } from './fixtures.ts'
import { pages } from './pages.ts'
import { atRest, expectAccessible, visit } from './visit.ts'

test.use({ organisation: 'filled' })

for (const [pattern, visits] of Object.entries(pages)) {
  if (!visits) continue
  test(`${pattern}, as people use it`, async ({ page, server }) => {
    const isMade = typeof visits.filled === 'function'
    if (!visits.signedOut || isMade) await signIn(page, server.url)
    const address = typeof visits.filled === 'function' ? await visits.filled(page) : visits.filled
    await visit(page, address, `${pattern}, filled`, visits.shows)
    for (const state of ['error', 'dialog'] as const) {
      const arrange = visits[state]
      if (typeof arrange !== 'function') continue
      await page.goto(address)
      await atRest(page)
      await arrange(page)
      await atRest(page)
      await expectAccessible(page, `${pattern}, ${state}`)
    }
  })
}
