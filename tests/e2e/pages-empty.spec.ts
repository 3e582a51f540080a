import { expect, signIn, test } from './fixtures.ts'
import { pages } from './pages.ts'
import { routePatterns } from './route-patterns.ts'
import { visit } from './visit.ts'

test.use({ organisation: 'empty' })

test('every address of the product is in the table of pages', () => {
  expect(Object.keys(pages).toSorted()).toEqual(routePatterns().toSorted())
})

for (const [pattern, visits] of Object.entries(pages)) {
  const address = visits?.empty
  if (!visits || typeof address !== 'string') continue
  test(`${pattern}, with nothing in it yet`, async ({ page, server }) => {
    if (!visits.signedOut) await signIn(page, server.url)
    await visit(page, address, `${pattern}, empty`, visits.shows)
  })
}
