import type { NodeJson } from '#app/document/document-json.ts'
import type { Change } from '#app/document/items.ts'
import { strengthWords } from '#app/document/taxonomy.ts'
import { trackerName } from '#app/document/tracker-name.ts'
import { formatMoment } from '#app/ui/format-moment.ts'

/** What moves after publishing, of one change. */
export interface ChangeRow {
  state: 'open' | 'in_progress' | 'done'
  dueOn: string | null
  trackerUrl: string | null
  didItHelp: string | null
}
/** A change as a page shows it, in words. */
export interface ShownChange {
  id: string
  body: NodeJson[]
  attributes: Change
  /** Who owns it, where it stands and by when: `Edge team · open · due 4 Dec 2026`. */
  standing: string
  /** What it needs of people. */
  needs: string | null
  tracker: { href: string; name: string } | null
  /** Where it is not being done: what was decided instead. */
  decided: string | null
  didItHelp: string | null
}

const states = { open: 'open', in_progress: 'in progress', done: 'done' }

/** Puts a change, the name of its team and its row into the words of a page. */
export function shownChange(
  change: { id: string; body: NodeJson[]; attributes: Change },
  team: string | null,
  row: ChangeRow | null,
): ShownChange {
  const { decision, because, decideBy, strength } = change.attributes
  const standing = [
    team && `${team} team`,
    decision === 'doing' ? states[row?.state ?? 'open'] : decision === 'deciding' ? 'deciding' : 'not doing',
    row?.dueOn && row.state !== 'done' && `due ${day(row.dueOn)}`,
  ]
  const word = decision === 'deciding' ? `Deciding${decideBy ? ` by ${day(decideBy)}` : ''}` : 'Not doing this'
  return {
    ...change,
    standing: standing.filter(Boolean).join(' · '),
    needs: strength && strengthWords[strength].word,
    tracker: row?.trackerUrl ? { href: row.trackerUrl, name: trackerName(row.trackerUrl) } : null,
    decided: decision !== 'doing' && (because || decideBy) ? `${word}${because ? ':' : ''}` : null,
    didItHelp: row?.didItHelp ?? null,
  }
}

function day(date: string): string {
  return formatMoment({ at: `${date}T12:00:00Z`, zone: 'UTC', precision: 'exact' }, 'date')
}
