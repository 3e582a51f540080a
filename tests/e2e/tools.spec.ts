import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { gateway } from './gateway.ts'
import { openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'filled', story: 'tools' })

const list = (page: Page) => page.getByRole('main').getByRole('listbox')

/** What is wrong for whoever uses it without seeing it, in the part of the page that is open. */
async function problemsIn(page: Page, part: string) {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** An empty line at the end of the document. */
async function newLine(page: Page) {
  await text(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
}

test('signs call lists, a bar stands over selected words, and after a reload the caret is at its letter', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, 'PM-13')
  await newLine(page)

  await page.keyboard.type('/task')
  await expect(list(page).getByRole('option', { selected: true })).toHaveText(/Task list/)
  expect(await problemsIn(page, '[role=listbox]')).toEqual([])
  await page.keyboard.press('Enter')
  await page.keyboard.type('ask support')
  await page.keyboard.press('Control+Shift+Enter')
  await expect(page.getByRole('checkbox', { name: 'Done: ask support' })).toBeChecked()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')

  await page.keyboard.type('Seen by @support lead')
  await expect(list(page).getByRole('option')).toHaveText([/Amara Szabo/])
  await page.keyboard.press('Enter')
  await page.keyboard.type('and/or in [[guard')
  await expect(list(page).getByRole('option', { selected: true })).toHaveText(/^PM-12/)
  await page.keyboard.press('Enter')
  await page.keyboard.type('last')
  const line = text(page).getByText('and/or in').last()
  await expect(line).toHaveText(/^Seen by @Passenger support lead and\/or in PM-12 .* last$/)

  await page.keyboard.press('Control+Shift+ArrowLeft')
  await expect(page.getByRole('toolbar', { name: 'What is selected' })).toBeVisible()
  expect(await problemsIn(page, '[data-over-text]')).toEqual([])
  await page.keyboard.press('Alt+F10')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(line.locator('strong')).toHaveText('last')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('status.example/1')
  await page.keyboard.press('Enter')
  await expect(line.getByRole('link', { name: 'last' })).toHaveAttribute('href', 'https://status.example/1')

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowRight')
  await saved(page)
  await page.reload()
  await expect(text(page)).toBeFocused()
  await page.keyboard.type('b')
  await expect(line).toHaveText(/ lbast$/)
  await saved(page)

  await page.goto('/postmortems/PM-12')
  await expect(page.getByRole('navigation', { name: 'Mentioned in' }).getByRole('link')).toHaveText([/^PM-13/])
})

test('code is coloured and left by Escape and Tab, rows come by key and by the bar under the table', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, 'PM-13')
  await newLine(page)
  await page.keyboard.type('```sh ')
  await page.keyboard.type('echo "/etc @all"\n')
  await page.keyboard.press('Tab')
  await page.keyboard.type('exit 1')
  await expect(list(page)).toBeHidden()
  await expect(page.getByLabel('Language of this code')).toHaveValue('bash')
  await expect(text(page).locator('pre .code-string')).toHaveText('"/etc @all"')
  await expect(text(page).locator('pre')).toHaveText('echo "/etc @all"\n  exit 1')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(text(page)).not.toBeFocused()

  await text(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('/table')
  await expect(list(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Host')
  await page.keyboard.press('Alt+Shift+ArrowDown')
  const table = text(page).getByRole('table')
  await expect(table.getByRole('row')).toHaveCount(4)
  await page.keyboard.press('Alt+F10')
  await expect(page.getByRole('button', { name: 'Row below' })).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(table.getByRole('columnheader')).toHaveCount(4)
})

test('what is typed before the find bar is there is looked for, and does not go into the text', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  const bars = gateway()
  await page.route('**/assets/find-bar-*.js', async (route) => {
    await bars.open
    await route.continue()
  })
  await openDraft(page, 'PM-13')
  await text(page).focus()
  const inText = async () => (await text(page).innerText()).match(/review/gi)!.length
  const before = await inText()
  await page.keyboard.press('Control+f')
  await page.keyboard.type('review')
  bars.pass()
  const bar = page.getByRole('search', { name: 'Find in the document' })
  await expect(bar.getByRole('status')).toHaveText(/of \d+$/)
  await page.keyboard.type('er')
  await expect(bar.getByLabel('Find', { exact: true })).toHaveValue('reviewer')
  await expect(bar.getByRole('status')).toHaveText(/of \d+$/)
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  expect(await inText()).toBe(before)
})

test('the page shows nothing but the text on request; words are found, replaced and brought back; parts are copied', async ({
  page,
  server,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, server.url)
  await openDraft(page, 'PM-13')
  await text(page).focus()
  const outline = page.getByRole('navigation', { name: 'Document' })
  await page.keyboard.press('Control+Shift+f')
  await expect(outline).toBeHidden()
  await page.keyboard.press('Control+Shift+f')
  await page.keyboard.press('Shift+F6')
  await expect(outline.locator('[aria-current=true]')).toBeFocused()
  await page.keyboard.press('F6')
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Control+f')
  const bar = page.getByRole('search', { name: 'Find in the document' })
  await bar.getByLabel('Find', { exact: true }).fill('reviewer')
  await expect(bar.getByRole('status')).toHaveText(/of \d+$/)
  const count = Number(/\d+$/.exec(await bar.getByRole('status').innerText())![0])
  expect(await problemsIn(page, 'search')).toEqual([])
  await bar.getByRole('button', { name: 'Replace', exact: true }).first().click()
  await bar.getByLabel('Replace with').fill('second reader')
  await bar.getByRole('button', { name: 'All' }).click()
  await expect(bar.getByRole('status')).toHaveText('none')
  await page.keyboard.press('Escape')
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+f')
  await bar.getByLabel('Find', { exact: true }).fill('REVIEWER')
  await expect(bar.getByRole('status')).toHaveText(new RegExp(`of ${count}$`))
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  await expect(bar).toBeHidden()

  await page.keyboard.press('Alt+Shift+c')
  await expect(page.getByText('Copied as Markdown.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('eviewer')
  await page.keyboard.press('F6')
  await expect(page.getByRole('tab', { selected: true })).toBeFocused()
  await page.keyboard.press('F6')
  await expect(page.getByRole('region', { name: 'Notifications' })).toBeFocused()
  await page.keyboard.press('Shift+F6')
  await page.keyboard.press('Shift+F6')
  await expect(text(page)).toBeFocused()
  await page.getByRole('button', { name: 'Keys' }).focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).getByLabel('Find a key').fill('nothing but')
  await expect(page.getByRole('dialog', { name: 'Keys' }).getByRole('definition')).toHaveText(/Nothing but the text/)
})
