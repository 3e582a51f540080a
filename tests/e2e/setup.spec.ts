import { expect, test } from './fixtures.ts'
import { expectAccessible, visit } from './visit.ts'

test.use({ story: 'setup' })

test('until someone has an account, every page leads to setup', async ({ page }) => {
  await page.goto('/library?q=certificate')
  await expect(page).toHaveURL(/\/setup$/)
})

test('setup says what is missing at its fields, and keeps what was typed', async ({ page }) => {
  await visit(page, '/setup', 'setup')
  await page.getByLabel('Your name').fill('Pia Andersen')
  await page.getByLabel('E-mail').fill('pia at skerry')
  await page.getByRole('button', { name: 'Set up Candor' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByLabel('E-mail')).toHaveValue('pia at skerry')
  await expect(page.getByLabel('Your name')).toHaveValue('Pia Andersen')
  await expectAccessible(page, 'setup with problems')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('setup makes the first account, and cannot make a second one', async ({ page, context }) => {
    await page.goto('/setup')
    await page.getByLabel('Your name').fill('Pia Andersen')
    await page.getByLabel('E-mail').fill('pia@skerry-line.example')
    await page.getByLabel('Password').fill('a long harbour wall')
    await page.getByLabel('Name', { exact: true }).fill('Skerry Line')
    await page.getByLabel('Begin with an empty library').check()
    await page.getByRole('button', { name: 'Set up Candor' }).click()
    await expect(page).toHaveURL(/\/$/)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()

    await context.clearCookies()
    await page.goto('/setup')
    await expect(page).toHaveURL(/\/sign-in/)
  })
})
