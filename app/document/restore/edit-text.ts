import type * as Y from 'yjs'
import { isSame } from '../compare/is-same.ts'
import { wordPieces } from '../compare/word-pieces.ts'
import { runsOf, type TextRun } from './shared-node.ts'

/** Makes a shared text say and look like these runs, word by word: what stays keeps its identity, and carets stay in it. */
export function editText(text: Y.XmlText, wanted: readonly TextRun[]): void {
  const plain = (runs: readonly TextRun[]) => runs.map(({ insert }) => insert).join('')
  let at = 0
  for (const { kind, text: words } of wordPieces(plain(runsOf(text)), plain(wanted))) {
    if (kind === 'removed') text.delete(at, words.length)
    else {
      // Without attributes of its own a new word would take on the marks of the one before it.
      if (kind === 'added') text.insert(at, words, {})
      at += words.length
    }
  }
  formatAs(text, wanted)
}

function formatAs(text: Y.XmlText, wanted: readonly TextRun[]): void {
  const present = runsOf(text)
  let at = 0
  let [run, used] = [0, 0]
  for (const { insert, attributes } of wanted) {
    let left = insert.length
    while (left > 0 && present[run]) {
      const one = present[run]!
      const length = Math.min(left, one.insert.length - used)
      if (!isSame(one.attributes, attributes)) {
        const gone = Object.fromEntries(Object.keys(one.attributes).map((mark) => [mark, null]))
        text.format(at, length, { ...gone, ...attributes })
      }
      at += length
      left -= length
      used += length
      if (used === one.insert.length) {
        run++
        used = 0
      }
    }
  }
}
