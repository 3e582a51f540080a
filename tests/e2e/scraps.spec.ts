import type { Page } from '@playwright/test'
import { largeScrap } from '#app/scraps/large-scrap.ts'
import { expect, signIn, test } from './fixtures.ts'
import { caretIn, entry, openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'filled', story: 'scraps' })

const draft = 'PM-13'
const chat = [
  'Ana Reyes\n  11:52 PM\nSeeing declines on network B',
  'Bo Lind\n  11:58 PM\nrestarted the second gateway',
  'Friday, November 13th',
  'Ana Reyes\n  12:04 AM\nthanks Bo, back at 0.4 % :white_check_mark:',
].join('\n')

const offer = (page: Page) => page.getByRole('region', { name: 'What you pasted' })
const dialog = (page: Page) => page.getByRole('dialog')
const candidates = (page: Page) => dialog(page).getByRole('listbox', { name: 'What may become an entry' })
const scraps = (page: Page) => page.getByRole('tabpanel', { name: /^Scraps/ })

async function paste(page: Page, pasted: string): Promise<void> {
  await page.evaluate((words) => {
    const data = new DataTransfer()
    data.setData('text/plain', words)
    document.activeElement!.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, pasted)
}

test.beforeEach(async ({ page, server }) => {
  await signIn(page, server.url)
  await openDraft(page, draft)
  await caretIn(page, text(page).getByText('Cache flushed'))
})

test('a pasted chat is looked at, ticked by keyboard and put in by time; undo takes all of it back, the original stays', async ({
  page,
}) => {
  await paste(page, chat)
  await expect(offer(page)).toContainText('3 messages from Slack')
  await expect(text(page)).not.toContainText('restarted the second gateway')

  await page.keyboard.press('Enter')
  await expect(candidates(page)).toBeFocused()
  await expect(candidates(page).getByRole('option').first()).toContainText('23:52')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await dialog(page).getByRole('button', { name: 'One hour later' }).click()
  await expect(dialog(page).getByText('The first one moves from')).toContainText('13 Nov 2026, 00:52')
  await dialog(page).getByRole('button', { name: 'One hour earlier' }).click()
  await dialog(page).getByLabel('Who spoke').selectOption('roles')
  await dialog(page).getByLabel('Bo Lind').fill('gateway on-call')
  await dialog(page).getByRole('button', { name: 'Put 3 entries in' }).click()

  await expect(dialog(page)).toBeHidden()
  await expect(entry(page, '23:58')).toContainText('Gateway on-call: restarted the second gateway')
  await expect(entry(page, '00:04')).toContainText('thanks gateway on-call, back at 0.4 % ✅')
  await expect(entry(page, '00:04')).toContainText('Slack')
  await expect(text(page)).not.toContainText('Bo Lind')
  await saved(page)

  await page.keyboard.press('Control+z')
  await expect(entry(page, '23:58')).toBeHidden()
  await expect(entry(page, '00:04')).toBeHidden()
  await page.keyboard.press('F9')
  await expect(scraps(page).getByRole('article', { name: /^Slack/ })).toContainText('restarted the second gateway')
})

test('pasted once more it goes in as it is, and Escape leaves it', async ({ page }) => {
  await paste(page, chat)
  await expect(offer(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(offer(page)).toBeHidden()
  await paste(page, chat)
  await expect(offer(page)).toBeVisible()
  await paste(page, chat)
  await expect(offer(page)).toBeHidden()
  await expect(text(page)).toContainText('restarted the second gateway')
  await page.keyboard.press('Control+z')
  await expect(text(page)).not.toContainText('restarted the second gateway')
})

test('one key each makes a scrap an entry, a source or a question, and undo makes it a scrap again', async ({
  page,
}) => {
  const card = (words: string) => scraps(page).getByRole('article', { name: new RegExp(words) })
  await page.keyboard.press('F9')
  const box = scraps(page).getByLabel('Add a scrap')
  await expect(box).toBeFocused()
  for (const thought of ['12:31 the second quay was closed', 'exit code 0 on all nodes', 'what did the purser see?']) {
    await box.fill(thought)
    await page.keyboard.press('Control+Enter')
    await expect(card(thought.slice(-8).replace('?', '\\?'))).toBeVisible()
  }

  await card('second quay').focus()
  await page.keyboard.press('e')
  await expect(entry(page, '12:31')).toContainText('the second quay was closed')
  await expect(card('second quay')).toBeHidden()
  await page.keyboard.press('Control+z')
  await expect(card('second quay')).toBeVisible()
  await expect(entry(page, '12:31')).toBeHidden()

  await caretIn(page, text(page).getByText('Cache flushed'))
  await card('exit code').focus()
  await page.keyboard.press('s')
  await expect(
    text(page)
      .getByRole('group', { name: /^Entry/ })
      .filter({ hasText: 'Cache flushed' }),
  ).toContainText('snippet')
  await card('purser').focus()
  await page.keyboard.press('q')
  await expect(text(page).locator('[data-card="question"]').last()).toContainText('what did the purser see?')
  await saved(page)
})

test('twenty thousand messages are read beside the page, found among and kept; a paste of five megabytes is answered', async ({
  page,
}) => {
  await paste(page, largeScrap('teams-copy', 20_000))
  await expect(offer(page)).toContainText('20,000 messages from Teams')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Find among them').fill('(19998)')
  await expect(candidates(page).getByRole('option')).toHaveCount(1)
  await dialog(page).getByRole('button', { name: 'Tick all shown' }).click()
  await dialog(page).getByRole('button', { name: 'Put 1 entry in' }).click()
  await expect(text(page)).toContainText('(19998)')
  await page.keyboard.press('F9')
  await expect(scraps(page).getByRole('article', { name: /Teams/ }).first()).toBeVisible()

  await caretIn(page, text(page).getByText('Cache flushed'))
  await paste(page, 'No time and no name stands in these words. '.repeat(120_000))
  await expect(offer(page)).toContainText('5.2 million characters')
  await offer(page).getByRole('button', { name: 'Keep in the scraps' }).click()
  await expect(scraps(page).getByRole('link', { name: /pasted\.txt/ })).toBeVisible()
  await page.keyboard.type('still here')
  await expect(text(page)).toContainText('still here')
})
