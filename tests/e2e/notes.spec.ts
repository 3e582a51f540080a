import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { slowLine, words } from './two-people.ts'
import { caretIn, openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'filled', story: 'notes' })

const draft = 'PM-13'
const card = (page: Page) => page.getByRole('dialog', { name: 'A phrase to look at' })
const lines = (page: Page) => text(page).locator('.ed-note')
const items = (page: Page, kind: string) => text(page).locator(`[data-card="${kind}"]`)
const panel = (page: Page) => page.getByRole('tabpanel', { name: /^Language/ })

test.beforeEach(async ({ page, server }) => {
  await signIn(page, server.url)
  await openDraft(page, draft)
  await expect(lines(page).first()).toBeVisible()
})

test('no screen of a draft full of blame has more than a few lines, and scrolling changes none', async ({ page }) => {
  const places = await lines(page).evaluateAll((marks) => [
    ...new Map(marks.map((mark) => [mark.getAttribute('data-note'), mark.getBoundingClientRect().top])).values(),
  ])
  const screen = 720
  expect(places.length).toBeGreaterThan(10)
  for (const top of places) {
    expect(places.filter((other) => other >= top && other < top + screen).length).toBeLessThanOrEqual(6)
  }
  const before = await lines(page).allTextContents()
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 2000)
  await page.mouse.wheel(0, -1500)
  expect(await lines(page).allTextContents()).toEqual(before)
})

