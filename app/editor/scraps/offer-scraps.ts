import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { newItemId } from '#app/document/new-item-id.ts'
import type { EditorHost } from '../editor-host.ts'
import { longestPaste } from '../paste.ts'
import { isTextFile } from './is-text-file.ts'
import { mayBeScrap } from './may-be-scrap.ts'
import { isPastedAsItIs, pasteAsItIs } from './paste-as-it-is.ts'

type Recognise = typeof import('#app/scraps/read-scrap.ts').recogniseScrap

/** Loaded when it is first wanted, or when whoever writes comes back from where they copied. */
let recognise: Recognise | null = null
const loadRecognise = () =>
  import('#app/scraps/read-scrap.ts').then((loaded) => {
    recognise = loaded.recogniseScrap
    return loaded.recogniseScrap
  })

/** A chat, an alert, a table or a log that is pasted or dropped is offered to be looked at; nothing is put in blindly. */
export const OfferScraps = Extension.create<{ host: EditorHost }>({
  name: 'offerScraps',
  // Before the paste that keeps structure.
  priority: 200,
  addProseMirrorPlugins() {
    const { host } = this.options
    let plainly = false
    let typedSince = false

    const offer = (view: EditorView, text: string, html: string, found: ReturnType<Recognise>) => {
      if (!found && text.length <= longestPaste) {
        pasteAsItIs(view, text, html)
        return
      }
      typedSince = false
      host.scrapOffer.set({
        id: newItemId(),
        text,
        html,
        name: '',
        recognised: found,
        pasted: true,
        scrapIds: [],
        look: false,
      })
    }
    return [
      new Plugin({
        view() {
          const load = () => void loadRecognise().catch(() => {})
          window.addEventListener('focus', load)
          return { destroy: () => window.removeEventListener('focus', load) }
        },
        props: {
          handleKeyDown(_view, event) {
            plainly = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
            const open = host.scrapOffer.get()
            if (!open || open.look) return false
            if (event.key === 'Escape') {
              host.scrapOffer.set(null)
              return true
            }
            if (event.key === 'Enter' && !typedSince) {
              host.scrapOffer.set({ ...open, look: true })
              return true
            }
            if (event.key.length === 1 && !event.ctrlKey && !event.metaKey) typedSince = true
            return false
          },
          handlePaste(view, event) {
            if (isPastedAsItIs(event)) return false
            const text = event.clipboardData?.getData('text/plain') ?? ''
            const html = event.clipboardData?.getData('text/html') ?? ''
            const open = host.scrapOffer.get()
            // Pasted once more: it is wanted as it is.
            if (plainly || open?.text === text) {
              plainly = false
              host.scrapOffer.set(null)
              return false
            }
            if (html.includes('data-pm-slice') || view.state.selection.$from.parent.type.spec.code) return false
            if (!mayBeScrap(text) && text.length <= longestPaste) return false
            if (recognise) {
              const found = recognise(text)
              if (!found && text.length <= longestPaste) return false
              offer(view, text, html, found)
              return true
            }
            loadRecognise().then(
              (loaded) => offer(view, text, html, loaded(text)),
              () => pasteAsItIs(view, text, html),
            )
            return true
          },
          handleDrop(_view, event) {
            const file = event.dataTransfer?.files[0]
            if (!file || event.dataTransfer.files.length > 1 || !isTextFile(file)) return false
            event.preventDefault()
            void import('./offer-file.ts').then(({ offerFile }) => offerFile(host, file))
            return true
          },
        },
      }),
    ]
  },
})
