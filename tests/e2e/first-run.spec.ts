import { palette } from './arrange.ts'
import { expect, signIn, test } from './fixtures.ts'
import { gateway } from './gateway.ts'
import { admin } from './set-up.ts'
import { entry, mark, openDraft, saved, saveState, text } from './writing.ts'

test.use({ story: 'first run' })

// One story: each test goes on where the one before it ended.
test.describe.configure({ mode: 'serial' })

const title = 'Ticket printers stood still on the morning boats'
let reference = ''

test('whoever opens a new Candor names themselves and the organisation, and finds a library to look around in', async ({
  page,
}) => {
  await page.goto('/')
  await expect(page).toHaveURL(/\/setup$/)
  await page.getByLabel('Your name').fill(admin.name)
  await page.getByLabel('E-mail').fill(admin.email)
  await page.getByLabel('Password').fill(admin.password)
  await page.getByLabel('Name', { exact: true }).fill(admin.organisation)
  await expect(page.getByLabel('What you promise about post-mortems')).toHaveValue(/They play no part in appraisals/)
  await expect(page.getByLabel('Load the sample library')).toBeChecked()
  await page.getByRole('button', { name: 'Set up Candor' }).click()

  await expect(page.getByRole('region', { name: 'Published lately' }).getByRole('listitem')).toHaveCount(4)
  await expect(page.getByRole('region', { name: 'Continue writing' })).toContainText('Search sold tomorrow')
  await page.getByRole('link', { name: 'Library', exact: true }).click()
  await expect(page.getByRole('status').filter({ hasText: 'lessons' })).toHaveText(/^(3[5-9]|[4-9]\d) lessons$/)
})

test('typing into the one box makes the draft and arrives in the editor, and no letter is lost on the way', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await page.goto('/postmortems/new')
  await page.getByLabel('What you have, or what happened').click()
  const [understood, loaded] = [gateway(), gateway()]
  await page.route('**/postmortems/new.data*', async (route) => {
    if (route.request().postData()?.includes('fill')) await understood.open
    await route.continue()
  })
  await page.route('**/assets/postmortem-editor-*.js', async (route) => {
    await loaded.open
    await route.continue()
  })

  await page.keyboard.type('14:03 first passengers without a ticket')
  await expect(page.getByRole('status').filter({ hasText: 'Kept in PM-' })).toBeVisible()
  await page.keyboard.type('\n14:09 the printer alert')
  // The server takes its time, and the typing goes on.
  await expect(page.getByText('Opening the editor …')).toBeVisible()
  await page.keyboard.type(' fires\n14:12 the quay')
  understood.pass()
  // So does the editor.
  await page.waitForURL(/\/postmortems\/PM-\d+\/write$/)
  await page.keyboard.type(' team prints by hand\n14:21 the old driver is back')
  loaded.pass()
  await page.keyboard.type(' on all boats')
  reference = /PM-\d+/.exec(page.url())![0]

  await expect(entry(page, '14:03')).toContainText('first passengers without a ticket')
  await expect(entry(page, '14:09')).toContainText('the printer alert fires')
  await expect(entry(page, '14:12')).toContainText('the quay team prints by hand')
  await expect(entry(page, '14:21')).toContainText('the old driver is back on all boats')
  await saved(page)
})

