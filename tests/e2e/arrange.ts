import { expect, type Page } from '@playwright/test'

/** Presses the first button of that name. */
export const button = (name: string | RegExp) => (page: Page) =>
  page.getByRole('button', { name, exact: true }).first().click()

/** Opens every fold-out of the page, which has one at least. */
export const foldOuts = async (page: Page) => {
  const opened = await page.locator('main details').evaluateAll((all) => {
    for (const details of all) details.setAttribute('open', '')
    return all.length
  })
  if (opened === 0) throw new Error(`${page.url()} has nothing to fold out.`)
}

/** Opens the search palette, which every signed-in page has. A page that has just arrived hears the keys a moment later. */
export const palette = async (page: Page) => {
  const dialog = page.getByRole('dialog', { name: 'Search' })
  await expect(async () => {
    await page.keyboard.press('Control+k')
    await expect(dialog).toBeVisible({ timeout: 1000 })
  }).toPass()
  await dialog.getByRole('option').first().waitFor()
}

/** Opens the form of the first entry of a list, and all that folds out in it. */
export const editing = async (page: Page) => {
  await page
    .getByRole('link', { name: /^Edit / })
    .first()
    .click()
  await page.getByText('Merge or retire').waitFor()
  await foldOuts(page)
}

/** Presses the first button of that name and waits for what the page says against it. */
export const refused = (name: string | RegExp) => async (page: Page) => {
  await button(name)(page)
  await page.getByText('▲').or(page.getByRole('alert')).first().waitFor()
}

/** Sends the form without what it needs. */
export const without = (label: string, press: string) => async (page: Page) => {
  await page.getByLabel(label, { exact: true }).first().fill('')
  await refused(press)(page)
}

export const one = { none: 'It is about one post-mortem or one person, which an empty organisation has not.' }
export const asOnHome = { none: 'What opens is the search palette, which is looked at on the home page.' }
export const nothingOpens = { none: 'Nothing opens on it.' }
export const saysItself = { none: 'What it shows here is what is wrong.' }
