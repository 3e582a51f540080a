import * as Y from 'yjs'
import { contentOf, factsOf } from '#app/document/shared-document.ts'
import { findLeaks, maskFor } from './leak-check.ts'
import { leakKey, stringsIn } from './leaks-in-document.ts'

/**
 * Replaces a passage, known by the key the leak check gave it, everywhere in a shared document, in one transaction; returns
 * how often it stood there. Text around it and its marks stay. The versions of a draft are masked by `maskVersions`.
 */
export function maskPassage(shared: Y.Doc, key: string): number {
  let masked = 0
  shared.transact(() => {
    const facts = factsOf(shared)
    const title = facts.get('title')
    if (typeof title === 'string') {
      const now = replaced(title)
      if (now !== title) facts.set('title', now)
    }
    walk(contentOf(shared))
  })
  return masked

  function walk(node: Y.XmlFragment) {
    if (node instanceof Y.XmlElement)
      for (const [name, value] of Object.entries(node.getAttributes() as Record<string, unknown>)) {
        if (!stringsIn(value).some(holdsIt)) continue
        node.setAttribute(name, replacedDeep(value) as string)
      }
    for (const child of node.toArray()) {
      if (child instanceof Y.XmlText) maskText(child)
      else if (child instanceof Y.XmlFragment) walk(child)
    }
  }

  function maskText(text: Y.XmlText) {
    const pieces = text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]
    let at = 0
    for (const { insert, attributes } of pieces) {
      const length = typeof insert === 'string' ? insert.length : 1
      // A link's address cannot hold a placeholder, so the link goes and its words stay.
      for (const [mark, value] of Object.entries(attributes ?? {}))
        if (stringsIn(value).some(holdsIt)) {
          text.format(at, length, { [mark]: null })
          masked++
        }
      at += length
    }
    const plain = pieces.map(({ insert }) => (typeof insert === 'string' ? insert : '\uFFFC')).join('')
    for (const leak of findLeaks(plain).toReversed()) {
      if (leakKey(leak) !== key) continue
      text.delete(leak.from, leak.to - leak.from)
      text.insert(leak.from, maskFor(leak.kind))
      masked++
    }
  }

  function holdsIt(text: string): boolean {
    return findLeaks(text).some((leak) => leakKey(leak) === key)
  }

  function replaced(text: string): string {
    let now = text
    for (const leak of findLeaks(text).toReversed()) {
      if (leakKey(leak) !== key) continue
      now = now.slice(0, leak.from) + maskFor(leak.kind) + now.slice(leak.to)
      masked++
    }
    return now
  }

  function replacedDeep(value: unknown): unknown {
    if (typeof value === 'string') {
      const now = replaced(value)
      // An address with a placeholder in it is no address any more: evidence keeps its text and loses its link.
      return now !== value && /^https?:/.test(value) ? null : now
    }
    if (Array.isArray(value)) return value.map(replacedDeep)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, replacedDeep(part)]))
  }
}