test('a file is shown as it was understood, section by section, before anything is created', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await page.goto('/postmortems/import')
  await page.getByLabel('A file').setInputFiles({
    name: 'printers.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from(
      '# Gangway counters lost a day\n\nSeverity: SEV-3\n\n## Timeline\n09:12 counters read zero\n09:40 counters restarted\n\n## Root cause\nThe counters had one clock.\n\n## Weather that day\nCalm.\n',
    ),
  })
  await page.getByRole('button', { name: 'Show what is understood' }).click()

  await expect(page.getByRole('heading', { name: 'What was understood' })).toBeVisible()
  await expect(page.getByText('Gangway counters lost a day', { exact: true })).toBeVisible()
  const part = (heading: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: heading, exact: true }) })
  await expect(part('What happened')).toContainText('2 entries')
  await expect(part('How our system allowed it')).toContainText('from “Root cause”')
  await expect(part('Weather that day')).toContainText('a section of its own')
  await expect(page.getByText(/^Still empty: .*Thanks/)).toBeVisible()
  const before = await (await page.request.get('/find?q=Gangway')).json()
  expect(JSON.stringify(before)).not.toContain('Gangway')

  await page.getByRole('button', { name: 'Create the draft' }).click()
  await expect(entry(page, '09:40')).toContainText('counters restarted')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Gangway counters lost a day')
  await expect(text(page)).toContainText('Calm.')
})

test('a new draft opens in its timeline, where a line that begins with a time becomes an entry', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, reference)
  await page.keyboard.press('Enter')
  await page.keyboard.type('15:02 every printer has the new driver')
  await expect(entry(page, '15:02')).toContainText('every printer has the new driver')
  await page.getByLabel('Title', { exact: true }).fill(title)

  await mark(page, '14:03', 'first effect')
  await mark(page, '14:09', 'first noticed')
  await mark(page, '15:02', 'normal again')
  await expect(page.getByText(/14:03 → 15:02/)).toBeVisible()
  await expect(page.getByText('Noticed after 6 min', { exact: true })).toBeVisible()
  await expect(page.getByText('Normal again after 59 min', { exact: true })).toBeVisible()
  await saved(page)
})

test('a phrase that ends at a person gets a note with why and a question, and is kept for a reason', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, reference)
  await page.getByRole('button', { name: 'Add a cause' }).click()
  await page.keyboard.type('The vendor says it was caused by human error. ')
  const phrase = page.getByText('human error', { exact: true })
  await phrase.click()
  const note = page.getByRole('dialog', { name: 'A phrase to look at' })
  await expect(note).toContainText('marks where we stopped asking')
  await expect(note).toContainText('The slip stays available to the next person')
  await expect(note).toContainText('What made it easy to do and slow to show?')
  await note.getByRole('button', { name: 'Keep, because …' }).click()
  await note.getByLabel('Keep, because').fill('it quotes the vendor')
  await note.getByRole('button', { name: 'Keep the sentence' }).click()
  await expect(page.getByText('Kept. It is not marked again, for anyone.')).toBeVisible()
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(page.getByText('No wording to look at.')).toBeVisible()

  await page.getByRole('button', { name: 'Add a lesson' }).click()
  await page.keyboard.type('A driver that comes with the night’s update is tried on one quay printer first.')
  await saved(page)
})

test('what was written is all there after a reload, and without JavaScript as well', async ({
  page,
  server,
  browser,
}) => {
  await signIn(page, server.url)
  await openDraft(page, reference)
  await page.reload()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue(title)
  await expect(entry(page, '14:03').getByRole('button', { name: 'first effect' })).toBeVisible()
  await expect(text(page)).toContainText('The vendor says it was caused by human error.')
  await page.getByRole('tab', { name: 'Language' }).click()
  await expect(page.getByText('No wording to look at.')).toBeVisible()
  await expect(saveState(page)).toHaveText('Everything is saved')

  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  })
  const read = await plain.newPage()
  await read.goto(page.url())
  await expect(read.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(read.getByText('the old driver is back on all boats')).toBeVisible()
  await plain.close()
})

