import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

const sizes = { desktop: { width: 1440, height: 1000 }, phone: { width: 390, height: 844 } }

/** Opens an address at both widths: nothing may move while it loads, and nothing may stick out at the side. */
export async function open(page: Page, address: string): Promise<void> {
  for (const size of [sizes.phone, sizes.desktop]) {
    await page.setViewportSize(size)
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForLoadState('networkidle')
    expect(await layoutShift(page), `layout shift of ${address} at ${size.width}`).toBeLessThanOrEqual(0.05)
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      `overflow of ${address}`,
    ).toBeLessThanOrEqual(0)
  }
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The rules whose answer depends on colours or sizes; all others say the same in every look of one page. */
const ofLooks = ['color-contrast', 'target-size', 'scrollable-region-focusable', 'link-in-text-block']

/** Looks at the page as it stands with axe: light and dark, desktop and phone. */
export async function expectAccessible(page: Page, state: string): Promise<void> {
  for (const [name, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      // Two frames, so that every element has the colours of this look.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
      const axe = new AxeBuilder({ page })
      const { violations } = await (colorScheme === 'light' ? axe.withTags(tags) : axe.withRules(ofLooks)).analyze()
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary?.split('\n')[1] ?? ''}`),
      )
      expect(found, `${state}, ${name}, ${colorScheme}`).toEqual([])
    }
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** The sum of unexpected shifts since the page began to load, as browsers count it. */
function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
            if (!entry.hadRecentInput) sum += entry.value
          }
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(sum), 150)
      }),
  )
}
