import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn } from './fixtures.ts'
import { admin } from './set-up.ts'
import { invite, newContext, newDraft, type Restartable, second, slowLine, test, words } from './two-people.ts'
import { caretTo, entry, openDraft, saved, saveState, text } from './writing.ts'

// The second person's account, which the first test makes, is used by all others.
test.describe.configure({ mode: 'serial' })
test.use({ harmless: /WebSocket|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED/ })

const start = '14:03 the queue grows\n14:09 the alert fires\n14:20 the queue is empty'

test('whoever gets a copied link joins, and two people write in one sentence without losing a letter', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await page.getByRole('link', { name: 'Share' }).click()
  await page.getByText('A link to hand on').click()
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: 'Make a link' }) })
  await form.getByLabel('May').selectOption({ label: 'write, invite and publish' })
  await form.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.getByLabel('Invitation link').inputValue()

  await other.goto(link)
  await expect(other.getByText(`${admin.name} invites you to a post-mortem.`)).toBeVisible()
  await other.getByLabel('Your name').fill(second.name)
  await other.getByLabel('E-mail').fill(second.email)
  await other.getByLabel('Password').fill(second.password)
  await other.getByRole('button', { name: 'Join' }).click()
  await expect(other).toHaveURL(new RegExp(`/postmortems/${reference}/write$`))

  await openDraft(page, reference)
  await expect(page.getByLabel(`Also here: ${second.name}`)).toBeVisible()
  await entry(page, '14:03').getByText('the queue grows').click()
  await page.keyboard.press('End')
  await entry(other, '14:03').getByText('the queue grows').click()
  await other.keyboard.press('Home')
  await Promise.all([
    page.keyboard.type(' beyond what the workers can take', { delay: 20 }),
    other.keyboard.type('On both quays at once, ', { delay: 30 }),
  ])

  const whole = 'On both quays at once, the queue grows beyond what the workers can take'
  for (const screen of [page, other]) {
    await expect.poll(() => words(screen)).toBe(`${whole}\nthe alert fires\nthe queue is empty`)
    await saved(screen)
  }
  expect(await restartable.stored(reference)).toEqual({ text: await words(page), scraps: [] })
})

test('an entry that someone is writing in stays, and entries around it move without disturbing them', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  await entry(other, '14:09').getByText('the alert fires').click()
  await other.keyboard.press('End')
  await other.keyboard.type(' at the desk')
  await expect(entry(page, '14:09')).toContainText('at the desk')

  await caretTo(page, '14:09', 'the alert fires')
  await page.keyboard.press('Alt+ArrowUp')
  await expect(page.getByText('It stays: someone is writing there.')).toBeVisible()

  await caretTo(page, '14:20', 'the queue is empty')
  await Promise.all([page.keyboard.press('Alt+ArrowUp'), other.keyboard.type(' and on three phones', { delay: 20 })])
  for (const screen of [page, other]) {
    await expect
      .poll(() => words(screen))
      .toBe('the queue grows\nthe queue is empty\nthe alert fires at the desk and on three phones')
    await saved(screen)
  }
  expect((await restartable.stored(reference)).text).toBe(await words(page))
})

test('a reader sees the draft grow and cannot change it, in the page or past it', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'read the draft')
  await expect(saveState(other)).toHaveText('You are reading along')
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' at the desk')
  await expect(entry(other, '14:09')).toContainText('the alert fires at the desk')

  await expect(text(other)).toHaveAttribute('contenteditable', 'false')
  await expect(other.getByRole('button', { name: 'Add an entry' })).toBeHidden()
  await expect(other.getByRole('link', { name: 'Publish', exact: true })).toHaveCount(0)
  const publish = await other.request.post(`/postmortems/${reference}/publish`, {
    headers: { Origin: restartable.url },
    form: { intent: 'publish', hash: '' },
  })
  expect(publish.status()).toBe(404)
  await saved(page)
  expect((await restartable.stored(reference)).text).toBe(await words(other))
})

test('saved is said only once the server has said so', async ({ page, restartable }) => {
  const line = await slowLine(page)
  await newDraft(page, restartable.url, start)
  await expect(saveState(page)).toHaveText('Everything is saved')
  line.hold()
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.type('!')
  await expect(saveState(page)).toHaveText('Sent, not saved yet')
  line.letGo()
  await expect(saveState(page)).toHaveText(/^Saved \d\d:\d\d$/)
})

test('when the server goes away the page says so, keeps what is typed, and catches up', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await other.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  await saved(page)
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await entry(other, '14:20').getByText('the queue is empty').click()
  await other.keyboard.press('End')
  const typing = page.keyboard.type(' at the desk and then on three phones', { delay: 25 })
  await restartable.kill()
  await typing
  await expect(saveState(page)).toHaveText('Offline: kept on this device, will be sent')
  await expect(saveState(other)).toHaveText(/^Offline: /)
  await other.keyboard.type(' again')
  // This browser has no store, as in some private windows.
  await expect(saveState(other)).toHaveText('Offline: kept in this tab, will be sent')

  await restartable.restart()
  const whole = 'the queue grows\nthe alert fires at the desk and then on three phones\nthe queue is empty again'
  for (const screen of [page, other]) {
    await expect.poll(() => words(screen), { timeout: 30_000 }).toBe(whole)
    await saved(screen)
  }
  expect(await restartable.stored(reference)).toEqual({ text: whole, scraps: [] })
})

