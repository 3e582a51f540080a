import type { Level } from '#app/linter/index.ts'

/** A sentence with the phrase that a rule stops at; `phrase` is empty where it stops at none. */
export interface Marked {
  before: string
  phrase: string
  after: string
  level: Level
}

/** The pencil line under a phrase, as in the editor: solid for a note, dotted for a hint. */
export function lineLook(level: Level): string {
  if (level === 'info') return ''
  return `underline decoration-note decoration-2 underline-offset-4 ${level === 'hint' ? 'decoration-dotted' : ''}`
}

/** Draws the sentence with its line. */
export function MarkedSentence({ sentence: { before, phrase, after, level } }: { sentence: Marked }) {
  return (
    <>
      {before}
      {phrase && <em className={`not-italic ${lineLook(level)}`}>{phrase}</em>}
      {after}
    </>
  )
}
