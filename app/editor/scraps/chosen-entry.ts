import type { NodeJson } from '#app/document/document-json.ts'
import { type EntryType, Evidence } from '#app/document/items.ts'
import type { Moment } from '#app/document/moment.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import { type Naming, namedText, roleReplacer } from '#app/scraps/name-roles.ts'
import type { Candidate, ScrapFormat } from '#app/scraps/reading.ts'

/** What an author changed on a candidate before it is put in. */
export interface CandidateEdit {
  text?: string
  type?: EntryType | null
  moment?: Moment
}

/** What holds for all candidates of a source. */
export interface ChosenWith {
  format: ScrapFormat
  /** Where it is from, in words, for the evidence: "Slack", "Slack, incident.txt". */
  source: string
  naming: Naming
  /** Milliseconds that the source's clock is behind. */
  shift: number
  /** Whether the original of each entry is kept with it as evidence. */
  asEvidence: boolean
  /** The whole original. */
  original: string
  /** When it is put in, ISO 8601. */
  now: string
}

/** Formats of programs, which name nobody: there the original is kept as it is. */
const asWritten = new Set<ScrapFormat>(['log', 'alertmanager'])
const LONGEST_SNIPPET = 20_000

/** The moment of a candidate as it will stand: as edited, else as read, with the clock set right. */
export function chosenMoment({ moment }: Candidate, edit: CandidateEdit | undefined, shift: number): Moment {
  if (edit?.moment) return edit.moment
  if (shift === 0 || moment.at === null) return moment
  const at = new Date(Date.parse(moment.at) + shift)
  return Number.isNaN(at.getTime()) ? moment : { ...moment, at: at.toISOString() }
}

/** The words of a candidate as they will stand, with who spoke as it was chosen. */
export function chosenText(
  candidate: Candidate,
  edit: CandidateEdit | undefined,
  naming: Naming,
  replace = roleReplacer(naming),
): string {
  return edit?.text ?? namedText(candidate, naming, replace)
}

/** The timeline entries of the candidates that were chosen, in the order they have in the source. */
export function chosenEntries(
  chosen: readonly { candidate: Candidate; edit?: CandidateEdit }[],
  settings: ChosenWith,
): NodeJson[] {
  const replace = roleReplacer(settings.naming)
  return chosen.map(({ candidate, edit }) => ({
    type: 'timelineEntry',
    attrs: {
      id: newItemId(),
      ...chosenMoment(candidate, edit, settings.shift),
      type: edit?.type === undefined ? candidate.type : edit.type,
      milestones: [],
      evidence: settings.asEvidence ? evidenceOf(candidate, settings, replace) : [],
    },
    content: paragraphs(chosenText(candidate, edit, settings.naming, replace)),
  }))
}

/**
 * The original of one entry. What is said in a chat is kept with its time and with who spoke as it was chosen for the entries: evidence
 * is published with them, and a name that nobody chose to show must not come in by it.
 */
function evidenceOf(
  candidate: Candidate,
  { source, naming, original, format, now }: ChosenWith,
  replace: (text: string) => string,
): Evidence[] {
  const { place, moment, link } = candidate
  const said = `${moment.typed} ${namedText(candidate, naming, replace)}`.trim()
  const text =
    asWritten.has(format) && naming.as !== 'roles' && !candidate.speaker ? original.slice(place.from, place.to) : said
  const kept = { id: newItemId(), source, href: null, capturedAt: now }
  return [
    Evidence.parse({ ...kept, kind: 'snippet', text: text.slice(0, LONGEST_SNIPPET) }),
    ...(link ? [Evidence.parse({ ...kept, id: newItemId(), kind: 'link', href: link })] : []),
  ]
}

function paragraphs(text: string): NodeJson[] {
  return text.split('\n').map((line) => ({ type: 'paragraph', content: line ? [{ type: 'text', text: line }] : [] }))
}
