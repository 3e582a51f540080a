import type { Page } from '@playwright/test'
import { makeDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { caretTo, entry, openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'empty', story: 'a timeline', viewport: { width: 1280, height: 1000 } })

async function newDraft(page: Page, url: string, words: string): Promise<void> {
  await signIn(page, url)
  await openDraft(page, await makeDraft(page, url, words))
}

/** The timeline from top to bottom: time as its field shows it, and text. */
function timeline(page: Page): Promise<string[]> {
  return page
    .locator('.ed-entry')
    .evaluateAll((entries) =>
      entries.map((each) => `${each.querySelector('input')!.value} ${each.querySelector('.ed-text')!.textContent}`),
    )
}

test('times, types and marks come from the keys, and the head of the document follows', async ({ page, server }) => {
  await newDraft(page, server.url, '12 Nov 2026 14:03 the queue grows')
  await entry(page, '14:03').getByText('the queue grows').click()
  const { keyboard } = page
  await keyboard.press('End')
  await keyboard.press('Alt+Shift+1')
  for (const line of ['2:09 pm said: three merchants called', '~14:12 thought: the check is flaky', '+29m restored']) {
    await keyboard.press('Enter')
    await keyboard.type(line)
  }
  await keyboard.press('Control+Shift+4')
  await keyboard.press('Alt+Shift+3')
  await keyboard.press('Enter')
  await keyboard.type('14:50 the rate is back')
  await keyboard.press('Alt+Shift+4')
  await caretTo(page, '14:09', 'three merchants called')
  await keyboard.press('Alt+Shift+2')

  expect(await timeline(page)).toEqual([
    '14:03 the queue grows',
    '14:09 three merchants called',
    '~14:12 the check is flaky',
    '14:41 restored',
    '14:50 the rate is back',
  ])
  await expect(page.getByRole('group', { name: 'Entry, 14:09, said' })).toBeVisible()
  await expect(page.getByRole('group', { name: 'Entry, 14:41, done' })).toBeVisible()
  await expect(entry(page, '14:03').getByRole('button', { name: 'no evidence' })).toBeVisible()
  for (const chip of ['Noticed after 6 min', 'First relief after 38 min', 'Normal again after 47 min']) {
    await expect(page.getByText(chip, { exact: true })).toBeVisible()
  }

  await expect(page.getByText('no entry between 14:12 and 14:41. Was there something to see?')).toBeVisible()
  await page.getByRole('button', { name: 'Add an entry' }).first().click()
  await keyboard.type('14:35')
  await keyboard.press('Enter')
  await keyboard.type('the probe is green')
  await expect(page.getByText('no entry between 14:12 and 14:35.')).toBeVisible()

  await keyboard.press('Enter')
  await keyboard.type('25:99 somebody saw a red light')
  await expect(page.getByText('“25:99” is a time no clock shows. It is kept as typed;')).toBeVisible()
  expect(await timeline(page)).toContain('25:99 somebody saw a red light')
  await keyboard.type(', which the log of that night says nothing about, and went to look at the other quay')
  const astray = entry(page, '25:99')
  const [words, problem] = [astray.locator('.ed-text'), astray.getByText('“25:99” is a time no clock shows.')]
  const [above, below] = [(await words.boundingBox())!, (await problem.boundingBox())!]
  expect(below.y).toBeGreaterThanOrEqual(above.y + above.height)

  const time = entry(page, '14:50').getByLabel('Time', { exact: true })
  await time.fill('yesterday 23:50')
  await time.press('Enter')
  await expect(entry(page, '23:50').getByRole('button', { name: '11 Nov 2026' })).toBeVisible()
  await saved(page)
})

