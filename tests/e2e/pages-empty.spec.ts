import { expect, setUp, signIn, test } from './fixtures.ts'
import { pages } from './pages.ts'
import { routePatterns } from './route-patterns.ts'
import { expectAccessible, open } from './visit.ts'

test.describe.configure({ mode: 'serial' })

test('every address of the product is in the table of pages', () => {
  expect(Object.keys(pages).toSorted()).toEqual(routePatterns().toSorted())
})

test('setup, before anyone has an account', async ({ page }) => {
  await open(page, '/setup')
  await expectAccessible(page, 'setup')
  await page.getByRole('button', { name: 'Set up Candor' }).click()
  await expect(page.getByText('▲').first()).toBeVisible()
  await expectAccessible(page, 'setup with problems')
})

test('the organisation is made', async ({ page }) => {
  await setUp(page, 'no')
})

for (const [pattern, visits] of Object.entries(pages)) {
  if (!visits?.empty) continue
  test(`${pattern}, with nothing in it yet`, async ({ page }) => {
    await signIn(page)
    await open(page, visits.empty!)
    await expectAccessible(page, `${pattern}, empty`)
  })
}
