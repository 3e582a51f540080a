import type { Page } from '@playwright/test'
import { importDraft } from './drafts.ts'
import { expect, signIn, test } from './fixtures.ts'
import { gateway } from './gateway.ts'
import { openDraft, saved, text } from './writing.ts'

test.use({
  organisation: 'empty',
  story: 'a long draft',
  viewport: { width: 1440, height: 900 },
  permissions: ['clipboard-read'],
})

/** Three hundred entries and forty causes: most of it is far from the window, and not drawn. */
const clock = (minute: number) =>
  `${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
const entries = Array.from(
  { length: 300 },
  (_, place) => `- ${clock(place)} The queue grew to ${place} and the gate stayed open.`,
)
const causes = Array.from({ length: 40 }, (_, place) => `The list of berth ${place} had no age.`)
const source = `# A long night\n\nDate: 2026-03-02\n\n## Timeline\n\n${entries.join('\n')}\n\n## Causes\n\n${causes.map((cause) => `- ${cause}`).join('\n')}\n`

async function openLongDraft(page: Page, url: string): Promise<void> {
  await signIn(page, url)
  await openDraft(page, await importDraft(page, url, source))
  await expect(page.locator('.ed-long')).toBeVisible()
  await saved(page)
}

/** Where the caret is, as whoever writes sees it: the words before it, and whether it is in the window. */
function caret(page: Page): Promise<{ before: string; isInWindow: boolean }> {
  return page.evaluate(() => {
    const { focusNode, focusOffset } = getSelection()!
    const range = document.createRange()
    range.setStart(focusNode!, Math.max(0, focusOffset - 1))
    range.setEnd(focusNode!, focusOffset)
    const { top, bottom } = range.getBoundingClientRect()
    return {
      before: focusNode!.textContent!.slice(0, focusOffset),
      isInWindow: bottom > 0 && top < innerHeight,
    }
  })
}

test('a draft is opened while it is still only to be read, over one connection, and the next draft over its own', async ({
  page,
  server,
}) => {
  await signIn(page, server.url)
  const other = await importDraft(page, server.url, '# A short night\n\n## Timeline\n\n- 08:00 The gate opened.\n')
  const connections: string[] = []
  page.on('websocket', (socket) => connections.push(socket.url()))
  const react = gateway()
  await page.route('**/assets/entry.client-*.js', async (route) => {
    await react.open
    await route.continue()
  })
  const connected = page.waitForEvent('websocket')
  await page.goto(`/postmortems/${await importDraft(page, server.url, source)}/write`, { waitUntil: 'commit' })
  await connected
  await expect(page.getByRole('heading', { name: 'A long night' })).toBeVisible()
  await expect(text(page)).toHaveCount(0)
  react.pass()
  await expect(text(page)).toContainText('The queue grew to 299')
  await saved(page)
  expect(connections).toHaveLength(1)

  await page.getByRole('link', { name: 'Post-mortems', exact: true }).click()
  await page.getByRole('link', { name: /A short night/ }).click()
  await expect(text(page)).toContainText('The gate opened.')
  await saved(page)
  expect(connections).toHaveLength(2)
  expect(page.url()).toContain(other)
})

test('keys go to what is not drawn yet: beginning, end, past the edge, and all of it', async ({ page, server }) => {
  await openLongDraft(page, server.url)
  await text(page).focus()

  await page.keyboard.press('Control+Home')
  await page.keyboard.type('First words.')
  await expect.poll(() => caret(page)).toEqual({ before: 'First words.', isInWindow: true })

  await page.keyboard.press('Control+End')
  await page.keyboard.type('Last words.')
  await expect.poll(() => caret(page)).toEqual({ before: 'Last words.', isInWindow: true })

  await page.getByRole('navigation', { name: 'Document' }).getByRole('button', { name: 'What happened' }).click()
  await expect
    .poll(() => caret(page))
    .toMatchObject({ before: expect.stringMatching(/to 299 and the gate stayed open\.$/) })
  for (let step = 0; step < 40; step++) await page.keyboard.press('ArrowUp')
  await expect.poll(() => caret(page)).toMatchObject({ isInWindow: true })
  const [, place] = /to (\d+) /.exec((await caret(page)).before.padEnd(40)) ?? []
  if (place) expect(Number(place)).toBeLessThan(290)

  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+c')
  await page.getByLabel('Title', { exact: true }).focus()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  for (const words of ['First words.', 'grew to 0 and', 'grew to 299 and', 'berth 39 had', 'Last words.']) {
    expect(copied).toContain(words)
  }
  await saved(page)
})

test('a letter that follows the key to the other end at once, before anything is drawn there, is not lost', async ({
  page,
  server,
}) => {
  await openLongDraft(page, server.url)
  await text(page).focus()
  for (const letter of 'abcdef') {
    await page.keyboard.press('Control+Home')
    await page.keyboard.type(letter)
    await page.keyboard.press('Control+End')
    await page.keyboard.type(letter.toUpperCase())
  }
  await expect(text(page)).toContainText('fedcba')
  await expect(text(page)).toContainText('ABCDEF')
  await saved(page)
})

test('from the middle, all that is selected is all there is', async ({ page, server }) => {
  await openLongDraft(page, server.url)
  await page.getByText('grew to 150 and').click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Backspace')
  await expect(page.getByText('the gate stayed open')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(page.getByText('grew to 299 and the gate stayed open')).toHaveCount(1)
  await saved(page)
})

test('an address that names an item leads to it', async ({ page, server }) => {
  await openLongDraft(page, server.url)
  const address = page.url()
  const id = await page.evaluate(() => {
    const { editor } = document.querySelector('.ed-doc') as HTMLElement & {
      editor: {
        state: {
          doc: {
            descendants(
              look: (node: { attrs: { id?: string }; textContent: string; type: { name: string } }) => void,
            ): void
          }
        }
      }
    }
    let found = ''
    editor.state.doc.descendants((node) => {
      if (node.type.name === 'timelineEntry' && node.textContent.includes('grew to 222 and'))
        found = node.attrs.id ?? ''
    })
    return found
  })
  // Not by a reload: after one, whoever writes is back where they were.
  await page.goto('about:blank')
  await page.goto(`${address}#${id}`)
  await expect(page.getByText('grew to 222 and')).toBeInViewport()
  await expect.poll(() => caret(page)).toMatchObject({ before: expect.stringContaining('grew to 222 and') })
})
