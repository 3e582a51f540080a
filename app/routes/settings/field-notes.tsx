import { curled } from '#app/ui/curled.ts'
import type { TemplateNote } from './template-notes.server.ts'

/** Language notes under a field: a question to look at, never an obstacle. */
export function FieldNotes({ notes = [] }: { notes?: TemplateNote[] }) {
  if (notes.length === 0) return null
  return (
    <ul className="mb-2 space-y-0.5 text-sm text-note-ink">
      {notes.map(({ excerpt, message }) => (
        <li key={`${excerpt} ${message}`}>
          <span className="underline decoration-note decoration-wavy underline-offset-4">{excerpt}</span>:{' '}
          {curled(message)}
        </li>
      ))}
    </ul>
  )
}
