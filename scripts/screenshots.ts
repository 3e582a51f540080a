// Makes the pictures of the README: `npm run screenshots`. A demonstration server of its own, nothing kept but the pictures.
import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Page } from '@playwright/test'
import { findChromium } from './find-chromium.ts'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'pictures')
const port = process.env.PORT || '3210'
mkdirSync(folder, { recursive: true })

const demo = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'candor.mjs', 'demo', '--port', port], {
  cwd: root,
})
const [, email, password] = await new Promise<string[]>((resolve, reject) => {
  let said = ''
  demo.stdout.on('data', (chunk) => {
    said += chunk
    const found = /Sign in with (\S+) and the password (\S+)/.exec(said)
    if (found) resolve(found)
  })
  demo.once('exit', (code) => reject(new Error(`The demonstration ended with ${code}:\n${said}`)))
})

const args = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking']
const browser = await chromium.launch({ executablePath: findChromium(), args })
const page = await browser.newPage({
  baseURL: `http://127.0.0.1:${port}`,
  viewport: { width: 1440, height: 900 },
  reducedMotion: 'reduce',
})
await page.goto('/sign-in')
await page.getByLabel('E-mail').fill(email!)
await page.getByLabel('Password').fill(password!)
await page.getByRole('button', { name: 'Sign in', exact: true }).click()
await page.waitForURL('/')

await picture(page, '/postmortems/PM-13/write', 'editor', async () => {
  await page.getByText('accidentally merged').first().click()
  await page.getByText('A phrase to look at').waitFor()
})
await picture(page, '/library?q=certificate+rotation', 'library')
await picture(page, '/postmortems/PM-1', 'reading')
await page.emulateMedia({ colorScheme: 'dark' })
await picture(page, '/postmortems/PM-13/write', 'editor-dark')
await browser.close()
demo.kill('SIGINT')

async function picture(page: Page, address: string, name: string, arrange?: () => Promise<void>): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' })
  await arrange?.()
  await page.screenshot({ path: join(folder, `${name}.png`) })
  process.stdout.write(`docs/pictures/${name}.png\n`)
}
