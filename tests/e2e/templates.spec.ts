import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { makeDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { openDraft, saved, text } from './writing.ts'

test.use({ organisation: 'empty', story: 'templates' })

const list = '/settings/templates'
const said = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()
const save = (page: Page) => page.getByRole('button', { name: 'Save the template' }).last().click()
const sectionTitles = (page: Page) => page.getByLabel('Title of this section')

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a template is changed, checked, saved as a next version and brought back to the first', async ({
    page,
    server,
  }) => {
    await signIn(page, server.url)
    await page.goto(`${list}/light`)
    await page.getByRole('link', { name: 'Change it' }).click()
    await page.getByRole('button', { name: 'Move Thanks up' }).click()
    await page.getByRole('button', { name: 'Take Worth knowing elsewhere out' }).click()
    await page.getByLabel('Add a section').selectOption('kind:questions')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await save(page)
    await expect(page.getByText('Give the section a title.')).toBeVisible()
    await page.getByLabel('Title').last().fill('Who should have caught it')
    await page.getByRole('button', { name: 'Preview' }).click()
    await expect(page.getByRole('region', { name: 'Preview' })).toContainText('Who should have caught it')
    await save(page)
    await said(page, 'Version 2 is saved. Some phrases carry a note')
    await expect(page.getByText('Worth knowing elsewhere is taken out.')).toBeVisible()

    await page.getByRole('button', { name: 'Restore version 1' }).click()
    await said(page, 'The older sections are the newest version now.')
    await expect(page.getByText('Version 3')).toBeVisible()
  })
})

test('a template goes out as a file and comes in again; what is wrong in a file is said with its place', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await page.goto(`${list}/security`)
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Download as a file' }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  const upload = async (content: string) => {
    await page.goto(`${list}/import`)
    await page
      .getByLabel('File')
      .setInputFiles({ name: 'own.json', mimeType: 'application/json', buffer: Buffer.from(content) })
    await page.getByRole('button', { name: 'Show what it says' }).click()
  }
  await upload(file.replace('"required": true', '"owner": "Platform"'))
  await expect(page.getByRole('alert')).toContainText('Section 1: “owner” is no field of a section. Take it out.')
  await upload(file)
  await page.getByLabel('Name').fill('Security, ours')
  await save(page)
  await said(page, 'Version 1 is saved.')
  const again = await page.request.get(`${list}/security-2/file`)
  expect(JSON.parse(await again.text()).sections).toEqual(JSON.parse(file).sections)
})

test('of two who save at once the second sees both, and loses nothing typed', async ({ page, context, server }) => {
  await signIn(page, server.url)
  await page.goto(`${list}/standard/edit`)
  const other = await context.newPage()
  await other.goto(`${list}/standard/edit`)
  await other.getByLabel('Title').first().fill('Summary')
  await save(other)
  await said(other, 'Version 2 is saved.')

  // With JavaScript the buttons change the form where it is, and the focus stays with what moved.
  await page.getByRole('button', { name: 'Move If this happens again down' }).click()
  await expect(page.getByRole('button', { name: 'Move If this happens again down' })).toBeFocused()
  await page.getByLabel('For which incidents').fill('For all but the smallest.')
  await save(page)
  await expect(page.getByRole('alert')).toContainText('Someone has saved this template meanwhile.')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByRole('region', { name: 'What stands now' })).toContainText('Summary')
  await expect(page.getByLabel('For which incidents')).toHaveValue('For all but the smallest.')
  await save(page)
  await said(page, 'Version 3 is saved.')
})

