import type { Locator, Page } from '@playwright/test'
import { importDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'empty', story: 'cards' })
test.describe.configure({ mode: 'serial' })

const draft = `# Two sailings at one time

## Impact

About 400 passengers waited on the quay.

## Timeline

- 2026-10-25 02:00 The timetable lists the night sailing twice
- 2026-10-25 03:10 One of the two is taken out
`
const cards = (page: Page, kind: string): Locator => text(page).locator(`[data-card="${kind}"]`)
const type = (page: Page, words: string) => page.keyboard.type(words)
async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}
/** Goes up to the item with these words; how many lines that is depends on the width. */
async function upTo(page: Page, words: string): Promise<void> {
  await expect(async () => {
    await press(page, 'ArrowUp')
    await expect(page.locator('.ed-here')).toContainText(words, { timeout: 500 })
  }).toPass()
}
/** Opens what the focused button asks, and waits until its list can be typed into or walked through. */
async function openList(page: Page, name: string): Promise<void> {
  await expect(page.locator(':focus')).toHaveText(name)
  await press(page, 'Enter')
  await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
}
let reference = ''

test('with the keyboard alone: from the timeline over causes, changes and lessons to In short', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  reference = await importDraft(page, server.url, draft)
  await openDraft(page, reference)

  // The caret opens at the end of the timeline. Its marks are what In short is drafted from.
  await expect(text(page)).toBeFocused()
  const inShort = text(page).locator('section').first()
  const { height } = (await inShort.boundingBox())!
  await press(page, 'Alt+Shift+4')
  await expect(page.getByRole('button', { name: 'normal again' })).toBeVisible()
  await upTo(page, 'The timetable lists')
  await press(page, 'Alt+Shift+1')
  await expect(page.getByRole('button', { name: 'first effect' })).toBeVisible()
  await expect(inShort).toContainText('It was normal again after 1 hour 10 minutes.')
  // Nothing below moves while the draft grows.
  expect((await inShort.boundingBox())!.height).toBe(height)
  await press(page, 'Alt+v')
  await type(page, 'On the screen it was one boat.')
  await press(page, 'Alt+v')
  await type(page, 'On the quay there were two queues.')
  await expect(cards(page, 'account').filter({ hasText: 'at 02:00' })).toHaveCount(2)
  await expect(cards(page, 'account').last()).toContainText('seen from two places')

  await press(page, 'Alt+n')
  await type(page, 'A departure is stored without its offset.')
  await expect(cards(page, 'cause')).toContainText('no change yet')
  await press(page, 'Tab', 'Tab')
  await openList(page, 'factors')
  await type(page, 'clocks')
  await press(page, 'Enter')
  await page.getByRole('combobox').press('Control+a')
  await type(page, 'Night of the change')
  await expect(page.getByRole('option', { name: 'Add “Night of the change” to our factors' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByRole('option', { name: 'Night of the change', selected: true })).toBeVisible()
  await press(page, 'Escape')
  await expect(cards(page, 'cause')).toContainText('Time, expiry, clocks')
  await expect(cards(page, 'cause')).toContainText('Night of the change')

  await cards(page, 'cause').getByRole('button', { name: 'rests on …' }).focus()
  await openList(page, 'rests on …')
  await press(page, 'ArrowDown', 'Enter', 'Escape')
  await expect(cards(page, 'cause').getByRole('button', { name: 'Rests on 03:10' })).toBeVisible()

  await cards(page, 'cause').getByRole('button', { name: 'no change yet' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'A new change for it' })).toBeFocused()
  await press(page, 'Enter')
  await type(page, 'A departure carries its offset.')
  await expect(cards(page, 'change').getByRole('button', { name: 'for 1 cause' })).toBeVisible()
  await expect(cards(page, 'cause').getByRole('button', { name: '1 change' })).toBeVisible()
  await cards(page, 'cause').getByRole('button', { name: '1 change' }).focus()
  await openList(page, '1 change')
  await press(page, 'Enter', 'Enter', 'Escape')
  await expect(cards(page, 'change').getByRole('button', { name: 'for 1 cause' })).toBeVisible()
  await text(page).focus()

  for (const words of ['Does any other system use a time as an id?', 'Asked which one sails.']) {
    await press(page, 'Alt+n')
    await type(page, words)
  }
  await press(page, 'Alt+n')
  await type(page, 'This sailed twice')
  const hint = cards(page, 'lesson').getByRole('note')
  await expect(hint).toHaveText('Begins with “This”. What does it stand for, said in full?')
  await press(page, 'Shift+Home')
  await type(page, 'A local time needs its offset.')
  await expect(hint).toBeHidden()

  for (const words of ['Two rows with one time.', 'A quiet night.']) {
    await press(page, 'Alt+n')
    await type(page, words)
  }
  await press(page, 'Alt+n')
  const grey = page.getByRole('note', { name: /^Drafted from times and impact/ })
  await expect(grey).toContainText('About 400 passengers waited on the quay.')
  await press(page, 'Tab')
  await expect(grey).toBeHidden()
  await expect(inShort).toContainText(
    'From 02:00 to 03:10 UTC on 25 Oct 2026, its effects could be felt. About 400 passengers waited on the quay. ' +
      'It was normal again after 1 hour 10 minutes.',
  )
  await press(page, 'Alt+n')
  await expect(page.getByText('There is something in every section.')).toBeVisible()
  await saved(page)
})

test('what others point to is not removed without a word, and undo brings it back with its links', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, reference)
  await cards(page, 'cause').getByText('A departure is stored').click()
  await press(page, 'Control+Shift+Backspace')
  await expect(page.getByText('1 change pointed here. Undo brings it back with its links.')).toBeVisible()
  await expect(cards(page, 'change').getByRole('button', { name: 'for which cause?' })).toBeAttached()
  await press(page, 'Control+z')
  await expect(cards(page, 'change').getByRole('button', { name: 'for 1 cause' })).toBeVisible()
  await expect(cards(page, 'cause').getByRole('button', { name: '1 change' })).toBeVisible()
})
