import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

test.use({ organisation: 'filled', story: 'settings' })
test.beforeEach(async ({ page, server }) => signIn(page, server.url))

const said = (page: Page, words: string) => expect(page.getByRole('status').filter({ hasText: words })).toBeVisible()

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with JavaScript' : 'without JavaScript'
  const kiosk = javaScriptEnabled ? 'Ticket kiosk' : 'Quay screen'

  test.describe(how, () => {
    test.use({ javaScriptEnabled })

    test(`a service is added, renamed, retired, brought back and merged, ${how}`, async ({ page }) => {
      await page.goto('/settings/services')
      await page.getByLabel('Name').fill(kiosk)
      await page.getByLabel('Team').selectOption({ label: 'Booking' })
      await page.getByRole('button', { name: 'Add the service' }).click()
      await said(page, `${kiosk} is in the list.`)

      await page.getByLabel('Name').fill(kiosk.toUpperCase())
      await page.getByRole('button', { name: 'Add the service' }).click()
      await expect(page.getByText('Another service has this name')).toBeVisible()
      await expect(page.getByLabel('Name')).toHaveValue(kiosk.toUpperCase())

      await page.goto('/settings/services')
      await page.getByRole('link', { name: `Edit ${kiosk}` }).click()
      const panel = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: kiosk }) })
      await panel.getByLabel('Name').fill(`${kiosk} two`)
      await panel.getByRole('button', { name: 'Save' }).click()
      await said(page, `${kiosk} two is saved.`)

      await page.getByRole('link', { name: `Edit ${kiosk} two` }).click()
      await page.getByText('Merge or retire').click()
      await page.getByRole('button', { name: `Retire ${kiosk} two` }).click()
      await said(page, 'The service is retired.')
      await page.getByRole('button', { name: 'Undo' }).click()
      await said(page, 'The service can be chosen again.')

      await page.getByRole('link', { name: `Edit ${kiosk} two` }).click()
      await page.getByText('Merge or retire').click()
      await page.getByLabel(`Merge ${kiosk} two into`).selectOption({ label: 'Support desk' })
      await page.getByRole('button', { name: 'Merge the two' }).click()
      await said(page, 'The two are one now, everywhere.')
      await page.getByText('Retired (').click()
      await expect(page.getByText(`${kiosk} two · part of Support desk`)).toBeVisible()
    })

    test(`someone joins a team and leaves it by undo, ${how}`, async ({ page }) => {
      await page.goto('/settings/teams?edit=team-crew')
      await page.getByLabel('Add someone').selectOption({ label: 'Amara Szabo' })
      await page.getByRole('button', { name: 'Add to the team' }).click()
      await said(page, 'Amara Szabo is in the team.')
      await page.getByRole('button', { name: 'Undo' }).click()
      await said(page, 'Amara Szabo is not in the team any more.')
    })

    test(`other words unsign the promise until a role signs them, ${how}`, async ({ page }) => {
      const write = async (promise: string) => {
        await page.goto('/settings/organisation')
        await page.getByText('Change the words').click()
        await page.getByLabel('The promise').fill(promise)
        await page.getByRole('button', { name: 'Save the promise' }).click()
        await said(page, 'The promise is saved.')
        await expect(page.getByText('Not signed yet.')).toBeVisible()
      }
      await write(`Post-mortems play no part in pay, ${how}.`)
      await page.getByRole('button', { name: 'Sign the promise' }).click()
      await expect(page.getByText('Say in which role.')).toBeVisible()
      await page.getByLabel('Role').fill('Managing director')
      await page.getByRole('button', { name: 'Sign the promise' }).click()
      await said(page, 'The promise is signed.')
      await expect(page.getByText('Signed: Managing director')).toBeVisible()
      await write(`Post-mortems play no part in pay, ${how}.\n\nA court may read them.`)
    })
  })
}

test('a severity moves up the list and down again', async ({ page }) => {
  await page.goto('/settings/terms/severities')
  const first = page.getByRole('main').locator('ol > li').first()
  await page.getByRole('button', { name: 'Move SEV-2 up' }).click()
  await said(page, 'The order is saved.')
  await expect(first).toContainText('SEV-2')
  await page.getByRole('button', { name: 'Move SEV-2 down' }).click()
  await expect(first).toContainText('SEV-1')
})

test('the sample library goes when it is not wanted any more, and comes back', async ({ page }) => {
  await page.goto('/settings/organisation')
  await page.getByText('Remove the sample library').click()
  await page.getByRole('button', { name: 'Remove it' }).click()
  await said(page, 'The sample library is gone.')
  await page.getByRole('button', { name: 'Load the sample library' }).click()
  await said(page, 'The sample library is there.')
})
