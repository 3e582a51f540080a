import type { Page } from '@playwright/test'
import { importDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'empty', story: 'house words' })
test.describe.configure({ mode: 'serial' })

const here = '/settings/language'
const said = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
const noted = (page: Page) => page.locator('.ed-note')

/** A draft with these sentences as causes; its reference. */
const draftWith = (page: Page, url: string, causes: string[]) =>
  importDraft(page, url, `# Gate list\n\n## Causes\n\n${causes.map((cause) => `- ${cause}`).join('\n')}\n`)

async function dismiss(page: Page, phrase: string, times: number): Promise<void> {
  for (let left = times; left > 0; left--) {
    await expect(noted(page)).toHaveCount(left)
    await noted(page).filter({ hasText: phrase }).first().click()
    await page
      .getByRole('dialog', { name: 'A phrase to look at' })
      .getByRole('button', { name: 'Not useful here' })
      .click()
  }
  await expect(noted(page)).toHaveCount(0)
  await saved(page)
}

test('a house word takes a note away in the editor, a rule that is off stays quiet, and both can be undone', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  const reference = await draftWith(page, server.url, [
    'The shift planner failed to publish the rota.',
    'It was a careless rename.',
  ])
  await openDraft(page, reference)
  await expect(noted(page)).toHaveText(['failed to', 'careless'])
  await page.goto('/postmortems?state=draft')
  await expect(page.getByText('2 notes')).toBeVisible()

  await page.goto(here)
  await page.getByLabel('Systems').fill('Shift planner')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await said(page, 'The words are saved.')
  await expect(page.getByLabel('Systems')).toHaveValue('Shift planner')
  await openDraft(page, reference)
  await expect(noted(page)).toHaveText(['careless'])

  await page.goto(here)
  await page.getByLabel('Level of “Character”').selectOption('Off')
  await page.getByRole('button', { name: 'Save the levels' }).click()
  await said(page, 'The levels are saved.')
  await openDraft(page, reference)
  await expect(text(page)).toContainText('careless rename')
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(page.getByText('No wording to look at.')).toBeVisible()
  await page.goto('/postmortems?state=draft')
  await expect(page.getByText('Gate list')).toBeVisible()
  await expect(page.getByText(/\d notes?$/)).toHaveCount(0)

  await page.goto(here)
  await page.getByRole('button', { name: 'Back to the usual levels' }).click()
  await said(page, 'Every rule has its usual levels.')
  await expect(page.getByLabel('Level of “Character”')).toHaveValue('')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Level of “Character”')).toHaveValue('off')
  await page.getByLabel('Systems').fill('')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await said(page, 'The words are saved.')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByLabel('Systems')).toHaveValue('Shift planner')
})

test('a rule that several post-mortems call not useful is shown as such, by number and by nothing else', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  const forgot = (what: string) => `The on-call engineer forgot to save the ${what}.`
  const first = await draftWith(page, server.url, ['list', 'map', 'rota'].map(forgot))
  await openDraft(page, first)
  await dismiss(page, 'forgot to', 3)
  const second = await draftWith(page, server.url, ['log', 'date'].map(forgot))
  await openDraft(page, second)
  await dismiss(page, 'forgot to', 2)

  const rule = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Steps that were left out' }) })
  // Rows are derived a moment after the edit.
  await expect(async () => {
    await page.goto(here)
    await expect(rule).toContainText('5 called not useful', { timeout: 500 })
  }).toPass()
  await expect(rule).toContainText('Often called not useful')
  const main = page.getByRole('main')
  for (const trace of [first, second, 'Gate list', 'forgot to save']) await expect(main).not.toContainText(trace)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('lists and levels are saved, undone and refused with what was typed', async ({ page, server }) => {
    await signIn(page, server.url)
    await page.goto(here)
    await page.getByLabel('Roles').fill('purser, bosun')
    await page.getByLabel('Allowed phrases').fill('man overboard')
    await page.getByRole('button', { name: 'Save the words' }).click()
    await expect(page.getByText('“purser, bosun” looks like several entries. Write one in a line.')).toBeVisible()
    await expect(page.getByLabel('Allowed phrases')).toHaveValue('man overboard')
    await page.getByLabel('Roles').fill('purser\nbosun')
    await page.getByRole('button', { name: 'Save the words' }).click()
    await said(page, 'The words are saved.')
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByLabel('Roles')).toHaveValue('')

    await page.getByLabel('Level of “Drama”').selectOption('Warn')
    await page.getByRole('button', { name: 'Save the levels' }).click()
    await said(page, 'The levels are saved.')
    await expect(page.getByLabel('Level of “Drama”')).toHaveValue('warn')
  })
})

test('whoever saves a page that someone else has changed keeps what they typed, beside what stands by now', async ({
  page,
  context,
  server,
}) => {
  await signIn(page, server.url)
  await page.goto(here)
  const other = await context.newPage()
  await other.goto(here)
  await other.getByLabel('Two-faced nouns').fill('pilot')
  await other.getByRole('button', { name: 'Save the words' }).click()
  await said(other, 'The words are saved.')

  await page.getByLabel('Roles').fill('mate')
  // Saving the levels fetches the page anew, and takes nothing from what is typed beside them.
  await page.getByLabel('Level of “Drama”').selectOption('Hint')
  await page.getByRole('button', { name: 'Save the levels' }).click()
  await said(page, 'The levels are saved.')
  await expect(page.getByLabel('Roles')).toHaveValue('mate')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await expect(page.getByRole('alert')).toContainText('Someone has changed this meanwhile.')
  await expect(page.getByLabel('Roles')).toHaveValue('mate')
  await expect(page.getByRole('region', { name: 'Not saved yet: what stands now' })).toContainText('pilot')
  await page.getByRole('button', { name: 'Save the words' }).click()
  await said(page, 'The words are saved.')
  await expect(page.getByLabel('Roles')).toHaveValue('mate')
  await expect(page.getByLabel('Two-faced nouns')).toHaveValue('pilot')
})
