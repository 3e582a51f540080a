import type { Editor } from '@tiptap/core'
import { Suspense, useEffect, useState } from 'react'
import { laterPart } from '#app/editor/later-part.ts'
import type { ReadContext, Reading, ScrapFormat } from '#app/scraps/reading.ts'
import type { EditorHost } from '../editor-host.ts'
import { OfferBar } from './offer-bar.tsx'
import { openReader } from './read-beside.ts'
import { scrapContext } from './scrap-context.ts'
import type { ScrapOffer } from './scrap-offer.ts'

const CandidateDialog = laterPart(() =>
  import('./candidate-dialog.tsx').then((loaded) => ({ default: loaded.CandidateDialog })),
)

/** What happens with something that was pasted, dropped or chosen: it is read, offered, and looked at when that is wanted. */
export default function ScrapsDesk({ host, editor, offer }: { host: EditorHost; editor: Editor; offer: ScrapOffer }) {
  const [format, setFormat] = useState<ScrapFormat | null>(offer.recognised?.format ?? null)
  const [context, setContext] = useState<ReadContext>(() => scrapContext(host, editor.state.doc))
  const [reading, setReading] = useState<Reading | null>(null)
  const { text } = offer
  const readAs = format ?? (offer.look ? 'lines' : null)

  const [reader] = useState(openReader)
  useEffect(() => () => reader.stop(), [reader])
  useEffect(() => {
    if (!readAs) return
    let isCurrent = true
    void reader.read(text, readAs, context).then((read) => isCurrent && setReading(read))
    return () => {
      isCurrent = false
    }
  }, [reader, text, readAs, context])

  // What was not put in anywhere yet is offered once more; what stands in the drawer stays there.
  const leave = () => host.scrapOffer.set(offer.scrapIds.length > 0 ? null : { ...offer, look: false })
  if (!offer.look) return <OfferBar host={host} editor={editor} offer={offer} format={format} reading={reading} />
  return (
    <Suspense>
      <CandidateDialog
        host={host}
        editor={editor}
        offer={offer}
        format={readAs!}
        context={context}
        reading={reading?.format === readAs ? reading : null}
        onFormat={setFormat}
        onContext={setContext}
        onLeave={leave}
        onDone={() => host.scrapOffer.set(null)}
      />
    </Suspense>
  )
}
