import { expect, signIn, test } from './fixtures.ts'

test.use({ organisation: 'filled' })

test.beforeEach(async ({ page, server }) => signIn(page, server.url))

for (const javaScriptEnabled of [true, false]) {
  test.describe(() => {
    test.use({ javaScriptEnabled })
    const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'

    test(`what was found is narrowed down by facets, at an address to share, and read, ${how}`, async ({ page }) => {
      await page.goto('/library')
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('certificate')
      await page.getByRole('button', { name: 'Search', exact: true }).click()
      await expect(page).toHaveURL(/\/library\?q=certificate$/)
      await expect(page.getByRole('article').first().locator('mark').first()).toHaveText(/^certificate/i)

      const facet = page
        .getByRole('navigation', { name: 'Narrow down' })
        .getByRole('link', { name: /^Payment gateway/ })
      const count = Number(/\d+$/.exec((await facet.textContent())!)![0])
      await facet.click()
      await expect(page.getByRole('link', { name: 'Take Payment gateway away' })).toBeVisible()
      await expect(page.getByRole('status').filter({ hasText: /lessons?$/ })).toHaveText(
        count === 1 ? '1 lesson' : `${count} lessons`,
      )
      const shared = await page.getByRole('article').allTextContents()
      expect(shared).toHaveLength(count)
      await page.goto(page.url())
      expect(await page.getByRole('article').allTextContents()).toEqual(shared)

      await page.goto('/library?q=zeppelin')
      await expect(page.getByRole('heading', { name: 'Nothing found for “zeppelin”' })).toBeVisible()
      await page.getByRole('link', { name: 'Look in whole post-mortems' }).click()
      await expect(page).toHaveURL(/show=postmortems/)

      await page.goto('/library?q=certificate&show=postmortems')
      const first = page.getByRole('article').first().getByRole('link').first()
      const title = (await first.textContent())!.trim()
      await first.click()
      await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    })
  })
}
