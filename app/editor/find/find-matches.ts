import type { Node as DocumentNode } from '@tiptap/pm/model'

/** Where words stand in the document, as positions. */
export interface Match {
  from: number
  to: number
}
export interface FindOptions {
  matchCase: boolean
  wholeWords: boolean
}

/** Every place of the words in the text, in order; sections that are left out are not looked into. Marks do not part words. */
export function findMatches(doc: DocumentNode, query: string, options: FindOptions): Match[] {
  const pattern = patternOf(query, options)
  if (!pattern) return []
  const matches: Match[] = []
  doc.forEach((section, pos) => {
    if (section.attrs.hiddenBecause !== null) return
    section.descendants((node, offset) => {
      if (!node.isTextblock) return true
      const start = pos + 1 + offset + 1
      const text = node.textBetween(0, node.content.size, undefined, '\uFFFC')
      for (const { 0: found, index } of text.matchAll(pattern)) {
        matches.push({ from: start + index, to: start + index + found.length })
      }
      return false
    })
  })
  return matches
}

function patternOf(query: string, { matchCase, wholeWords }: FindOptions): RegExp | null {
  if (!query.trim()) return null
  const words = query.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&').replace(/\s/g, '\\s')
  const bounded = wholeWords ? `(?<![\\p{L}\\p{N}_])${words}(?![\\p{L}\\p{N}_])` : words
  return new RegExp(bounded, matchCase ? 'gu' : 'giu')
}

/** The place to begin at: the first at or after the caret, round the end the first of all. */
export function matchFrom(matches: readonly Match[], caret: number): number {
  const place = matches.findIndex(({ from }) => from >= caret)
  return place === -1 ? 0 : place
}
