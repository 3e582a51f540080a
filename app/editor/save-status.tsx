import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { LiveDocument } from './live-document.ts'
import { saveState, saveWords } from './save-state.ts'
import { usePart } from './use-store.ts'

const alarming = new Set(['offline', 'refused'])

/**
 * Whether what was typed is saved, in words. Said aloud only when it stops being saved, and when it is again: a keystroke is
 * no news, neither on line nor off.
 */
export function SaveStatus({ live, zone, className = '' }: { live: LiveDocument; zone: string; className?: string }) {
  // Two plain values: React would otherwise render, and walk the whole text for the selection, at every keystroke.
  const state = usePart(live.saving, saveState)
  const words = usePart(live.saving, (saving) => saveWords(saving, zone))
  const [said, setSaid] = useState('')
  const isAlarming = alarming.has(state)
  useEffect(() => {
    if (isAlarming) setSaid(saveWords({ ...live.saving.get(), typing: false }, zone))
    else if (state === 'saved') setSaid((before) => before && saveWords(live.saving.get(), zone))
  }, [state, isAlarming, live, zone])

  return (
    <span className={`inline-flex items-center gap-2 ${className}`}>
      <span data-save-state={state} className={`text-sm ${isAlarming ? 'font-medium text-note-ink' : 'text-ink-3'}`}>
        {words}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
      {isAlarming && (
        <Button variant="quiet" className="text-sm" onClick={live.retry}>
          Try again
        </Button>
      )}
    </span>
  )
}
