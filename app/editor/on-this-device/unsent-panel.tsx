import { useEffect, useState } from 'react'
import { readFacts } from '#app/document/shared-document.ts'
import type { LiveDocument } from '../live-document.ts'
import { endsWriting } from '../save-state.ts'
import { usePart } from '../use-store.ts'
import { type LeftBehind, tidyUp } from './left-behind.ts'
import { UnsentOffer } from './unsent-offer.tsx'

interface Given {
  live: LiveDocument
  postmortem: { id: string; reference: string }
  viewer: { id: string }
}

/**
 * What was typed and cannot be sent: of the draft on this page once its writing has ended, and of drafts that are no longer
 * written here. Nothing is thrown away before it was offered.
 */
export default function UnsentPanel({ live, postmortem, viewer }: Given) {
  const [left, setLeft] = useState<LeftBehind[]>([])
  const hasEnded = usePart(live.saving, ({ refusal, unsent }) => unsent && endsWriting.has(refusal))
  useEffect(() => {
    let isGone = false
    const { mayWrite, unsent } = live.saving.get()
    // Whoever may only read this draft by now may have a copy of it with something unsent.
    tidyUp(viewer.id, mayWrite || unsent ? postmortem.id : '').then(
      (found) => !isGone && setLeft(found),
      // A browser without a store has nothing to tidy up; a server that is away is asked when the next draft is opened.
      () => {},
    )
    return () => {
      isGone = true
    }
  }, [live, viewer.id, postmortem.id])
  if (!hasEnded && left.length === 0) return null

  const here: LeftBehind = {
    title: readFacts(live.shared).title,
    reference: postmortem.reference,
    shared: live.shared,
    acknowledged: live.acknowledged(),
    remove: async () => {},
  }
  const letGo = (one: LeftBehind) => {
    void one.remove()
    setLeft((before) => before.filter((each) => each !== one))
  }
  return (
    <section
      aria-label="Not sent"
      className="mx-auto mb-6 max-w-2xl space-y-3 rounded-xl border border-note/40 bg-note-soft px-4 py-3.5"
    >
      <p className="text-note-ink">This could not be sent. Take it along as a file, so that no word is lost.</p>
      {hasEnded && <UnsentOffer left={here} />}
      {left.map((one) => (
        <UnsentOffer key={one.reference} left={one} onLetGo={() => letGo(one)} />
      ))}
    </section>
  )
}
