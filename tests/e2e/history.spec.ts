import type { Page } from '@playwright/test'
import { makeDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { caretTo, entry, openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'empty', story: 'history' })

const start = '14:03 the queue grows\n14:09 the alert fires'
const panel = (page: Page) => page.getByRole('tabpanel', { name: 'History' })

test('a version is named, compared in words, brought back by key and undone', async ({ page, server }) => {
  await signIn(page, server.url)
  const reference = await makeDraft(page, server.url, start)
  await openDraft(page, reference)
  await page.getByRole('tab', { name: 'History' }).click()
  await panel(page).getByLabel('Name this version').fill('Before lunch')
  await page.keyboard.press('Enter')
  await expect(panel(page).getByText('Before lunch')).toBeVisible()
  await expect(panel(page).getByText('2 entries added.')).toBeVisible()

  await entry(page, '14:03').getByLabel('Time').fill('14:04')
  await page.keyboard.press('Enter')
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' at the desk')
  await saved(page)

  await panel(page)
    .getByRole('link', { name: /^Compare with now/ })
    .press('Enter')
  await expect(page.getByText('2 entries changed.', { exact: true })).toBeVisible()
  await expect(page.getByRole('article', { name: 'entry 14:03' })).toContainText('Entry 14:03 moved to 14:04')
  await expect(page.getByRole('article', { name: 'entry 14:09' }).getByRole('insertion')).toContainText('at the desk')

  await page.goto(`/postmortems/${reference}/write`)
  await page.getByRole('tab', { name: 'History' }).click()
  await panel(page)
    .getByRole('button', { name: /^Bring it back/ })
    .press('Enter')
  await page.keyboard.press('Enter')
  await expect(entry(page, '14:03')).toBeVisible()
  await expect(text(page)).not.toContainText('at the desk')
  await saved(page)

  await text(page).focus()
  await page.keyboard.press('Control+z')
  await expect(entry(page, '14:04')).toBeVisible()
  await expect(text(page)).toContainText('the alert fires at the desk')
  await saved(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a version is named, renamed and brought back, and the draft put back as it was before', async ({
    page,
    server,
    browser,
  }) => {
    await signIn(page, server.url)
    const reference = await makeDraft(page, server.url, start)
    await page.goto(`/postmortems/${reference}/history`)
    await expect(page.getByText('Written together by Pia Andersen.')).toBeVisible()
    await page.getByLabel('Name this version').fill('Empty list')
    await page.getByRole('button', { name: 'Name it' }).click()
    await page.getByRole('link', { name: /^Read it/ }).click()
    await page.getByText('Rename').click()
    await page.getByLabel('Name', { exact: true }).fill('Two entries')
    await page.getByRole('button', { name: 'Save the name' }).click()
    await expect(page.getByText('Two entries').first()).toBeVisible()
    const version = page.url()

    const context = await browser.newContext({ baseURL: server.url, locale: 'en-GB', javaScriptEnabled: true })
    const writer = await context.newPage()
    await signIn(writer, server.url)
    await openDraft(writer, reference)
    await caretTo(writer, '14:09', 'the alert fires')
    await writer.keyboard.press('Control+Shift+Backspace')
    await saved(writer)

    await page.goto(`/postmortems/${reference}/history/compare`)
    await expect(page.getByText('1 entry taken out.', { exact: true })).toBeVisible()
    await page.goto(version)
    await page.getByText('Bring this version back').click()
    await page.getByRole('button', { name: 'Bring it back' }).click()
    await expect(page.getByText('It is as it was.')).toBeVisible()
    await expect(entry(writer, '14:09')).toBeVisible()
    await page.getByRole('button', { name: 'Put back as it was before' }).click()
    await expect(entry(writer, '14:09')).toHaveCount(0)
    await context.close()
  })
})
