import { MarkedSentence } from '../language/marked-sentence.tsx'
import type { ExplainedList } from './house-word-lists.ts'

/** A sentence that a list of house words changes, marked as it would be. */
export function HouseWordExample({ list: { sentence, says } }: { list: ExplainedList }) {
  return (
    <span className="mt-2 mb-2.5 block border-l-2 border-line-strong pl-3">
      <span className="block font-serif text-base text-ink">
        <MarkedSentence sentence={{ ...sentence, level: 'warn' }} />
      </span>
      {says}
    </span>
  )
}
