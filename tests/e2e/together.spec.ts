import { expect, signIn } from './fixtures.ts'
import { invite, joinByLink, newContext, newDraft, second, slowLine, test, words } from './two-people.ts'
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
  await joinByLink(page, other, reference)

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