test('what is out of order is pointed out, and moved by its author: by sorting, by key, by dragging, and back by undo', async ({
  page,
  server,
}) => {
  await newDraft(page, server.url, '12 Nov 2026 14:03 the queue grows\n12 Nov 2026 14:20 the queue is empty')
  await entry(page, '14:20').getByText('the queue is empty').click()
  const { keyboard } = page
  for (const line of ['14:09 the alert fires', 'spring: the window was widened']) {
    await keyboard.press('End')
    await keyboard.press('Enter')
    await keyboard.type(line)
  }
  const typed = [
    '14:03 the queue grows',
    '14:20 the queue is empty',
    '14:09 the alert fires',
    'spring the window was widened',
  ]
  const sorted = [typed[3], typed[0], typed[2], typed[1]]
  await expect(page.getByText('From before the incident: it belongs at the top.')).toBeVisible()
  await expect(entry(page, '14:09')).toContainText('Earlier than what stands above: it belongs further up.')
  await entry(page, '14:09').getByRole('button', { name: 'Sort the timeline' }).click()
  await expect(page.getByText('2 entries moved to their times.')).toBeVisible()
  await expect.poll(() => timeline(page)).toEqual(sorted)
  await expect(page.locator('.ed-group').getByText('Before', { exact: true })).toBeVisible()

  await text(page).focus()
  await keyboard.press('Control+z')
  await expect.poll(() => timeline(page)).toEqual(typed)
  await keyboard.press('Control+Shift+z')
  await expect.poll(() => timeline(page)).toEqual(sorted)

  await caretTo(page, '14:20', 'the queue is empty')
  await keyboard.press('Alt+ArrowUp')
  await expect.poll(() => timeline(page)).toEqual([typed[3], typed[0], typed[1], typed[2]])
  const [handle, above] = [entry(page, '14:20').locator('.ed-grip'), entry(page, '14:09').locator('.ed-row')]
  const from = (await handle.boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await expect(async () => {
    // What is pointed out under the entries may still come, and move them.
    const to = (await above.boundingBox())!
    await page.mouse.move(from.x, to.y + to.height - 6)
    await page.mouse.move(from.x, to.y + to.height - 4)
    await expect(page.locator('.ed-drop-line')).toBeVisible({ timeout: 300 })
  }).toPass()
  await page.mouse.up()
  await expect.poll(() => timeline(page)).toEqual(sorted)
  await saved(page)
})

test('a time has its zone: that of the document, the reader’s own beside it, and the night an hour comes twice', async ({
  page,
  server,
}) => {
  await newDraft(page, server.url, '25 Oct 2026 02:30 the job ran')
  const job = page.locator('.ed-entry').first()
  await expect(job).toContainText('The clocks went back that night, so 02:30 came twice: this is the first one, UTC+2.')
  await job.getByRole('button', { name: 'It was the second' }).click()
  await expect(job).toContainText('this is the second one, UTC+1.')

  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByLabel('Times are told in').fill('UTC')
  await page.getByLabel('Times are told in').blur()
  const time = job.getByLabel('Time', { exact: true })
  await expect(time).toHaveValue('01:30')
  await time.focus()
  await expect(job.locator('.ed-time-tip')).toHaveText(
    '25 Oct 2026, 01:30 UTC. 25 Oct 2026, 02:30 UTC+1 where you are. Typed as “25 Oct 2026 02:30”.',
  )
  await expect(time).toHaveAccessibleDescription(/02:30 UTC\+1 where you are/)
  await saved(page)
})

test('the marks that the incident’s times still miss are asked for, and the list to choose from opens beside the question', async ({
  page,
  server,
}) => {
  // Without motion what opens takes the focus before it has its place.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  const lines = ['12 Nov 2026 14:03 the queue grows', '14:09 the alert fires', '14:50 the queue is empty']
  await newDraft(page, server.url, lines.join('\n'))
  const choose = page.getByRole('button', { name: 'Choose it' })
  await expect(page.getByText('Which entry was the first effect?')).toBeVisible()
  await choose.evaluate((button) => button.scrollIntoView({ block: 'center' }))
  const scrolled = await page.evaluate(() => window.scrollY)
  expect(scrolled).toBeGreaterThan(100)
  await choose.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()
  await expect(page.getByRole('option', { name: 'the queue grows' })).toBeInViewport()
  expect(await page.evaluate(() => window.scrollY)).toBe(scrolled)
  await page.keyboard.press('Enter')
  await expect(entry(page, '14:03').getByRole('button', { name: 'first effect' })).toBeVisible()
  await expect(text(page)).toBeFocused()

  await expect(page.getByText('In which entry was it normal again?')).toBeVisible()
  await choose.press('Enter')
  await expect(page.getByRole('listbox')).toBeFocused()
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Normal again after 47 min', { exact: true })).toBeVisible()
  await expect(choose).toBeHidden()
  await saved(page)
})
