import { importLimits } from './refuse-before-parsing.ts'

export type ImportReason =
  | 'empty'
  | 'not-text'
  | 'too-large'
  | 'too-deep'
  | 'too-many-lines'
  | 'took-too-long'
  | 'too-much-memory'

const sentences: Record<ImportReason, string> = {
  empty: 'There is no text in it.',
  'not-text': 'This is not a text file. Save the document as Markdown or plain text and import that.',
  'too-large':
    'It is larger than 2 MB, or has a line of more than 50,000 characters. Import the text without logs and pictures.',
  'too-deep': `Lists and quotes are nested deeper than ${importLimits.depth} levels. Take some levels out and import it again.`,
  'too-many-lines': `It has more than ${importLimits.lines.toLocaleString('en')} lines. Import the report without its logs.`,
  'took-too-long': 'Reading it took longer than five seconds. Import it in parts, or paste its text.',
  'too-much-memory': 'Reading it took too much memory. Import it in parts, or paste its text.',
}

/** A refusal as a sentence for a form or a terminal: what is wrong, where, and what helps. */
export function importProblem({ reason, where }: { reason: ImportReason; where?: string }): string {
  return where ? `${sentences[reason]} (${where})` : sentences[reason]
}