test('publishing shows who will read it and what is missing, is undone within ten minutes, and done again', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await openDraft(page, reference)
  await page.getByRole('link', { name: 'Publish', exact: true }).click()
  await expect(page.getByRole('heading', { name: /^Before 1[0-9] people read this$/ })).toBeVisible()
  await page.getByLabel(/^Those invited/).check()
  await page.getByRole('button', { name: 'Change who reads it' }).click()
  await expect(page.getByRole('heading', { name: 'Before 1 person reads this' })).toBeVisible()
  await page.getByLabel(/^All members of Skerry Line/).check()
  await page.getByRole('button', { name: 'Change who reads it' }).click()
  await expect(page.getByRole('heading', { name: /people read this$/ })).toBeVisible()

  // It leads to the place, and back.
  await page.getByRole('link', { name: /^Look at: .* entries have no source/ }).click()
  await expect(entry(page, '14:03')).toBeInViewport()
  await page.goBack()

  const points = page.getByRole('group', { name: 'Points that may stay open' }).getByRole('checkbox')
  await expect(points.first()).toBeVisible()
  const count = await points.count()
  expect(count).toBeGreaterThan(2)
  for (let place = 0; place < count; place++) await points.nth(place).check()
  const reason = 'Written from memory on the same day; the rest comes with the review.'
  await page.getByLabel('One reason for those that are ticked').fill(reason)
  await page.getByRole('button', { name: 'Leave these open, because …' }).click()
  await expect(page.getByText(`Stays open: ${reason}`)).toHaveCount(count)

  await page.getByRole('link', { name: 'Preview as a reader' }).click()
  await expect(page.getByText('It is not published yet.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await page.getByRole('link', { name: 'Back to publishing' }).click()

  await page.getByRole('button', { name: 'Publish version 1. You can undo for 10 minutes.' }).click()
  const published = page.getByRole('region', { name: 'Published' })
  await expect(published).toContainText('you can take it back')
  await published.getByRole('button', { name: 'Undo publishing' }).click()
  await expect(published).toHaveCount(0)
  await page.goto(`/postmortems/${reference}`)
  await expect(page).toHaveURL(/\/write$/)

  await page.goto(`/postmortems/${reference}/publish`)
  await page.getByRole('button', { name: /^Publish version 1\./ }).click()
  await published.getByRole('link', { name: 'Read it' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('the page that is read loads none of the editor, and prints without what is around the text', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  const loading: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      loading.push(response.text().then((script) => `${response.url()}\n${script}`))
  })
  await page.goto(`/postmortems/${reference}`, { waitUntil: 'networkidle' })
  const scripts = await Promise.all(loading)
  expect(scripts.length).toBeGreaterThan(3)
  expect(scripts.filter((script) => /postmortem-editor|ProseMirror|Hocuspocus/.test(script))).toEqual([])

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('the old driver is back on all boats')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'On this page' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'Amend' })).toBeHidden()
  expect((await page.pdf()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('it is found in the library by its words, and read', async ({ page, server }) => {
  await signIn(page, server.url)
  await page.goto('/library')
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('quay printer driver')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page).toHaveURL(/\/library\?q=quay[+]printer[+]driver$/)
  const found = page.getByRole('article').first()
  await expect(found).toContainText('A driver that comes with the night’s update')
  await expect(found.locator('mark').first()).toBeVisible()
  expect(await found.locator('mark').allTextContents()).toEqual(expect.arrayContaining(['driver', 'quay', 'printer']))

  await page.goto('/library?q=quay+printer+driver&show=postmortems')
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

test('Ctrl K finds what is published and one’s own drafts from anywhere', async ({ page, server }) => {
  await signIn(page, server.url)
  await page.goto('/settings')
  await palette(page)
  const search = page.getByRole('combobox', { name: 'Search lessons, incidents and services' })
  const answered = page
    .getByRole('dialog', { name: 'Search' })
    .getByRole('status')
    .filter({ hasText: /results?$/ })
  await search.fill('printers')
  await expect(answered).toBeVisible()
  const results = (group: string) => page.getByRole('group', { name: group }).getByRole('option')
  await expect(results('Post-mortems').filter({ hasText: title })).toBeVisible()
  await search.fill('gangway')
  await expect(answered).toHaveText('1 result')
  await expect(results('My drafts').filter({ hasText: 'Gangway counters lost a day' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Gangway counters lost a day')
})