test('an author adds, moves, leaves out and brings back a section, and changes the template with what it does in view', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  await page.goto(list)
  await page.getByLabel('Kind').selectOption({ label: 'Near miss' })
  await page.getByLabel('Template', { exact: true }).selectOption('light')
  await page.getByRole('button', { name: 'Offer it' }).click()
  await said(page, 'It is offered from now on.')

  const reference = await makeDraft(page, server.url, 'Gates closed late.')
  await openDraft(page, reference)
  const first = await sectionTitles(page).first().inputValue()
  await page.getByRole('button', { name: /Add a section$/ }).click()
  await page.getByLabel('What it holds').selectOption('kind:prose')
  await page.getByRole('dialog').getByLabel('Title').fill('For the harbour office')
  const hasCaretAtOnce = await page.getByRole('button', { name: 'Add the section' }).evaluate((button: HTMLElement) => {
    button.click()
    return document.activeElement?.matches('.ed-doc')
  })
  expect(hasCaretAtOnce).toBe(true)
  await page.keyboard.type('They ask for the dates.')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(sectionTitles(page).nth(-2)).toHaveValue('For the harbour office')
  await page.keyboard.type(' Twice.')
  await expect(text(page)).toContainText('They ask for the dates. Twice.')

  await page.keyboard.press('Alt+Shift+Enter')
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.getByLabel('Leave this section out, because').fill('they have it already')
  await page.keyboard.press('Enter')
  await expect(text(page)).toContainText('Left out, because they have it already')
  await expect(page.getByRole('navigation', { name: 'Document' })).toContainText('left out')
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('They ask for the dates. Twice.')).toBeVisible()

  await page.getByRole('tab', { name: 'Facts' }).click()
  await page.getByLabel('Kind').selectOption({ label: 'Near miss' })
  await page.getByText('“Light” fits this kind of incident.').waitFor()
  await page.getByRole('button', { name: 'See what would change' }).click()
  await expect(page.getByRole('dialog', { name: 'Change to' })).toContainText('goes: it is empty')
  await page.getByRole('button', { name: 'Change the template' }).click()
  await expect(sectionTitles(page).nth(2)).toHaveValue('What allowed it, and what stopped it')
  await expect(text(page)).toContainText('They ask for the dates. Twice.')
  await page.getByLabel('The post-mortem', { exact: true }).focus()
  await page.keyboard.press('Control+z')
  await expect(sectionTitles(page).first()).toHaveValue(first)
  await saved(page)
})

test('help stands where nothing is written, and is neither copied nor kept', async ({ page, context, server }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, server.url)
  const reference = await makeDraft(page, server.url, 'Gates closed late.')
  await openDraft(page, reference)
  await expect(text(page)).toContainText('Easiest written last.')
  await text(page).press('Control+a')
  await text(page).press('Control+c')
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    return Promise.all(item!.types.map(async (type) => (await item!.getType(type)).text()))
  })
  expect(copied.join()).not.toMatch(/Easiest written last|What would another team need/)
})

test('a document copied from Word is pasted with its structure, and says what it left out', async ({
  page,
  context,
  server,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await signIn(page, server.url)
  const reference = await makeDraft(page, server.url, 'Gates closed late.')
  await openDraft(page, reference)
  const fixture = join(import.meta.dirname, '../../app/document/rich-paste/fixtures/word-desktop.clipboard.txt')
  const html = readFileSync(fixture, 'utf8')
  await page
    .getByRole('navigation', { name: 'Document' })
    .getByRole('button', { name: /Who felt it/ })
    .click()
  await page.evaluate(async (markup) => {
    const data = { 'text/html': markup, 'text/plain': 'Booking was slow after the sale' }
    const blobs = Object.entries(data).map(([type, content]) => [type, new Blob([content], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, html)
  await page.keyboard.press('Control+v')
  await expect(text(page).getByRole('heading', { name: 'Booking was slow after the sale' })).toBeVisible()
  await expect(text(page).locator('li li').filter({ hasText: 'most of them POST /bookings' })).toBeVisible()
  await expect(text(page).getByRole('link', { name: 'Runbook' })).toHaveAttribute(
    'href',
    'https://runbook.skerry.example/queue',
  )
  await expect(text(page)).not.toContainText('Is that from the graph?')
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.getByText('comment: Is that from the graph?')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(text(page)).toBeFocused()
  await saved(page)
  await page.keyboard.press('Control+z')
  await expect(text(page).getByRole('heading', { name: 'Booking was slow after the sale' })).toHaveCount(0)
  await expect(text(page)).toContainText('Gates closed late.')
  await saved(page)
})
