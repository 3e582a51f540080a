import type { Candidate, Reading } from '#app/scraps/reading.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { type CandidateEdit, chosenMoment } from './chosen-entry.ts'

/** What is said of a candidate in a word or two. */
export function remarksOf({ aside, edited, thread, moment }: Candidate, edit: CandidateEdit | undefined): string[] {
  const asides = { 'came-or-went': 'came or went', deleted: 'deleted', 'no-words': '' }
  return [
    aside ? asides[aside] : '',
    edited ? 'edited there' : '',
    thread === undefined ? '' : 'a reply',
    edit ? 'changed here' : '',
    !moment.at && moment.typed && !edit?.moment ? `“${moment.typed.slice(0, 12)}”` : '',
  ].filter(Boolean)
}

/** The first time as it is read, and as it becomes once the clock is set right. */
export function previewOf({ candidates }: Reading, shift: number, zone: string): { from: string; to: string } | null {
  const first = candidates.find(({ moment }) => moment.at !== null)
  if (!first) return null
  const words = (at: string | null) => formatMoment({ at, zone })
  return { from: words(first.moment.at), to: words(chosenMoment(first, undefined, shift).at) }
}

export function insertWords(ticked: number): string {
  if (ticked === 0) return 'Tick what becomes an entry'
  return ticked === 1 ? 'Put 1 entry in' : `Put ${number(ticked)} entries in`
}

/** What has come of it; `unkept` says why the original is not kept. */
export function insertedWords(count: number, of: number, unkept: string | null): string {
  const entries = count === 1 ? '1 entry is' : `${number(count)} entries are`
  const where = unkept ? `The original is not in the scraps: ${unkept}` : 'The original is in the scraps.'
  const rest = count < of ? ` ${number(of - count)} are not: writing ended meanwhile.` : ''
  return `${entries} in the timeline; one undo takes them back.${rest} ${where}`
}

/** "Slack", "a log". */
export function nameOf(source: string): string {
  return /^[A-Z]/.test(source) ? source : `a ${source}`
}

export function number(value: number): string {
  return value.toLocaleString('en')
}
