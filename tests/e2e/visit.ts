import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

const sizes = { phone: { width: 390, height: 844 }, desktop: { width: 1440, height: 1000 } }
type Size = keyof typeof sizes

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose answer depends on colours; all others say the same of a page when it is dark. */
const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * Opens an address at both widths and looks at it with axe: nothing may move while it loads, nothing may stick out at the side,
 * and nothing may be tried that the page's own policy forbids. `shows` resolves when the page has what it fetches after it is there.
 */
export async function visit(page: Page, address: string, state: string, shows?: (page: Page) => Promise<void>) {
  await page.addInitScript(noteWhatIsForbidden)
  for (const size of ['phone', 'desktop'] as const) {
    await page.setViewportSize(sizes[size])
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
    await page.goto(address)
    await atRest(page)
    await shows?.(page)
    await expectAccessibleAt(page, size, state)
    // Read last: looking takes longer than anything that could still move.
    expect(await layoutShift(page), `layout shift of ${address} at ${size}`).toBeLessThanOrEqual(0.05)
    expect(await overflow(page), `overflow of ${address} at ${size}`).toBeLessThanOrEqual(0)
    expect(await page.evaluate(() => window.forbidden), `forbidden by the policy of ${address}`).toEqual([])
  }
}

/** Looks at the page as it stands with axe: light and dark, desktop and phone. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const size of ['desktop', 'phone'] as const) {
    await page.setViewportSize(sizes[size])
    await expectAccessibleAt(page, size, state)
  }
}

declare global {
  interface Window {
    /** What the page tried that its policy forbids: the rule, what it was, and where. */
    forbidden: string[]
  }
}

/** Runs in the page before its own scripts. */
function noteWhatIsForbidden(): void {
  window.forbidden = []
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
    window.forbidden.push(`${violatedDirective} ${blockedURI} ${sourceFile}`)
  })
}

/**
 * Waits until the page has its fonts, has drawn what changed and has done what it does once it is loaded. The frame is
 * asked for each time: Chromium tells no page that it is idle while there is nothing to draw and the last frame is owed.
 */
export function atRest(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready
    for (let turn = 0; turn < 2; turn++)
      await new Promise((rest) => requestAnimationFrame(() => requestIdleCallback(rest)))
  })
}

async function expectAccessibleAt(page: Page, size: Size, state: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Two frames, so that every element has the colours of this look.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const found = await problems(page, colorScheme === 'light' ? { tags } : { rules: ofColours })
    expect(found, `${state}, ${size}, ${colorScheme}`).toEqual([])
  }
}

/** What axe finds wrong by these rules, in the whole page or in the part that a selector names. */
export async function problems(
  page: Page,
  { tags, rules, part }: { tags?: string[]; rules?: string[]; part?: string },
): Promise<string[]> {
  // Our pages have no frames of others, so axe may tell its findings where it is, without a page of its own to do so.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
  if (tags) axe.withTags(tags)
  if (rules) axe.withRules(rules)
  if (part) axe.include(part)
  const { violations } = await axe.analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
  )
}

/** How many pixels of the page stick out at the side. */
const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** The sum of unexpected shifts since the page began to load, as browsers count it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (entries: PerformanceEntryList) => {
          for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) sum += entry.value
        }
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        requestAnimationFrame(() =>
          setTimeout(() => {
            add(observer.takeRecords())
            resolve(sum)
          }),
        )
      }),
  )
}
