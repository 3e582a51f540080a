import type { Page } from '@playwright/test'

/**
 * Times keystrokes in a page from now on, from the browser's stamp on the key to the moment after the frame that shows
 * its letter: the message is answered when that frame has been laid out and painted.
 */
export async function watchKeys(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const timed: number[] = []
    Object.assign(window, { timedKeys: timed })
    let pressed: number | null = null
    addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), true)
    addEventListener(
      'input',
      () => {
        if (pressed === null) return
        const from = pressed
        pressed = null
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => timed.push(performance.now() - from)
          port2.postMessage(null)
        })
      },
      true,
    )
  })
}

/** Types a text key by key, as a person does: unevenly, and each key after the frame of the one before. Milliseconds. */
export async function typeKeys(page: Page, text: string): Promise<number[]> {
  const taken = () => page.evaluate(() => (window as unknown as { timedKeys: number[] }).timedKeys.splice(0))
  await taken()
  for (const [place, letter] of [...text].entries()) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter)
    // 40 to 160 milliseconds, and up to 700 after every eighth key, the same in each round: so the keys meet what waits for
    // a rest, a quarter or half a second long, at different points of its work.
    const thinks = place % 8 === 7 ? 200 + ((place * 53) % 400) : 0
    await page.waitForTimeout(40 + ((place * 37) % 121) + thinks)
  }
  const times = await taken()
  if (times.length < text.length) throw new Error(`Of ${text.length} keys ${times.length} became letters.`)
  return times
}