test('what is typed in an entry that someone moves at the same moment is kept', async ({
  page,
  other,
  restartable,
}) => {
  const line = await slowLine(other)
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  await saved(other)
  line.hold()
  await entry(other, '14:09').getByText('the alert fires').click()
  await other.keyboard.press('End')
  await other.keyboard.type(' in the wrong channel')
  await caretTo(page, '14:09', 'the alert fires')
  await page.keyboard.press('Alt+ArrowDown')
  const moved = 'the queue grows\nthe queue is empty\nthe alert fires'
  await expect.poll(() => words(page)).toBe(moved)
  await saved(page)

  line.letGo()
  await expect.poll(() => words(other)).toBe(moved)
  await saved(other)
  expect(await words(page)).toBe(moved)
  await expect
    .poll(async () => (await restartable.stored(reference)).scraps.map((scrap) => scrap.replaceAll('\n', ' ')))
    .toEqual(['in the wrong channel'])
  expect((await restartable.stored(reference)).text).toBe(moved)
})

test('two tabs of one person are one person with one text', async ({ page, restartable }) => {
  const reference = await newDraft(page, restartable.url, start)
  const tab = await page.context().newPage()
  await openDraft(tab, reference)
  await entry(page, '14:03').getByText('the queue grows').click()
  await page.keyboard.press('End')
  await entry(tab, '14:20').getByText('the queue is empty').click()
  await tab.keyboard.press('End')
  await Promise.all([page.keyboard.type(' and grows', { delay: 20 }), tab.keyboard.type(' for now', { delay: 20 })])
  for (const screen of [page, tab]) {
    await expect
      .poll(() => words(screen))
      .toBe('the queue grows and grows\nthe alert fires\nthe queue is empty for now')
    await expect(screen.getByLabel(/^Also here/)).toHaveCount(0)
    await saved(screen)
  }
  expect((await restartable.stored(reference)).text).toBe(await words(tab))
})

