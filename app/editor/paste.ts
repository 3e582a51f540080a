import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { MomentContext } from '#app/document/parse-moment.ts'
import { timelineFromText } from '#app/document/paste-text.ts'
import type { LeftOut } from '#app/document/rich-paste/left-out.ts'
import { addScrap } from '#app/document/scraps.ts'
import { authorsAct, type EditorHost } from './editor-host.ts'
import { holdPlace, takePlace } from './held-places.ts'
import { insertPaste } from './insert-paste.ts'
import { linesAsParagraphs } from './lines-as-paragraphs.ts'
import { momentContext } from './moment-context.ts'
import type { ReadPaste } from './rich-paste.ts'

/** Characters. More would be a file: the import page shows what it understood before anything is added. */
export const longestPaste = 500_000
/** Characters of markup. Of more than that only the text is taken, and that is said. */
const LONGEST_MARKUP = 5_000_000

interface Clipboard {
  html: string
  text: string
}

/** What is pasted keeps its structure: times become entries in a timeline, documents and Markdown become blocks. */
export const Paste = Extension.create<{ host: EditorHost }>({
  name: 'pasteStructure',
  addProseMirrorPlugins() {
    const { host } = this.options
    return [
      new Plugin({
        props: {
          handlePaste: (view, event) => {
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const html = event.clipboardData?.getData('text/html') ?? ''
            if (text.length > longestPaste) {
              host.say.set('That is too long to paste here. Import it as a file instead; nothing was changed.')
              return true
            }
            const { $from } = view.state.selection
            const isOneLine = !html && !/\S[\s\S]*\n[\s\S]*\S/.test(text)
            if ($from.depth < 1 || $from.parent.type.spec.code || isOwn(html)) return false
            const context = timelineContext(view, host)
            const entries = !html && context ? timelineFromText(text, context) : null
            if (entries) void insertPaste(view, view.state.selection, entries, true)
            else if (isOneLine) return false
            else void paste(view, host, { html, text }, context)
            return true
          },
        },
      }),
    ]
  },
})

/** Whether the clipboard holds a piece of a post-mortem, with its items and their attributes. */
function isOwn(html: string): boolean {
  return /<section data-kind=|data-pm-slice="[^"]*(section|timelineEntry)/.test(html)
}

/** What times of a paste are read against, where the caret is in a timeline. */
function timelineContext({ state }: EditorView, host: EditorHost): MomentContext | null {
  const { $from } = state.selection
  return $from.node(1).attrs.kind === 'timeline' ? momentContext(state.doc, $from.pos, host.facts.get().zone) : null
}

/** Reads what was pasted with what is loaded for it, and puts it where it was pasted, wherever that is by then. */
async function paste(
  view: EditorView,
  host: EditorHost,
  { html, text }: Clipboard,
  timeline: MomentContext | null,
): Promise<void> {
  const isTooLarge = html.length > LONGEST_MARKUP
  const held = holdPlace(view)
  let read: ReadPaste
  try {
    const { readPaste } = await import('./rich-paste.ts')
    read = readPaste({ html: isTooLarge ? '' : html, text }, timeline)
  } catch {
    // Without a connection the reader may not load: the words are here all the same.
    read = { blocks: linesAsParagraphs(text), areEntries: false, leftOut: [] }
    host.say.set('Pasted as plain text: what keeps its form could not be loaded.')
  }
  if (view.isDestroyed) return
  const place = takePlace(view, held)
  if (!place) return
  if (isTooLarge) host.say.set('Pasted as plain text: with its formatting it is larger than 5 million characters.')
  await insertPaste(view, place, read.blocks, read.areEntries, () => keepAside(host, read.leftOut))
  if (read.leftOut.length > 0) host.leftOut.set(read.leftOut)
}

/** What can be read of it stays with the draft: a comment's words are not lost because a text has no place for comments. */
function keepAside({ shared }: EditorHost, leftOut: LeftOut[]): void {
  const inText = new Set(['image', 'video', 'macro'])
  const text = leftOut
    .filter((one) => one.text && !inText.has(one.kind))
    .map((one) => one.text)
    .join('\n')
  if (text) addScrap(shared, { text, place: 'Left out of a paste', kind: 'kept-aside' }, authorsAct)
}
