import { useEffect, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { LiveDocument } from './live-document.ts'
import { saveState, saveWords } from './save-state.ts'
import { usePart } from './use-store.ts'

const alarming = new Set(['offline', 'refused'])

/**
 * Whether what was typed is saved, in words. Loud for screen readers only when the words stop being saved and when they are
 * again: a keystroke is no news.
 */
export function SaveStatus({ live, zone, className = '' }: { live: LiveDocument; zone: string; className?: string }) {
  // Two plain values: React would otherwise render, and walk the whole text for the selection, at every keystroke.
  const state = usePart(live.saving, saveState)
  const words = usePart(live.saving, (saving) => saveWords(saving, zone))
  const [loud, setLoud] = useState(false)
  useEffect(() => {
    if (alarming.has(state)) setLoud(true)
    else if (loud && state === 'saved') {
      const timer = setTimeout(() => setLoud(false), 3000)
      return () => clearTimeout(timer)
    }
  }, [state, loud])

  return (
    <span className={`inline-flex items-center gap-2 ${className}`}>
      <span
        role="status"
        aria-live={loud ? 'polite' : 'off'}
        data-save-state={state}
        className={`text-sm ${alarming.has(state) ? 'font-medium text-note-ink' : 'text-ink-3'}`}
      >
        {words}
      </span>
      {alarming.has(state) && (
        <Button variant="quiet" className="text-sm" onClick={live.retry}>
          Try again
        </Button>
      )}
    </span>
  )
}