test('what was typed without a connection outlasts its tab, and is sent when the draft is opened again', async ({
  page,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await typeOffline(page, restartable, ' at the desk')
  await page.close()
  await restartable.restart()

  const again = await page.context().newPage()
  await openDraft(again, reference)
  await expect(entry(again, '14:09')).toContainText('the alert fires at the desk')
  await saved(again)
  expect((await restartable.stored(reference)).text).toBe(await words(again))
})

test('signing out shows what was not sent, hands it over as a file, and leaves nothing on the device', async ({
  page,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await typeOffline(page, restartable, ' in the wrong channel')
  await page.close()
  await restartable.restart()

  const again = await page.context().newPage()
  await again.goto('/postmortems')
  await pressSignOut(again)
  await expect(again.getByText('in the wrong channel')).toBeVisible()
  const download = again.waitForEvent('download')
  await again.getByRole('button', { name: `Save the text of ${reference} as a file` }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toContain('- What happened, 14:09: in the wrong channel')
  await again.getByRole('button', { name: 'Remove it and sign out' }).click()
  await expect(again).toHaveURL(/\/sign-in$/)

  await signIn(again, restartable.url)
  await openDraft(again, reference)
  await saved(again)
  expect(await words(again)).not.toContain('in the wrong channel')
  await again.goto('/postmortems')
  await pressSignOut(again)
  await expect(again).toHaveURL(/\/sign-in$/)
})

test('access that is taken back ends the writing, and the page says so', async ({
  page,
  other,
  browser,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  const office = await newContext(browser, restartable.url)
  const panel = await office.newPage()
  await signIn(panel, restartable.url)
  await panel.goto(`/postmortems/${reference}/access`)
  await entry(other, '14:09').getByText('the alert fires').click()
  await other.keyboard.press('End')
  await other.keyboard.type(' at the desk')
  await saved(other)

  const typing = other.keyboard.type(' and on three phones', { delay: 60 })
  await panel.getByRole('button', { name: `Take back : ${second.name}` }).click()
  await expect(panel.getByText(`${second.name} no longer can see it.`)).toBeVisible()
  await typing
  // From the answer on nothing is taken, whether the page knows or not.
  await other.keyboard.type(' too late to be taken')
  // That the line is cut within a second is tested at the server, in closing.db.test.ts.
  await expect(saveState(other)).toHaveText(/this post-mortem is no longer shared with you\./)
  await expect(text(other)).toHaveAttribute('contenteditable', 'false')
  await expect(text(other)).toContainText('the alert fires at the desk')
  await expect(entry(other, '14:09').getByLabel('Time', { exact: true })).not.toBeEditable()
  await expect(other.getByLabel('Title', { exact: true })).not.toBeEditable()
  await office.close()

  const { text: stored } = await restartable.stored(reference)
  expect(stored).toContain('the alert fires at the desk')
  expect(stored).not.toContain('too late to be taken')
  expect((await other.request.get(`/postmortems/${reference}/write`)).status()).toBe(404)
})

test('a device without room keeps what is typed in the tab and says so, until there is room again', async ({
  page,
  restartable,
}) => {
  // A store that is full takes what is written and then aborts.
  await page.addInitScript(() => {
    const { add } = IDBObjectStore.prototype
    IDBObjectStore.prototype.add = function (...given) {
      const request = add.apply(this, given)
      if ('isFull' in window) this.transaction.abort()
      return request
    }
  })
  const reference = await newDraft(page, restartable.url, start)
  await saved(page)
  await page.evaluate(() => Object.defineProperty(window, 'isFull', { value: true, configurable: true }))
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await restartable.kill()
  await expect(saveState(page)).toHaveText(/^Offline: /)
  await page.keyboard.type(' at the desk')
  await expect(saveState(page)).toHaveText('Offline: kept in this tab, will be sent')
  await page.evaluate(() => Reflect.deleteProperty(window, 'isFull'))
  await expect(saveState(page)).toHaveText('Offline: kept on this device, will be sent', { timeout: 10_000 })
  await restartable.restart()
  await saved(page)
  expect((await restartable.stored(reference)).text).toBe(await words(page))
})

test('who else signs in on a device gets nothing of what another person has not sent, and it waits for them', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  await typeOffline(page, restartable, ' in the wrong channel')
  await page.close()
  await restartable.restart()

  // The session is over without a sign-out, as when it has run out.
  const context = page.context()
  await context.clearCookies({ name: /session/ })
  const theirs = await context.newPage()
  await signIn(theirs, restartable.url, second)
  await openDraft(theirs, reference)
  await saved(theirs)
  expect(await words(theirs)).not.toContain('in the wrong channel')
  await theirs.goto('/postmortems')
  await pressSignOut(theirs)
  await expect(theirs).toHaveURL(/\/sign-in$/)

  await signIn(theirs, restartable.url)
  await openDraft(theirs, reference)
  await expect(entry(theirs, '14:09')).toContainText('in the wrong channel')
  await saved(theirs)
  expect((await restartable.stored(reference)).text).toBe(await words(theirs))
})

test('a draft opens from the copy on the device while the server is silent, and both become one', async ({
  page,
  other,
  restartable,
}) => {
  const reference = await newDraft(page, restartable.url, start)
  await invite(page, other, restartable.url, reference, 'write, invite and publish')
  await typeOffline(page, restartable, ' at the desk')
  await page.close()
  await restartable.restart()

  const again = await page.context().newPage()
  const line = await slowLine(again)
  line.hold()
  await openDraft(again, reference)
  await expect(entry(again, '14:09')).toContainText('the alert fires at the desk')
  await entry(again, '14:20').getByText('the queue is empty').click()
  await again.keyboard.press('End')
  await again.keyboard.type(' for now')
  await expect(saveState(again)).toHaveText('Offline: kept on this device, will be sent')
  await entry(other, '14:03').getByText('the queue grows').click()
  await other.keyboard.press('End')
  await other.keyboard.type(' fast')
  await saved(other)

  line.letGo()
  const whole = 'the queue grows fast\nthe alert fires at the desk\nthe queue is empty for now'
  for (const screen of [again, other]) await expect.poll(() => words(screen), { timeout: 20_000 }).toBe(whole)
  await saved(again)
  expect(await restartable.stored(reference)).toEqual({ text: whole, scraps: [] })
})

test('what is typed last before the page is left arrives all the same', async ({ page, restartable }) => {
  const line = await slowLine(page)
  const reference = await newDraft(page, restartable.url, start)
  await saved(page)
  line.hold()
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' at the desk')
  await page.getByRole('link', { name: 'Share' }).click()
  await expect(page.getByText('A link to hand on')).toBeVisible()
  line.letGo()
  await expect.poll(async () => (await restartable.stored(reference)).text).toContain('the alert fires at the desk')
  // Nothing is left to be warned of.
  await pressSignOut(page)
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('a browser that does not open its store says so at sign-out', async ({ page, restartable }) => {
  await newDraft(page, restartable.url, start)
  await saved(page)
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }))
  await page.goto('/postmortems')
  await pressSignOut(page)
  await expect(page.getByText('This browser does not open what it keeps of your drafts')).toBeVisible()
  await page.getByRole('button', { name: 'Sign out all the same' }).click()
  await expect(page).toHaveURL(/\/sign-in$/)
})

async function pressSignOut(page: Page): Promise<void> {
  await page.getByLabel(/your account$/).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
}

/** Types at the end of the entry at 14:09 after the server is gone, and waits until this device has it. */
async function typeOffline(page: Page, restartable: Restartable, words: string): Promise<void> {
  await saved(page)
  await entry(page, '14:09').getByText('the alert fires').click()
  await page.keyboard.press('End')
  await restartable.kill()
  await expect(saveState(page)).toHaveText(/^Offline: /)
  await page.keyboard.type(words)
  await expect(saveState(page)).toHaveText('Offline: kept on this device, will be sent')
}
