import type { MarkJson } from '../document-json.ts'
import { type HtmlElement, styleOf } from './html-node.ts'

const byName: Record<string, string> = {
  strong: 'bold',
  em: 'italic',
  i: 'italic',
  u: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
}

/**
 * The marks inside an element, given those around it: by its name, and by its style, which is how Google Docs and Word write
 * them. A style also takes a mark away: Google Docs puts everything into a `<b>` of normal weight.
 */
export function marksInside(element: HtmlElement, around: readonly MarkJson[]): readonly MarkJson[] {
  const set = new Set(around.filter(({ type }) => type !== 'link').map(({ type }) => type))
  const named = byName[element.name] ?? (element.name === 'b' ? 'bold' : null)
  if (named) set.add(named)
  const weight = styleOf(element, 'font-weight')
  if (/^(bold|bolder|[6-9]00)$/.test(weight)) set.add('bold')
  else if (/^(normal|lighter|[1-5]00)$/.test(weight)) set.delete('bold')
  const slant = styleOf(element, 'font-style')
  if (/^(italic|oblique)/.test(slant)) set.add('italic')
  else if (slant === 'normal') set.delete('italic')
  const decoration = `${styleOf(element, 'text-decoration')} ${styleOf(element, 'text-decoration-line')}`
  if (/line-through/.test(decoration)) set.add('strike')
  if (/underline/.test(decoration)) set.add('underline')
  if (isMonospaced(element)) set.add('code')
  const link = element.name === 'a' ? linkOf(element) : (around.find(({ type }) => type === 'link') ?? null)
  // A link is drawn with a line already, and code excludes every other mark.
  if (link) {
    set.delete('underline')
    set.delete('code')
  }
  if (set.has('code')) return [{ type: 'code' }]
  const marks = order.filter((type) => set.has(type)).map((type): MarkJson => ({ type }))
  return link ? [link, ...marks] : marks
}

const order = ['bold', 'italic', 'strike', 'underline', 'code']

export function isMonospaced(element: HtmlElement): boolean {
  return monospaced.test(styleOf(element, 'font-family').replaceAll(/["']/g, ''))
}

const monospaced =
  /(^|,)\s*(monospace|consolas|courier|courier new|menlo|monaco|sfmono-regular|[a-z ]+ mono|source code pro|fira code)\b/

/** A link to follow: web and mail addresses. Google's detours are taken out; a script, a file or a place in the source is none. */
function linkOf({ attributes }: HtmlElement): MarkJson | null {
  const given = (attributes.href ?? '').trim()
  let address: URL
  try {
    address = new URL(given)
  } catch {
    return null
  }
  const detour = /^www\.google\.[a-z.]+$/.test(address.hostname) && address.pathname === '/url'
  const target = detour ? (address.searchParams.get('q') ?? address.searchParams.get('url')) : null
  if (target && /^https?:\/\//.test(target)) return { type: 'link', attrs: { href: target } }
  return /^(https?|mailto):$/.test(address.protocol) ? { type: 'link', attrs: { href: given } } : null
}
