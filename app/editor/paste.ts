import { Extension } from '@tiptap/core'
import { Fragment, type ResolvedPos, Slice } from '@tiptap/pm/model'
import { Plugin, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { NodeJson } from '#app/document/document-json.ts'
import { blocksFromText, timelineFromText } from '#app/document/paste-text.ts'
import type { EditorHost } from './editor-host.ts'
import { momentContext } from './moment-context.ts'

/** More would be a file: the import page shows what it understood before anything is added. */
export const longestPaste = 500_000

/** What is pasted keeps its structure: times become entries in a timeline, Markdown becomes blocks, headings fit the schema. */
export const Paste = Extension.create<{ host: EditorHost }>({
  name: 'pasteStructure',
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html) =>
            html.replace(/<(\/?)h[12](?=[\s>])/gi, '<$1h3').replace(/<(\/?)h[56](?=[\s>])/gi, '<$1h4'),
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            if (text.length > longestPaste) {
              host.say.set('That is too long to paste here. Import it as a file instead; nothing was changed.')
              return true
            }
            if (event.clipboardData?.types.includes('text/html') || view.state.selection.$from.parent.type.spec.code)
              return false
            return pasteText(view, text, host.facts.get().zone)
          },
        },
      }),
    ]
  },
})

/** Returns whether the text had a structure that was kept; a single line is left to the editor. */
function pasteText(view: EditorView, text: string, zone: string): boolean {
  const { state } = view
  const { $from } = state.selection
  if ($from.depth < 1) return false
  if ($from.node(1).attrs.kind === 'timeline') {
    const entries = timelineFromText(text, momentContext(state.doc, $from.pos, zone))
    if (entries) return insertBeside(view, $from, entries)
  }
  const blocks = blocksFromText(text)
  if (!blocks) return false
  const content = Fragment.fromJSON(state.schema, blocks)
  view.dispatch(pasted(state.tr.replaceSelection(new Slice(content, 1, 1))))
  return true
}

/** Items go between items: after the one the caret is in, or in place of the empty line it is on. */
function insertBeside(view: EditorView, $from: ResolvedPos, nodes: NodeJson[]): boolean {
  const { state } = view
  const content = Fragment.fromJSON(state.schema, nodes)
  const child = $from.depth >= 2 ? $from.node(2) : null
  const emptyLine = child?.type.name === 'paragraph' && child.content.size === 0
  const from = child ? (emptyLine ? $from.before(2) : $from.after(2)) : $from.pos
  view.dispatch(pasted(state.tr.replaceWith(from, emptyLine ? $from.after(2) : from, content)))
  return true
}

function pasted(tr: Transaction): Transaction {
  return tr.setMeta('uiEvent', 'paste').scrollIntoView()
}
