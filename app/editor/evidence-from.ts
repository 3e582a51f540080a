import { Evidence } from '#app/document/items.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { serverNow } from './server-clock.ts'

/**
 * A piece of evidence out of what was typed or pasted: a link where it is an address of the web, otherwise a snippet. `source` is
 * where it is from in words, for a link its host unless said; `at` when it was captured (ISO 8601), unless said now. Null for
 * nothing, and for more than a snippet holds.
 */
export function evidenceFrom(text: string, source: string, at = ''): Evidence | null {
  const what = text.trim()
  const isLink = /^https?:\/\/\S+$/i.test(what) && URL.canParse(what)
  const parsed = Evidence.safeParse({
    id: newItemId(),
    kind: isLink ? 'link' : 'snippet',
    source: (source || (isLink ? new URL(what).host : '')).slice(0, 200),
    href: isLink ? what : null,
    text: isLink ? '' : text,
    capturedAt: at || new Date(serverNow()).toISOString(),
  })
  return parsed.success && what !== '' ? parsed.data : null
}
