import { Extension } from '@tiptap/core'
import type { Node as DocumentNode } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { codeLanguage } from '#app/document/code-languages.ts'

type Highlight = typeof import('#app/document/highlight-code.ts').highlightCode

/** A coloured piece, with places counted from the block's beginning, so that they hold wherever it moves. */
interface Piece {
  from: number
  to: number
  look: string
}

const key = new PluginKey<DecorationSet>('codeHighlights')

/** How long nobody has to have typed, in milliseconds. */
const REST = 200

/**
 * Colours the code of the document when typing rests. What colours it is fetched when there is code in a language of ours;
 * a block is read again only when it is another.
 */
export const CodeHighlights = Extension.create({
  name: 'codeHighlights',
  addProseMirrorPlugins() {
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, before) =>
            (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before),
        },
        props: { decorations: (state) => key.getState(state) },
        view: watch,
      }),
    ]
  },
})

function watch(first: EditorView) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let highlight: Highlight | null = null
  let coloured: DocumentNode[] = []
  const known = new WeakMap<DocumentNode, Piece[]>()

  function later(view: EditorView) {
    clearTimeout(timer)
    timer = setTimeout(() => void colour(view), REST)
  }
  async function colour(view: EditorView) {
    if (view.isDestroyed || view.composing) return
    const blocks = codeIn(view.state.doc)
    const isSame = blocks.length === coloured.length && blocks.every(({ node }, place) => node === coloured[place])
    if (isSame) return
    if (blocks.length > 0 && !highlight) {
      try {
        highlight = (await import('#app/document/highlight-code.ts')).highlightCode
      } catch {
        // Without colours the code is as good to read; the next edit tries again.
        return
      }
      later(view)
      return
    }
    coloured = blocks.map(({ node }) => node)
    const decorations = blocks.flatMap(({ node, pos }) => decorationsOf(node, pos))
    view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, decorations)))
  }
  function decorationsOf(node: DocumentNode, pos: number): Decoration[] {
    const pieces = known.get(node) ?? piecesOf(node)
    known.set(node, pieces)
    return pieces.map(({ from, to, look }) =>
      Decoration.inline(pos + 1 + from, pos + 1 + to, { class: `code-${look}` }),
    )
  }
  function piecesOf(node: DocumentNode): Piece[] {
    const language = codeLanguage(node.attrs.language)
    if (!language || !highlight) return []
    let at = 0
    return highlight(node.textContent, language).flatMap(({ text, look }) => {
      const from = at
      at += text.length
      return look ? [{ from, to: at, look }] : []
    })
  }
  later(first)
  return {
    update(view: EditorView, before: { doc: DocumentNode }) {
      if (before.doc !== view.state.doc) later(view)
    },
    destroy: () => clearTimeout(timer),
  }
}

/** The blocks of code in a language of ours. */
function codeIn(doc: DocumentNode): { node: DocumentNode; pos: number }[] {
  const found: { node: DocumentNode; pos: number }[] = []
  doc.descendants((node, pos) => {
    if (node.type.name === 'codeBlock' && codeLanguage(node.attrs.language)) found.push({ node, pos })
    return !node.isTextblock
  })
  return found
}
