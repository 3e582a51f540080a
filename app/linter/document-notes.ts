import type { Finding } from './block.ts'
import { keepKey } from './keep-key.ts'
import { type Strength, strengthOf } from './strength.ts'
import { words } from './words.ts'

/** A cause as the document tells it, in its order. */
export interface CauseSummary {
  id: string
  text: string
  /** How many changes it links to. */
  changes: number
  /** "No change, because …" or "deciding by …": an answer too. */
  isAnswered: boolean
}

/** A change; without a strength of the author's the proposed one counts. */
export interface ChangeSummary {
  id: string
  text: string
  strength?: Strength
}

/** Something to look at in the document as a whole. Never a score. */
export interface DocumentNote {
  noteId: 'one-cause' | 'cause-without-change' | 'only-weaker-changes' | 'ends-at-a-person'
  message: string
  why: string
  question: string
  /** The causes or changes it is about. */
  items: string[]
  /** The same as long as it is about the same items and they read the same: then a note that was left stays left. */
  keepKey: string
}
type Found = Omit<DocumentNote, 'items' | 'keepKey'> & { about: { id: string; text: string }[] }

const joining = words('when while together both because and under during at once unless until since also')
const aboutPeople = words(
  'counterfactual-person omission-verb negated-duty human-error-cause accident-word character-judgement person-harm blame-or-sanction mind-reading status-stigma procedure-violation folk-model',
)

/**
 * Notes on a document as a whole, from summaries of its causes and changes. Pure; `lintText` finds the phrases of one
 * cause, and is handed in so that a caller may use findings it has.
 */
export function documentNotes(
  causes: CauseSummary[],
  changes: ChangeSummary[],
  lintText: (text: string) => Pick<Finding, 'ruleId' | 'level'>[],
): DocumentNote[] {
  const notes: Found[] = []
  const told = causes.filter(({ text }) => text.trim() !== '')
  const only = told.length === 1 ? told[0] : undefined
  if (
    only &&
    !only.text
      .toLowerCase()
      .match(/[a-z]+/g)
      ?.some((word) => joining.has(word))
  ) {
    notes.push({
      noteId: 'one-cause',
      message: 'One cause carries the whole story.',
      why: 'Each further condition is another place to act.',
      question: 'What else had to be true that day?',
      about: [only],
    })
  }
  const unanswered = told.filter(({ changes: linked, isAnswered }) => linked === 0 && !isAnswered)
  if (unanswered.length > 0) {
    notes.push({
      noteId: 'cause-without-change',
      message:
        unanswered.length === 1 ? 'One condition has no change.' : `${unanswered.length} conditions have no change.`,
      why: '"No change, because …" and "deciding by …" are answers as well.',
      question: 'What would have to change for this condition to matter less?',
      about: unanswered,
    })
  }
  const planned = changes.filter(({ text }) => text.trim() !== '')
  const isWeaker = ({ text, strength }: ChangeSummary) => (strength ?? strengthOf(text)?.strength) === 'weaker'
  if (planned.length > 0 && planned.every(isWeaker)) {
    notes.push({
      noteId: 'only-weaker-changes',
      message: planned.length === 1 ? 'The one change here relies on memory.' : 'Every change here relies on memory.',
      why: 'That works on calm days; incidents come on the others.',
      question: 'What could the system carry instead?',
      about: planned,
    })
  }
  const last = told.at(-1)
  if (last && lintText(last.text).some(({ ruleId, level }) => level === 'warn' && aboutPeople.has(ruleId))) {
    notes.push({
      noteId: 'ends-at-a-person',
      message: 'The explanation comes to rest at a person.',
      why: 'The next person there meets the same conditions.',
      question: 'What made that step look right, one condition further?',
      about: [last],
    })
  }
  return notes.map(({ about, ...note }) => ({
    ...note,
    items: about.map(({ id }) => id),
    keepKey: keepKey(note.noteId, about.map(({ id, text }) => `${id} ${text}`).join('\n'), 'document'),
  }))
}
