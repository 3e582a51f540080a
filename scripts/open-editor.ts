import { gzipSync } from 'node:zlib'
import { type Browser, chromium } from '@playwright/test'
import { findChromium } from './find-chromium.ts'
import { median } from './medians.ts'
import type { LargeDrafts } from './serve-large-drafts.ts'

export interface OpenedEditor {
  /** Bytes of JavaScript after gzip that came until two seconds after the text could be edited. */
  js: number
  /** Names of the scripts. */
  scripts: string[]
  /** Milliseconds from asking for the page to text that can be edited, the median of what was tried. */
  opensMs: number
}

/** Opens a draft in a browser that has nothing of it yet, as often as asked for. */
export async function openEditor(
  address: string,
  cookies: LargeDrafts['cookies'],
  times: number,
): Promise<OpenedEditor> {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  })
  try {
    const opened = []
    for (let time = 0; time < times; time++) opened.push(await openOnce(browser, address, cookies))
    const { js, scripts } = opened[0]!
    return { js, scripts, opensMs: median(opened.map(({ opensMs }) => opensMs)) }
  } finally {
    await browser.close()
  }
}

async function openOnce(browser: Browser, address: string, cookies: LargeDrafts['cookies']): Promise<OpenedEditor> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    await context.addCookies(cookies)
    const page = await context.newPage()
    const scripts = new Map<string, Promise<number>>()
    page.on('response', (response) => {
      const { pathname } = new URL(response.url())
      if (pathname.endsWith('.js'))
        scripts.set(
          pathname,
          response.body().then((body) => gzipSync(body).length),
        )
    })
    await page.addInitScript(noteWhenEditable)
    await page.goto(address)
    const opensMs = await page
      .waitForFunction(() => (window as unknown as { editableAt?: number }).editableAt, null, { timeout: 60_000 })
      .then((handle) => handle.jsonValue())
    await page.waitForTimeout(2000)
    const bytes = await Promise.all(scripts.values())
    return {
      js: bytes.reduce((total, each) => total + each, 0),
      scripts: [...scripts.keys()].map((path) => path.split('/').at(-1)!),
      opensMs: opensMs!,
    }
  } finally {
    await context.close()
  }
}

/** Runs in the page before its own scripts: since the page was asked for, until there is text that takes a key. */
function noteWhenEditable() {
  const look = new MutationObserver(() => {
    const text = document.querySelector('.ed-doc[contenteditable="true"] p')
    if (!text) return
    look.disconnect()
    requestAnimationFrame(() => {
      Object.assign(window, { editableAt: performance.now() })
    })
  })
  look.observe(document, { childList: true, subtree: true, attributes: true, attributeFilter: ['contenteditable'] })
}
