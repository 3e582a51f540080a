import { useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { LeftBehind } from './left-behind.ts'
import { saveAsFile, unsentFiles } from './unsent-file.ts'
import { unsentWords } from './unsent-words.ts'

/** One draft with what could not be sent, to be taken along as a file: to be read, or to be brought back whole. */
export function UnsentOffer({ left, onLetGo }: { left: LeftBehind; onLetGo?: () => void }) {
  const [passages] = useState(() => unsentWords(left.shared, left.acknowledged))
  const { title, reference } = left
  const save = (kind: 'md' | 'json') => {
    const { markdown, json } = unsentFiles(left.shared, left.acknowledged, reference)
    if (kind === 'md') saveAsFile(`${reference}-unsent.md`, 'text/markdown', markdown)
    else saveAsFile(`${reference}-unsent.json`, 'application/json', json)
  }
  return (
    <div className="rounded-lg border border-line bg-surface px-3.5 py-3">
      <p className="font-[550]">
        {title || 'Untitled'} <span className="meta">{reference}</span>
      </p>
      {passages.length > 0 ? (
        <ul className="mt-1.5 max-h-40 space-y-1 overflow-y-auto text-sm">
          {passages.map(({ place, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes
            <li key={index}>
              <span className="meta">{place}</span> {text.length > 240 ? `${text.slice(0, 240)} …` : text}
            </li>
          ))}
        </ul>
      ) : (
        <p className="meta mt-1">Changes to times, facts or places, which the complete file holds.</p>
      )}
      <p className="mt-2.5 flex flex-wrap gap-2">
        <Button onClick={() => save('md')} aria-label={`Save the text of ${reference} as a file`}>
          Save the text
        </Button>
        <Button onClick={() => save('json')} aria-label={`Save everything of ${reference} as JSON`}>
          Save everything (JSON)
        </Button>
        {onLetGo && (
          <Button variant="quiet" onClick={onLetGo} aria-label={`Remove what was not sent of ${reference}`}>
            Remove it
          </Button>
        )}
      </p>
    </div>
  )
}
