import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** The editor's text, as soon as it can be written in. */
export const text = (page: Page): Locator => page.getByLabel('The post-mortem', { exact: true })

/** The timeline entry that stands at this time, such as `14:03`. */
export const entry = (page: Page, time: string): Locator => page.getByRole('group', { name: `Entry, ${time}` })

/** Puts the caret into the entry at this time, at these words of it; resolves when the editor has it there. */
export async function caretTo(page: Page, time: string, words: string): Promise<void> {
  await caretIn(page, entry(page, time).getByText(words))
}

/** Puts the caret into what is clicked in an item; resolves when the editor has it there, and keys are about that item. */
export async function caretIn(page: Page, place: Locator): Promise<void> {
  await place.click()
  await expect(text(page).locator('.ed-here')).toContainText((await place.textContent())!)
}

/** What the page says about saving. */
export const saveState = (page: Page): Locator => page.locator('[data-save-state]')

/** Waits until the page says that everything is saved. */
export async function saved(page: Page): Promise<void> {
  await expect(saveState(page)).toHaveText(/^(Saved \d\d:\d\d|Everything is saved)$/)
}

/** Opens a draft and waits until it can be written in. */
export async function openDraft(page: Page, reference: string): Promise<void> {
  await page.goto(`/postmortems/${reference}/write`)
  await expect(text(page)).toBeVisible()
}

/** Sets a mark of the incident on the entry at a time. */
export async function mark(page: Page, time: string, word: string): Promise<void> {
  // A mark may bring one more line of times into the head, which moves the entries down from under the pointer.
  await expect(async () => {
    await entry(page, time).hover()
    await entry(page, time).getByRole('button', { name: 'mark' }).click({ timeout: 2000 })
  }).toPass()
  await page.getByRole('option', { name: word }).click()
  await page.keyboard.press('Escape')
  await expect(entry(page, time).getByRole('button', { name: word })).toBeVisible()
}