test('with the keyboard alone: from note to note, to the text and back, and a question is asked', async ({ page }) => {
  await text(page)
    .getByText('On 12 November sailing search')
    .click({ position: { x: 4, y: 8 } })
  await expect(text(page).locator('.ed-current')).toContainText('On 12 November sailing search')
  await page.keyboard.press('F8')
  await expect(card(page)).toContainText('“Accidentally merged” stops where it gets interesting.')
  await expect(card(page)).toContainText('The path that was open is what we can change.')
  await expect(card(page).getByRole('link', { name: /^RCA2, rule 3/ })).toHaveAttribute(
    'href',
    '/language#accident-word',
  )
  await expect(page.locator('.ed-note-open')).toHaveText('accidentally merged')
  await expect(card(page).getByRole('button', { name: 'Ask this in Open questions' })).toBeFocused()

  await page.keyboard.press('F8')
  await expect(page.locator('.ed-note-open')).not.toHaveText('accidentally merged')
  await page.keyboard.press('Shift+F8')
  await expect(page.locator('.ed-note-open')).toHaveText('accidentally merged')
  // The buttons do the same, and pressed again they go on.
  await card(page).getByRole('button', { name: 'Next note' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.ed-note-open')).not.toHaveText('accidentally merged')
  await expect(card(page).getByRole('button', { name: 'Next note' })).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.locator('.ed-note-open')).toHaveText('accidentally merged')
  await page.keyboard.press('Escape')
  await expect(card(page)).toBeHidden()
  await expect(page.locator('.ed-note-open')).toHaveCount(0)
  await expect(text(page)).toBeFocused()

  const asked = await items(page, 'question').count()
  await page.keyboard.press('Alt+Enter')
  await expect(card(page).getByRole('button', { name: 'Ask this in Open questions' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('The question is in the open questions now.')).toBeVisible()
  await expect(items(page, 'question')).toHaveCount(asked + 1)
  await expect(items(page, 'question').last()).toContainText(
    'What did the system accept here, and what did it show before and after?',
  )
  // Whoever asked is still at the sentence.
  await expect(text(page)).toBeFocused()
  await page.keyboard.press('Alt+Enter')
  await expect(page.locator('.ed-note-open')).toHaveText('accidentally merged')
})

test('a proposed wording is put into the text and taken back by one undo', async ({ page }) => {
  const question = items(page, 'question').first()
  await question.getByText('Who approved', { exact: true }).click()
  const offer = card(page).getByRole('region', { name: 'Rewrite, keeping every fact' })
  await expect(offer.locator('del')).toHaveText('Who approved')
  await expect(offer).toContainText('What made it look right to approve this?')
  await offer.getByRole('button', { name: 'Use this wording' }).click()
  await expect(question.locator('p')).toHaveText('What made it look right to approve this?')
  await expect(question.locator('.ed-note')).toHaveCount(0)
  await expect(text(page)).toBeFocused()

  await page.keyboard.press('ControlOrMeta+z')
  await expect(question.locator('p')).toHaveText('Who approved this?')
  await expect(question.locator('.ed-note')).toHaveText('Who approved')

  await question.locator('.ed-note').click()
  await offer.getByRole('button', { name: 'Rewrite it myself' }).click()
  await page.keyboard.type('What did the approval page show?')
  await expect(question.locator('p')).toHaveText('What did the approval page show?')
  await saved(page)
})

test('what somebody else types in the sentence meanwhile is in it when it has another wording', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  const line = await slowLine(other)
  await openDraft(other, draft)
  const why = (on: Page) => items(on, 'question').nth(1)
  await caretIn(other, why(other).getByText('react at 10:15'))
  await other.keyboard.press('End')
  for (const _ of ' at 10:15?') await other.keyboard.press('ArrowLeft')
  line.hold()
  await other.keyboard.type(' calmly')
  await expect(why(other)).toContainText('react calmly')

  await why(page).locator('.ed-note').click()
  await card(page).getByRole('button', { name: 'Use this wording' }).click()
  await expect(why(page)).toContainText('and was that there?')
  line.letGo()
  for (const screen of [page, other]) {
    await expect
      .poll(() => words(screen))
      .toContain('What would have prompted the on-call to react calmly at 10:15, and was that there?')
  }
  await other.close()
})

test('a kept sentence is kept for everyone, also where it moves, and comes back when it changes', async ({
  page,
  context,
}) => {
  const other = await context.newPage()
  await openDraft(other, draft)
  const kept = (on: Page) =>
    panel(on).getByRole('region', { name: 'How our system allowed it' }).getByText('should have known', { exact: true })
  for (const screen of [page, other]) await screen.getByRole('tab', { name: /^Language/ }).click()
  await expect(kept(other)).toBeVisible()
  await kept(page).click()
  await card(page).getByRole('button', { name: 'Keep, because …' }).click()
  await card(page).getByLabel('Keep, because').fill('agreed with them')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Kept. It is not marked again, for anyone.')).toBeVisible()
  await expect(kept(page)).toHaveCount(0)
  await expect(kept(other)).toHaveCount(0)

  await caretIn(page, items(page, 'cause').first().getByText('that the key needs the date'))
  await page.keyboard.press('Alt+ArrowDown')
  const moved = items(page, 'cause').nth(1)
  await expect(moved).toContainText('should have known')
  // A note that came back would come once the move has been read, a moment after it.
  await page.waitForTimeout(900)
  await expect(kept(page)).toHaveCount(0)

  await moved.locator('p').click({ position: { x: 4, y: 8 } })
  await page.keyboard.press('Home')
  await page.keyboard.type('In May ')
  for (const screen of [page, other]) await expect(kept(screen)).toBeVisible()
  await other.close()
})

test('nothing is said into a word that is being composed', async ({ page }) => {
  await items(page, 'lesson').first().getByText('when they touch caching').click()
  await page.keyboard.press('End')
  const keys = await page.context().newCDPSession(page)
  const phrase = ' The engineer was careless.'
  await keys.send('Input.imeSetComposition', {
    text: phrase,
    selectionStart: phrase.length,
    selectionEnd: phrase.length,
  })
  await expect(items(page, 'lesson').first()).toContainText('careless')
  // Longer than the rest after which a finished sentence is read.
  await page.waitForTimeout(1200)
  const note = items(page, 'lesson').first().locator('.ed-note', { hasText: 'careless' })
  await expect(note).toHaveCount(0)
  await keys.send('Input.insertText', { text: phrase })
  await expect(note).toBeVisible()
})

test('a screen reader gets the note as a description of its words', async ({ page }) => {
  const tree = await page.context().newCDPSession(page)
  const { nodes } = (await tree.send('Accessibility.getFullAXTree')) as {
    nodes: { role?: { value: string }; description?: { value: string } }[]
  }
  const marks = nodes.filter(({ role }) => role?.value === 'mark')
  expect(marks.length).toBeGreaterThan(5)
  expect(marks.map(({ description }) => description?.value ?? '')).toContain(
    'Note: “Accidentally merged” stops where it gets interesting.',
  )
})

test('the panel has notes by section, the document as a whole, and apart what is only worth a look', async ({
  page,
}) => {
  await page.getByRole('tab', { name: /^Language/ }).click()
  await expect(panel(page).getByRole('status')).toHaveText(/^\d+ phrases to look at\.$/)
  await expect(panel(page).getByRole('region', { name: 'In short' })).toContainText('accidentally merged')
  await expect(panel(page).getByRole('region', { name: 'Worth a look' })).toContainText('The root cause was')

  const whole = panel(page).getByRole('region', { name: 'The document as a whole' })
  await whole.getByRole('button', { name: '2 conditions have no change.' }).click()
  await expect(whole).toContainText('“No change, because …” and “deciding by …” are answers as well.')
  await whole.getByRole('button', { name: /^The outage was caused by human error/ }).click()
  await expect(items(page, 'cause').filter({ hasText: 'The outage was caused by' })).toBeInViewport()
  await expect(text(page)).toBeFocused()

  await whole.getByRole('button', { name: 'Ask this in Open questions' }).click()
  await expect(items(page, 'question').last()).toContainText(
    'What would have to change for this condition to matter less?',
  )
  await whole.getByRole('button', { name: 'Leave it be' }).click()
  await expect(page.getByText('Left as it is, for everyone, until what it is about changes.')).toBeVisible()
  await expect(whole.getByRole('button', { name: /no change/ })).toHaveCount(0)
  await page.reload()
  await page.getByRole('tab', { name: /^Language/ }).click()
  await expect(whole.getByRole('button', { name: /rest at a person/ })).toBeVisible()
  await expect(whole.getByRole('button', { name: /no change/ })).toHaveCount(0)

  // It is about those two: when one of them reads differently, it is said again.
  await items(page, 'cause')
    .filter({ hasText: 'The outage was caused by' })
    .getByText('In short: operator error.')
    .click()
  await page.keyboard.press('End')
  await page.keyboard.type(' The test covers one day.')
  await expect(whole.getByRole('button', { name: '2 conditions have no change.' })).toBeVisible()
})

test('a change says how strong it seems and why; the author agrees by one key or chooses another', async ({ page }) => {
  const talk = items(page, 'change').filter({ hasText: 'Talk to the on-call' })
  const offer = talk.getByRole('group', { name: 'What the change seems to need' })
  await expect(offer).toContainText('relies on memory? “talk” relies on somebody remembering it.')
  await caretIn(page, talk.getByText('paying attention to revenue graphs'))
  await page.keyboard.press('Tab')
  await expect(offer.getByRole('button', { name: 'Agree: relies on memory' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(offer).toHaveCount(0)
  await expect(talk.getByRole('button', { name: 'relies on memory', exact: true })).toBeFocused()
  await talk.getByRole('button', { name: 'What could the system do instead?' }).click()
  await expect(items(page, 'question').last()).toContainText('What could the system do instead? (“Talk to the on-call')

  const improve = items(page, 'change').filter({ hasText: 'Improve monitoring.' })
  await improve.getByRole('button', { name: 'Choose what the change needs' }).click()
  await page.getByRole('option', { name: /^needs no memory/ }).click()
  await expect(improve.getByRole('button', { name: 'needs no memory' })).toBeVisible()
  await expect(improve.getByRole('group', { name: 'What the change seems to need' })).toHaveCount(0)
  await saved(page)
})
