import type { EditorView } from '@tiptap/pm/view'
import { oneStep } from '../one-step.ts'
import type { Match } from './find-matches.ts'

/**
 * Puts other words in these places and answers in how many; the marks that were on the words are on what replaces them, and undo
 * takes all of it back at once. Each transaction changes a block in one place only: the binding to Yjs finds one changed stretch
 * in a text, and of two places that would be all between them, with what somebody else is typing there.
 */
export function replaceMatches(view: EditorView, matches: readonly Match[], by: string): number {
  const { doc } = view.state
  let rest = matches.map((match) => ({ ...match, words: doc.textBetween(match.from, match.to) }))
  let replaced = 0
  oneStep(view.state, () => {
    while (rest.length > 0) {
      const { tr } = view.state
      const done = new Set<number>()
      const left: typeof rest = []
      for (const match of rest.toReversed()) {
        const block = tr.doc.resolve(match.from).start()
        if (done.has(block)) left.unshift(match)
        // What stands in front of a block may have been mended by the first edit, and moved it.
        else if (tr.doc.textBetween(match.from, match.to) === match.words) {
          done.add(block)
          replaced++
          if (by) tr.insertText(by, match.from, match.to)
          else tr.delete(match.from, match.to)
        }
      }
      rest = left.map((match) => ({ ...match, from: tr.mapping.map(match.from), to: tr.mapping.map(match.to) }))
      if (tr.docChanged) view.dispatch(tr)
    }
  })
  return replaced
}
