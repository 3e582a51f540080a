import type { Editor } from '@tiptap/core'
import X from 'lucide-react/icons/x'
import type { Reading, ScrapFormat } from '#app/scraps/reading.ts'
import { sourceWords } from '#app/scraps/source-words.ts'
import { Button } from '#app/ui/button.tsx'
import type { EditorHost } from '../editor-host.ts'
import { longestPaste } from '../paste.ts'
import { keepSource } from './keep-source.ts'
import { pasteAsItIs } from './paste-as-it-is.ts'
import type { ScrapOffer } from './scrap-offer.ts'

/**
 * A small offer at the foot of the page. The caret stays in the text: Enter looks at it as long as nothing else was typed, pasting again
 * puts it in as it is, Escape leaves it.
 */
export function OfferBar({
  host,
  editor,
  offer,
  format,
  reading,
}: {
  host: EditorHost
  editor: Editor
  offer: ScrapOffer
  format: ScrapFormat | null
  reading: Reading | null
}) {
  const close = () => {
    host.scrapOffer.set(null)
    editor.view.focus()
  }
  const keep = async () => {
    const unkept = await keepSource(host, offer, format)
    host.say.set(unkept ?? 'It is in the scraps of this draft.')
    if (!unkept) close()
  }
  const putIn = () => {
    close()
    pasteAsItIs(editor.view, offer.text, offer.html)
  }
  return (
    <section
      aria-label="What you pasted"
      className="fixed inset-x-3 bottom-4 z-30 mx-auto max-w-xl rounded-xl border border-line-strong bg-surface p-3.5 text-ink shadow-card"
    >
      <div className="flex items-start justify-between gap-3">
        <p aria-live="polite" className="pt-1">
          <b className="font-semibold">{offerWords(offer, format, reading)}</b>{' '}
          <span className="text-ink-2">{offer.pasted ? 'Nothing is in the text yet.' : offer.name}</span>
        </p>
        <Button variant="quiet" iconOnly aria-label="Leave it" className="-mt-0.5 -mr-1" onClick={close}>
          <X aria-hidden="true" size={16} />
        </Button>
      </div>
      <div className="mt-2 flex flex-wrap gap-2">
        <Button variant="primary" onClick={() => host.scrapOffer.set({ ...offer, look: true })}>
          Look at them <kbd className="max-sm:hidden">↵</kbd>
        </Button>
        {offer.pasted && offer.text.length <= longestPaste && (
          <Button onClick={putIn}>
            Paste as it is <kbd className="max-sm:hidden">Ctrl V</kbd>
          </Button>
        )}
        <Button variant="quiet" onClick={keep}>
          Keep in the scraps
        </Button>
      </div>
    </section>
  )
}

function offerWords(offer: ScrapOffer, format: ScrapFormat | null, reading: Reading | null): string {
  if (!format) return `A text of ${size(offer.text.length)} in none of the formats that are read by themselves.`
  const { source, pieces } = sourceWords[format]
  const from = /^[A-Z]/.test(source) ? source : `a ${source}`
  if (!reading) return `${pieces.charAt(0).toUpperCase()}${pieces.slice(1)} from ${from}, being read …`
  const count = reading.candidates.length
  return `${count.toLocaleString('en')} ${count === 1 ? pieces.replace(/ies$/, 'y').replace(/s$/, '') : pieces} from ${from}.`
}

function size(characters: number): string {
  return characters < 1_000_000
    ? `${characters.toLocaleString('en')} characters`
    : `${(characters / 1_000_000).toFixed(1)} million characters`
}
