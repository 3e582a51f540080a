import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn } from './fixtures.ts'
import {
  invite,
  joinByLink,
  newContext,
  newDraft,
  type Restartable,
  second,
  slowLine,
  test,
  words,
} from './two-people.ts'
import { entry, openDraft, saved, saveState } from './writing.ts'

test.describe.configure({ mode: 'serial' })
test.use({ harmless: /WebSocket|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_INTERNET_DISCONNECTED/ })

const start = '14:03 the queue grows\n14:09 the alert fires\n14:20 the queue is empty'

test.beforeAll(async ({ browser, restartable }) => {
  const contexts = [await newContext(browser, restartable.url), await newContext(browser, restartable.url)]
  const [page, other] = [await contexts[0]!.newPage(), await contexts[1]!.newPage()]
  await joinByLink(page, other, await newDraft(page, restartable.url, start))
  for (const context of contexts) await context.close()
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
