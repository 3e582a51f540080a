import { type HtmlElement, hasClass } from './html-node.ts'
import type { OpenLine } from './read-line.ts'
import { type Around, type Reader, textLeaf } from './reader.ts'

/**
 * An image of a paste. None is fetched: that would tell its server who writes here. One from the web becomes a link, any other
 * its description in words; both are said to be left out. A smile is its own text, and the sign of a macro is that macro.
 */
export function readImage(image: HtmlElement, { marks }: Around, reader: Reader, line: OpenLine): void {
  const { attributes } = image
  const alt = (attributes.alt || attributes.title || '').replaceAll(/\s+/g, ' ').trim()
  if (attributes['data-macro-name']) {
    reader.leave(
      'macro',
      [attributes['data-macro-name'], attributes['data-macro-default-parameter']].filter(Boolean).join(': '),
    )
    return
  }
  if (attributes['aria-roledescription'] === 'checkbox' || attributes.role === 'presentation') return
  if (hasClass(image, /emo(ji|ticon)/) || attributes['data-emoji-short-name']) {
    const smile = attributes['data-emoji-fallback'] || alt || attributes['data-emoji-short-name']
    if (smile) line.leaves.push(textLeaf(smile, marks))
    return
  }
  const source = attributes.src ?? ''
  reader.leave('image', alt || nameIn(source))
  if (/^https?:\/\//i.test(source)) {
    line.leaves.push(textLeaf(alt || nameIn(source) || 'image', [{ type: 'link', attrs: { href: source } }]))
  } else if (alt) line.leaves.push(textLeaf(`[image: ${alt}]`, marks))
}

/** The file's name in an address, if it looks like one. */
function nameIn(address: string): string {
  return /\/([^/?#]+\.(?:png|jpe?g|gif|webp|svg|avif))(?:[?#]|$)/i.exec(address)?.[1] ?? ''
}
