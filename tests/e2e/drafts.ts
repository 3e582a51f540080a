import type { Page } from '@playwright/test'

/** Makes a draft of what someone types or pastes into the one box, as whoever is signed in; resolves to its reference. */
export function makeDraft(page: Page, url: string, words: string): Promise<string> {
  return post(page, url, '/postmortems/new', { form: { text: words, template: 'standard' } })
}

/** Makes a draft of a Markdown file, as whoever is signed in; resolves to its reference. */
export function importDraft(page: Page, url: string, markdown: string): Promise<string> {
  const multipart = { text: markdown, intent: 'create', template: 'standard' }
  return post(page, url, '/postmortems/import', { multipart })
}

type Fields = { form: Record<string, string> } | { multipart: Record<string, string> }

async function post(page: Page, url: string, path: string, fields: Fields): Promise<string> {
  const answer = await page.request.post(path, { headers: { Origin: url }, maxRedirects: 0, ...fields })
  const reference = /PM-\d+/.exec(answer.headers().location ?? '')?.[0]
  if (!reference) throw new Error(`No draft was made: ${answer.status()}`)
  return reference
}
