import type { Page } from '@playwright/test'
import { examples } from '#app/linter/index.ts'
import { expect, test } from './fixtures.ts'

test.use({ organisation: 'empty' })

const box = (page: Page) => page.getByRole('textbox', { name: 'Your text' })

test('anybody can try a text, and nothing of it leaves the page', async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.text())
  })
  await page.goto('/language')
  await expect(page.getByText('1 note', { exact: true })).toBeVisible()
  await page.waitForLoadState('networkidle')

  const sent: string[] = []
  page.on('request', (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`))
  await box(page).fill('The reviewer was careless.\n\nThe engineer forgot to call the harbour.')
  await expect(page.getByText('2 notes', { exact: true })).toBeVisible()
  await expect(page.getByText('This describes a character, not a situation.').first()).toBeVisible()
  expect(sent.filter((request) => !/^GET \S+\/assets\/[\w.-]+\.js $/.test(request))).toEqual([])

  await page.getByLabel('Read as').selectOption({ label: 'Thanks' })
  await expect(page.getByText('1 note', { exact: true })).toBeVisible()
  await box(page).fill('The node failed to drain.')
  await expect(page.getByText('No wording to look at. Whether it is fair is for readers to say.')).toBeVisible()

  // The examples of the rules are for the server: the guide has them as text already.
  const loaded = (await Promise.all(scripts)).join('')
  const texts = Object.values(examples).flatMap(({ flagged }) => flagged.filter((each) => typeof each === 'string'))
  expect(loaded).toContain('omission-verb')
  expect(texts.filter((text) => loaded.includes(text))).toEqual([])
})

test('a note selects its phrase in the text, and leads to its place in the guide', async ({ page }) => {
  await page.goto('/language')
  await page.getByRole('button', { name: 'failed to', exact: true }).click()
  const selected = await box(page).evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  )
  expect(selected).toBe('failed to')
  await page.getByRole('link', { name: 'More about this note on “failed to”' }).click()
  await expect(page.getByRole('heading', { name: 'Steps that were left out' })).toBeInViewport()
  await expect(
    page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Steps that were left out' }),
  ).toHaveAttribute('aria-current', 'location')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('it is a plain guide, and says that the box needs more', async ({ page }) => {
    await page.goto('/language')
    await expect(page.locator('noscript p')).toBeVisible()
    await expect(box(page)).not.toBeEditable()
    await expect(page.getByText('1 note', { exact: true })).toBeVisible()
    const part = page.getByRole('region', { name: 'Steps that were left out' })
    await expect(part.getByText('responders usually begin with a rollback')).toBeVisible()
    await part.getByText('More examples').click()
    await expect(part.getByText('The Kubernetes operator failed to drain the node.')).toBeVisible()
  })
})
