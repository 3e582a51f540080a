import type { Page } from '@playwright/test'
import { examples, ruleset } from '#app/linter/index.ts'
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

test('once the linter is there, typing sends nothing at all', async ({ page }) => {
  await page.goto('/language')
  await box(page).fill('It rained.')
  await expect(page.getByText('No wording to look at. Whether it is fair is for readers to say.')).toBeVisible()
  await page.waitForLoadState('networkidle')

  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  page.on('websocket', (socket) => sent.push(socket.url()))
  await box(page).press('End')
  await box(page).pressSequentially(' The engineer forgot to call. It was careless.')
  await page.getByLabel('Read as').selectOption({ label: 'Summary' })
  await expect(page.getByText('2 notes', { exact: true })).toBeVisible()
  // Nothing shows that nothing will be sent: anything put off until typing rests would have gone by now.
  await page.waitForTimeout(500)
  expect(sent).toEqual([])
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, location.search])).toEqual([0, 0, ''])
})

test('the box works from the keyboard, and says its notes to a screen reader', async ({ page }) => {
  await page.goto('/language')
  await expect(box(page)).toBeEditable()
  await expect(box(page)).toHaveAccessibleDescription('Nothing leaves this page.')
  await box(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('The crew was careless. The engineer forgot to call.')
  await expect(page.getByRole('status').filter({ hasText: 'note' })).toHaveText('2 notes')

  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Read as')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('list', { name: 'Notes' }).getByRole('button', { name: 'careless' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(box(page)).toBeFocused()
  await page.keyboard.type('tired')
  await expect(box(page)).toHaveValue('The crew was tired. The engineer forgot to call.')
  await expect(page.getByRole('status').filter({ hasText: 'note' })).toHaveText('1 note')
})

test('every rule has an address in the guide, where the cards lead', async ({ page }) => {
  await page.goto('/language#vague-descriptor')
  await expect(page.getByRole('heading', { name: 'Amounts without a measure' })).toBeInViewport()
  await expect(
    page.getByRole('navigation', { name: 'On this page' }).getByRole('link', { name: 'Amounts without a measure' }),
  ).toBeInViewport()
  for (const { id } of ruleset) {
    const part = page.locator(`section[id="${id}"]`)
    await expect(part).toHaveCount(1)
    await expect(part.getByText('Source: ')).toBeVisible()
  }
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
