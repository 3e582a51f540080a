import { truncateSync, writeFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { Visitor } from './visitor.ts'
import { entry, openDraft, saved, text } from './writing.ts'

test.use({
  organisation: 'filled',
  story: 'evidence',
  // One test cuts the connection.
  harmless: /ERR_INTERNET_DISCONNECTED|WebSocket/,
})

/** A grey PNG of so many pixels. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0xb0)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  const parts = [chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([signature, ...parts])
}

interface Given {
  name: string
  mimeType: string
  buffer: Buffer
}
const graph = (name: string): Given => ({ name, mimeType: 'image/png', buffer: png(640, 360) })
const log: Given = { name: 'gateway.log', mimeType: 'text/plain', buffer: Buffer.from('14:02 declined\n'.repeat(40)) }

/** The path of a file of so many bytes of nothing: handed over as one, none of them travels to the browser. */
function fileOf(name: string, bytes: number): string {
  const path = test.info().outputPath(name)
  writeFileSync(path, '')
  truncateSync(path, bytes)
  return path
}

/** Adds files to the evidence of the entry at a time, as a person does. */
async function addTo(page: Page, time: string, files: Given[] | string[]): Promise<void> {
  await entry(page, time).hover()
  await entry(page, time).locator('[data-act="evidence"]').first().click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload a file' }).click()
  await (await chooser).setFiles(files)
}

/** Lets files fall onto an element, or pastes them into the text. */
async function hand(page: Page, selector: string, kind: 'drop' | 'paste', files: Given[]): Promise<void> {
  const given = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, base64: buffer.toString('base64') }))
  await page
    .locator(selector)
    .first()
    .evaluate(
      (target, { kind, given }) => {
        const carried = new DataTransfer()
        for (const { name, mimeType, base64 } of given) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
          carried.items.add(new File([bytes], name, { type: mimeType }))
        }
        const { left, top } = target.getBoundingClientRect()
        const at = { bubbles: true, cancelable: true, clientX: left + 20, clientY: top + 8 }
        target.dispatchEvent(
          kind === 'drop'
            ? new DragEvent('drop', { ...at, dataTransfer: carried })
            : new ClipboardEvent('paste', { ...at, clipboardData: carried }),
        )
      },
      { kind, given },
    )
}

test.beforeEach(async ({ page, server }) => signIn(page, server.url))

test('images and files become evidence; images open large and are gone through by keyboard', async ({ page }) => {
  await openDraft(page, 'PM-13')
  const time = '09:12'
  await addTo(page, time, [graph('declines.png'), graph('queue.png'), log])
  await expect(page.getByRole('link', { name: 'gateway.log' })).toBeVisible()
  await page.getByRole('button', { name: 'Change what is said of declines.png' }).click()
  await page.getByLabel('What does it show?').fill('Declines by minute')
  await page.getByLabel('Source').first().fill('dashboard')
  await page.getByRole('button', { name: 'Keep' }).click()
  await page.keyboard.press('Escape')

  const open = entry(page, time).getByRole('button', { name: 'Open Declines by minute' })
  await open.press('Enter')
  const lightbox = page.getByRole('dialog', { name: 'Image' })
  await expect(lightbox.getByRole('img', { name: 'Declines by minute' })).toBeVisible()
  await expect(lightbox).toContainText('1 of 2')
  await expect(lightbox).toContainText('dashboard')
  await page.keyboard.press('ArrowRight')
  await expect(lightbox).toContainText('queue.png')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('+')
  await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeEnabled()
  await page.keyboard.press('0')
  await expect(lightbox.getByRole('button', { name: 'Zoom out' })).toBeDisabled()
  await expect(lightbox.getByRole('link', { name: 'Download' })).toHaveAttribute('href', /\/files\/\w+\?download$/)
  await page.keyboard.press('Escape')
  await expect(lightbox).toHaveCount(0)
  await expect(open).toBeFocused()
  await saved(page)
})

test('what is dropped and pasted lands where it belongs, and what is no image is kept as a file', async ({ page }) => {
  await openDraft(page, 'PM-13')
  await hand(page, '.ed-card[data-card="cause"]', 'drop', [graph('config.png')])
  await expect(
    page.locator('.ed-card[data-card="cause"]').getByRole('button', { name: 'Open config.png' }),
  ).toBeVisible()

  const prose = '.ed-section[data-kind="prose"] .ed-section-body p'
  await page.locator(prose).first().click()
  await hand(page, prose, 'paste', [graph('screenshot.png')])
  await expect(text(page).getByRole('img', { name: 'screenshot.png' })).toBeVisible()
  await page.getByLabel('What the image shows').first().fill('The search page at 09:40')
  await page.getByLabel('What the image shows').first().press('Enter')
  await expect(text(page).getByRole('img', { name: 'The search page at 09:40' })).toBeVisible()

  const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)">') }
  await hand(page, prose, 'drop', [fake])
  await expect(page.getByText('“fake.png” is no image that can be shown here.')).toBeVisible()
  await expect(text(page).getByRole('link', { name: 'fake.png' })).toBeVisible()
  await saved(page)

  await page.reload()
  await expect(text(page).getByRole('img', { name: 'The search page at 09:40' })).toBeVisible()
  await page.goto('/postmortems/PM-13/files')
  await expect(page.getByRole('listitem').filter({ hasText: 'fake.png' })).toContainText('shown in the text')
})

test('without a connection a file waits and is sent when it is back; too large ones are told before', async ({
  page,
  context,
}) => {
  await openDraft(page, 'PM-13')
  await addTo(page, '09:31', [fileOf('dump.bin', 26 << 20), fileOf('gateway.log', 600)])
  await expect(page.getByText('“dump.bin” is larger than 25 MB.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'gateway.log' })).toBeVisible()
  await context.setOffline(true)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Upload a file' }).click()
  await (await chooser).setFiles([{ ...log, name: 'later.log' }])
  const waiting = page.getByRole('region', { name: 'Files on their way' })
  await expect(waiting).toContainText('No connection.')
  await context.setOffline(false)
  await expect(waiting).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'later.log' })).toBeVisible()
})

test('a file is added without the editor, sent as one to save, and is not there for anyone else', async ({
  page,
  server,
}) => {
  await page.goto('/postmortems/PM-13/files')
  await page
    .getByLabel('Add a file or an image')
    .setInputFiles({ ...log, name: 'page.html', buffer: Buffer.from('<script>') })
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('The file is there.')).toBeVisible()
  await expect(page.getByLabel('Add a file or an image')).toHaveValue('')
  const link = page.getByRole('link', { name: 'page.html' })
  const address = (await link.getAttribute('href'))!
  const { headers, status } = await page.request.get(address).then((answer) => ({
    headers: answer.headers(),
    status: answer.status(),
  }))
  expect(status).toBe(200)
  expect(headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringMatching(/^attachment; filename="page\.html"/),
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  })
  const stranger = new Visitor(server.url)
  expect((await stranger.ask(address)).status).toBe(302)

  await page.getByLabel('Add a file or an image').setInputFiles(fileOf('dump.bin', 26 << 20))
  await page.getByRole('button', { name: 'Upload' }).click()
  await expect(page.getByText('This file is larger than 25 MB.')).toBeVisible()

  await page.getByRole('listitem').filter({ hasText: 'page.html' }).getByText('Remove', { exact: true }).click()
  await page.getByRole('button', { name: 'Remove page.html for good' }).click()
  await expect(link).toHaveCount(0)
  expect((await page.request.get(address)).status()).toBe(404)
})
