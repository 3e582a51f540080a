import { rmSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'
import * as Y from 'yjs'
import { extract } from '#app/document/extract.ts'
import { readDocument, scrapsOf } from '#app/document/shared-document.ts'
import { loadDocument } from '#app/postmortems/load-document.server.ts'
import { postmortemIdOf } from '#app/postmortems/postmortem-id-of.server.ts'
import { openDatabase } from '#db/open-database.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'
import { makeDraft } from './drafts.ts'
import { test as base, expect, signIn } from './fixtures.ts'
import { startServer } from './server.ts'
import { admin, setUp } from './set-up.ts'
import { openDraft, text } from './writing.ts'

export const second = { name: 'Bo Lind', email: 'bo@skerry-line.example', password: 'a lantern on the quay' }

export interface Restartable {
  url: string
  /** Ends it as a power cut does. */
  kill(): Promise<void>
  /** Starts it again on the same address and data. */
  restart(): Promise<void>
  /** The text of a post-mortem as it stands in the database, and what is kept beside it. */
  stored(reference: string): Promise<{ text: string; scraps: string[] }>
}

/** A server on PostgreSQL that can be killed and started again; the tests read the database beside it. */
export const test = base.extend<{ other: Page }, { postgres: PostgresServer; restartable: Restartable }>({
  postgres: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
    async ({}, use) => {
      const postgres = await startPostgres()
      await use(postgres)
      await postgres.stop()
    },
    { scope: 'worker' },
  ],
  restartable: [
    async ({ postgres }, use) => {
      const address = { DATABASE_URL: postgres.url() }
      let running = await startServer(address)
      const { url, dataDir } = running
      await setUp(url, 'no')
      await use({
        url,
        kill: async () => void (await running.stop('SIGKILL')),
        restart: async () => {
          running = await startServer({ ...address, PORT: new URL(url).port, DATA_DIR: dataDir })
        },
        stored: (reference) => readStored(postgres.url(), reference),
      })
      await running.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ restartable }, use) => use(restartable.url),
  /** The page of the second person, who has an account once they have joined by a link. */
  other: async ({ browser, restartable }, use) => {
    const context = await newContext(browser, restartable.url)
    await use(await context.newPage())
    await context.close()
  },
})

export function newContext(browser: Browser, baseURL: string) {
  return browser.newContext({ baseURL, locale: 'en-GB', timezoneId: 'Europe/Oslo' })
}

/** A new draft of the first person with this text, opened; its reference. */
export async function newDraft(page: Page, url: string, words: string): Promise<string> {
  await signIn(page, url)
  const reference = await makeDraft(page, url, words)
  await openDraft(page, reference)
  return reference
}

/** Hands a link to the open draft on, by which the second person makes their account and arrives in it. */
export async function joinByLink(page: Page, other: Page, reference: string): Promise<void> {
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
}

/** Invites the second person in the panel, and opens the draft on their page. */
export async function invite(page: Page, other: Page, url: string, reference: string, may: string): Promise<void> {
  await page.goto(`/postmortems/${reference}/access`)
  await page.getByLabel('Person', { exact: true }).selectOption({ label: second.name })
  await page.getByLabel('May').first().selectOption({ label: may })
  await page.getByRole('button', { name: 'Invite', exact: true }).first().click()
  await expect(page.getByRole('button', { name: `Take back : ${second.name}` })).toBeVisible()
  await openDraft(page, reference)
  await signIn(other, url, second)
  await openDraft(other, reference)
}

/** A line between a page and the server that can be held: what is said meanwhile, both ways, arrives when it is let go. */
export async function slowLine(page: Page) {
  let isHeld = false
  const held: (() => void)[] = []
  const pass = (send: () => void) => {
    if (isHeld) held.push(send)
    else send()
  }
  await page.routeWebSocket('**/live', (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => pass(() => server.send(message)))
    server.onMessage((message) => pass(() => socket.send(message)))
  })
  return {
    hold: () => {
      isHeld = true
    },
    letGo: () => {
      isHeld = false
      for (const send of held.splice(0)) send()
    },
  }
}

/** What a person reads in the text itself: no buttons, no times, no prompts, no names at carets. */
export function words(page: Page): Promise<string> {
  return text(page).evaluate((root) => {
    const blocks = [...root.querySelectorAll('.ed-text > p, .ed-section-body > p')]
    const read = (block: Element) => {
      const copy = block.cloneNode(true) as Element
      for (const caret of copy.querySelectorAll('.ed-caret, .ProseMirror-widget')) caret.remove()
      return copy.textContent.replaceAll('\u2060', '').trim()
    }
    return blocks.map(read).filter(Boolean).join('\n')
  })
}

async function readStored(url: string, reference: string) {
  const { db, close } = await openDatabase({ url, dataDir: '' })
  try {
    const id = await postmortemIdOf(db, Number(reference.slice(3)))
    const shared = new Y.Doc()
    Y.applyUpdate(shared, (await loadDocument(db, id!))!.state)
    const lines = extract(readDocument(shared)).flatMap((section) => [
      section.text,
      ...section.items.map((item) => item.text),
    ])
    return { text: lines.filter(Boolean).join('\n'), scraps: [...scrapsOf(shared).values()].map((scrap) => scrap.text) }
  } finally {
    await close()
  }
}
