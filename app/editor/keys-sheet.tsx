import { useState } from 'react'
import { Dialog } from '#app/ui/dialog.tsx'
import { findKeys } from './keys.ts'

/** Every key of the writing page, by where it holds, with a field to find one. */
export default function KeysSheet({ onOpenChange }: { onOpenChange: (open: boolean) => void }) {
  const [query, setQuery] = useState('')
  const places = findKeys(query)
  return (
    <Dialog open onOpenChange={onOpenChange} title="Keys" description="On a Mac, Ctrl is ⌘ and Alt is ⌥." width="wide">
      <input
        type="search"
        autoFocus
        aria-label="Find a key"
        placeholder="Find a key: undo, table, Alt …"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mb-4 min-h-9 w-full rounded-md border border-field bg-surface px-2.5 text-ink pointer-coarse:min-h-11"
      />
      <p role="status" className={places.length > 0 ? 'sr-only' : 'meta'}>
        {places.length === 0 ? 'No key does that. Fewer words may find one.' : ''}
      </p>
      <div className="gap-x-10 sm:columns-2">
        {places.map(({ place, keys }) => (
          <section key={place} className="mb-6 break-inside-avoid-column">
            <h3 className="mb-2 font-semibold">{place}</h3>
            <dl className="space-y-2 text-sm">
              {keys.map(({ shown, says }) => (
                <div key={says} className="flex gap-3">
                  <dt className="w-36 shrink-0">
                    {shown.map((key) => (
                      <kbd key={key} className="mr-1 inline-block">
                        {key}
                      </kbd>
                    ))}
                  </dt>
                  <dd className="text-ink-2">{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
