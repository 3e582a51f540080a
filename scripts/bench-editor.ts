// How long a letter takes to appear: `npm run -s bench:editor`. From the key to the frame after it, in the real editor with
// collaboration, cards and entries, with the linter and without it, beside an empty textarea, in turns in one Chromium
// that draws a frame whenever there is something to draw. The last line is one JSON object of medians over the rounds,
// in milliseconds; raw samples go to `bench-editor.json` in the folder for temporary files.
//
// Without the linter is the same page of the same build: TipTap hangs its editor on its element, and the plugin is taken
// out there before it has looked at anything. So the product needs no switch that only a measurement would use, and
// what is compared differs in that plugin alone.
import { writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { typeKeys, watchKeys } from './keys-to-frames.ts'
import { median, quantile, round3 } from './medians.ts'
import { serveLargeDrafts } from './serve-large-drafts.ts'

const rounds = Number(process.env.ROUNDS || 7)
// A sentence that is noted once it is finished.
const text = 'the engineer forgot to drain the node and the reviewer failed to notice it.'
const sizes = [10_000, 50_000]
/** Where the letters are typed, by turns: half way down the document, in the middle of where people write. */
const places = [
  '.ed-entry .ed-text > p',
  '[data-card="cause"] .ed-text > p',
  '[data-kind="prose"] .ed-section-body > p',
]

const server = await serveLargeDrafts(sizes.flatMap((words) => [words, words]))
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: [
    '--disable-gpu-vsync',
    '--disable-frame-rate-limit',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ],
})
const samples: Record<string, number[][]> = {}
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.addCookies(server.cookies)
  const pages: Record<string, Page> = { textarea: await openTextarea(context) }
  for (const [place, { words, address }] of server.drafts.entries()) {
    const withLinter = place % 2 === 0
    const name = `${words / 1000}k ${withLinter ? 'on' : 'off'}`
    pages[name] = await openDraft(context, address, withLinter)
    const notes = await pages[name].locator('.ed-note').count()
    say(`${name}: ${notes} notes are drawn`)
    if (notes > 0 !== withLinter)
      throw new Error(`With the linter ${withLinter ? 'on' : 'off'} there are ${notes} notes.`)
  }
  for (let round = 0; round <= rounds; round++) {
    for (const [name, page] of Object.entries(pages)) {
      await page.bringToFront()
      if (name !== 'textarea') await putCaret(page, places[round % places.length]!, round)
      const times = await typeKeys(page, text)
      // The first round warms up what is compiled late.
      if (round === 0) continue
      samples[name] = [...(samples[name] ?? []), times]
      say(`round ${round}, ${name}: p50 ${round3(median(times))}, p95 ${round3(quantile(times, 0.95))} ms`)
    }
  }
  for (const [name, page] of Object.entries(pages)) if (name !== 'textarea') await everythingIsSaved(page)
} finally {
  await browser.close()
  await server.stop()
}

writeFileSync(join(tmpdir(), 'bench-editor.json'), JSON.stringify(samples))
const over = (name: string, share: number) => median(samples[name]!.map((times) => quantile(times, share)))
const ratio = (share: number) => round3(over('10k on', share) / over('10k off', share))
const figures = Object.fromEntries(
  [
    ['10k', '10k on'],
    ['10kOff', '10k off'],
    ['50k', '50k on'],
    ['50kOff', '50k off'],
    ['Textarea', 'textarea'],
  ].flatMap(([key, name]) => [
    [`p50Ms${key}`, round3(over(name!, 0.5))],
    [`p95Ms${key}`, round3(over(name!, 0.95))],
  ]),
)
const { p95Ms10k, p95Ms50k, ...others } = figures
process.stdout.write(
  `${JSON.stringify({ onOffRatio10k: ratio(0.95), p95Ms10k, p95Ms50k, ...others, onOffRatio10kP50: ratio(0.5), rounds })}\n`,
)

async function openTextarea(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await watchKeys(page)
  await page.goto('data:text/html,<textarea autofocus rows=20 cols=80></textarea>')
  await page.locator('textarea').focus()
  return page
}

async function openDraft(context: BrowserContext, address: string, withLinter: boolean): Promise<Page> {
  const page = await context.newPage()
  await watchKeys(page)
  if (!withLinter) await page.addInitScript(takeOutLinter)
  await page.goto(address)
  await page.locator('.ed-doc .ed-entry').first().waitFor({ timeout: 120_000 })
  if (withLinter) await page.locator('.ed-note').first().waitFor({ timeout: 120_000 })
  // What is read once after opening: outline, notes, the time a page needs to come to rest.
  await page.waitForTimeout(3000)
  return page
}

/** Runs in the page before its own scripts. */
function takeOutLinter() {
  const look = new MutationObserver(() => {
    const editor = (document.querySelector('.ed-doc') as EditorElement | null)?.editor
    if (!editor) return
    look.disconnect()
    editor.unregisterPlugin('wordingCheck')
  })
  look.observe(document, { childList: true, subtree: true })
}

interface EditorElement extends HTMLElement {
  editor?: {
    view: { posAtDOM(node: Node, offset: number): number }
    unregisterPlugin(name: string): void
    commands: { focus(position: number): void }
  }
}

/** Puts the caret at the end of a block of this kind half way down the document, another one each round. */
async function putCaret(page: Page, selector: string, round: number): Promise<void> {
  await page.evaluate(
    ([selector, round]) => {
      const blocks = [...document.querySelectorAll<HTMLElement>(selector)].filter((block) => block.textContent)
      const block = blocks[(blocks.length >> 1) + round]!
      const { editor } = document.querySelector('.ed-doc') as EditorElement
      editor!.commands.focus(editor!.view.posAtDOM(block, block.childNodes.length))
      block.scrollIntoView({ block: 'center' })
    },
    [selector, round] as const,
  )
  await page.waitForTimeout(1000)
}

/** What was typed is in the database: the editor that was measured is one that works. */
async function everythingIsSaved(page: Page): Promise<void> {
  await page.bringToFront()
  await page.locator('[data-save-state="saved"]').waitFor({ timeout: 60_000 })
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
