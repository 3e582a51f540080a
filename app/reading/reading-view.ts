import { accountsByMoment, viewsWords } from '#app/document/accounts-by-moment.ts'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { type ExtractedItem, type ExtractedSection, extract } from '#app/document/extract.ts'
import { incidentTimes } from '#app/document/incident-times.ts'
import type { Account, Cause, Change, Lesson, Question, Thanks, TimelineEntry } from '#app/document/items.ts'
import { unknownMention } from '#app/document/mention.ts'
import type { Moment } from '#app/document/moment.ts'
import { plainText } from '#app/document/plain-text.ts'
import type { SectionKind } from '#app/document/section-kind.ts'
import { causeRoleWords, milestoneWords } from '#app/document/taxonomy.ts'
import { inTimeOrder, isBefore } from '#app/document/timeline-order.ts'
import { type PhasePiece, phasePieces } from '#app/ui/phase-pieces.ts'
import { type ChangeRow, type ShownChange, shownChange } from './shown-change.ts'
import { stretchesOf, trimmed } from './stretches.ts'

/** Names that ids in a document stand for, as this reader may see them. What is missing is shown as nothing. */
export interface ReadingNames {
  factors: Record<string, string>
  teams: Record<string, string>
  services: Record<string, string>
  /** Participant id → role, or the name of someone who chose to be named. */
  participants: Record<string, string>
  /** Post-mortems that this reader may open, by id. */
  postmortems: Record<string, { reference: string; title: string }>
}
/** What moves after publishing, by the change's item id. */
export type ChangeRows = Record<string, ChangeRow>

interface Shown<Attributes> {
  id: string
  body: NodeJson[]
  attributes: Attributes
}
export interface ShownCause extends Shown<Cause> {
  /** What it did, in words. */
  says: string
  factors: string[]
  changes: ShownChange[]
}
/** Where the changes of a page stand: beside their causes where all are short, else below them. */
export type ChainPlace = 'beside' | 'below'
export interface ShownEntry extends Shown<TimelineEntry> {
  /** In words. */
  marks: string[]
  /** Known by month or season only: a condition older than the incident. */
  isBefore: boolean
}
export interface ShownLesson extends Shown<Lesson> {
  /** The causes and changes it comes from, as links within the page. */
  behind: { id: string; label: string }[]
}
/** Accounts of one moment, in the order they were written. */
export interface ShownMoment {
  /** The moment, where it is known, and its entry, where one stands for it. */
  moment: Moment | null
  entryId: string | null
  /** How it is called where several look at it. */
  says: string | null
  accounts: Shown<Account>[]
}
export interface ReadingSection {
  id: string
  key: string | null
  kind: SectionKind
  title: string
  /** Where all of its causes and changes are short, they stand beside each other. */
  chains: ChainPlace
  /** In the order it was written; a heading between items keeps them under it. */
  parts: ReadingPart[]
}
/** Plain blocks, and the items that follow them. */
export interface ReadingPart {
  body: NodeJson[]
  entries: ShownEntry[]
  moments: ShownMoment[]
  causes: ShownCause[]
  /** Changes that stand beside no cause of the page. */
  changes: ShownChange[]
  questions: Shown<Question>[]
  thanks: (Shown<Thanks> & { to: string })[]
  lessons: ShownLesson[]
}
export interface ReadingView {
  lede: NodeJson[]
  /** In the order of reading: what to do if it happens again, the lessons, then as they were written. */
  sections: ReadingSection[]
  times: ReturnType<typeof incidentTimes>
  phases: PhasePiece[]
}

/**
 * What a reading page shows of a document: hidden and empty sections left out, the timeline in order of time, changes
 * beside the causes they address, ids replaced by names. Pure: the same for a page, a preview and a print.
 */
export function readingView(document: DocumentJson, names: ReadingNames, rows: ChangeRows = {}): ReadingView {
  const sections = extract(document)
  const shown = sections.filter((section) => section.hiddenBecause === null)
  const entries = new Map(itemsOf(shown, 'timelineEntry').map((item) => [item.id, item.attributes as TimelineEntry]))
  const causeIds = new Set(itemsOf(shown, 'cause').map((item) => item.id))
  const changes = itemsOf(shown, 'change')
    .filter(isWritten)
    .map((item) => {
      const change = show<Change>(item)
      return shownChange(change, names.teams[change.attributes.teamId ?? ''] ?? null, rows[item.id] ?? null)
    })
  const lede = shown.find((section) => section.key === 'in-short')
  const times = incidentTimes(sections)
  return {
    lede: lede ? bodyOf(lede) : [],
    sections: shown
      .filter((section) => section !== lede)
      .map(readSection)
      .filter(({ parts }) => parts.length > 0)
      .toSorted((one, other) => turn(one) - turn(other)),
    times,
    phases: phasePieces({
      firstEffect: times['first-effect'] ?? null,
      firstNoticed: times['first-noticed'] ?? null,
      firstRelief: times['first-relief'] ?? null,
      normalAgain: times['normal-again'] ?? null,
    }),
  }

  function readSection(section: ExtractedSection): ReadingSection {
    const parts = stretchesOf(section).map(readPart).filter(hasContent)
    return {
      id: section.id,
      key: section.key,
      kind: section.kind,
      title: section.title,
      chains: parts.every(({ causes }) => causes.every(isShort)) ? 'beside' : 'below',
      parts,
    }
  }

  function readPart(section: ExtractedSection): ReadingPart {
    const of = <T>(kind: ExtractedItem['kind']) =>
      section.items.filter((item) => item.kind === kind && isWritten(item)).map((item) => show<T>(item))
    const causes = of<Cause>('cause').map((cause) => ({
      ...cause,
      says: cause.attributes.role ? `What ${causeRoleWords[cause.attributes.role]}` : 'A condition',
      // Two that were merged have one name.
      factors: [...new Set(cause.attributes.factors.flatMap((id) => names.factors[id] ?? []))],
      changes: changes.filter((change) => change.attributes.causes.includes(cause.id)),
    }))
    return {
      body: bodyOf(section),
      entries: inTimeOrder(of<TimelineEntry>('timelineEntry').map((entry) => ({ ...entry.attributes, entry }))).map(
        ({ entry }) => shownEntry(entry),
      ),
      moments: accountsByMoment(of<Account>('account'), (id) => entries.has(id)).map(shownMoment),
      causes,
      changes: changes.filter(
        (change) =>
          section.items.some((item) => item.id === change.id) &&
          !change.attributes.causes.some((id) => causeIds.has(id)),
      ),
      questions: of<Question>('question'),
      thanks: of<Thanks>('thanks').map((thanks) => ({ ...thanks, to: thanked(thanks.attributes) })),
      lessons: of<Lesson>('lesson').map((lesson) => ({ ...lesson, behind: behind(lesson.attributes) })),
    }
  }

  function behind(lesson: Lesson): ShownLesson['behind'] {
    const placed = (ids: string[], kind: 'cause' | 'change', word: string) => {
      const all = itemsOf(shown, kind).filter(isWritten)
      return all.flatMap(({ id }, place) => (ids.includes(id) ? [{ id, label: `${word} ${place + 1}` }] : []))
    }
    return [...placed(lesson.causes, 'cause', 'condition'), ...placed(lesson.changes, 'change', 'change')]
  }

  function shownMoment(accounts: Shown<Account>[]): ShownMoment {
    const { attributes } = accounts[0]!
    const entry = entries.get(attributes.entryId ?? '')
    const own = attributes.at || attributes.typed ? attributes : null
    return {
      moment: entry ?? own,
      entryId: entry?.id ?? null,
      says: accounts.length > 1 ? viewsWords(accounts.length) : null,
      accounts: accounts.map(shownAccount),
    }
  }

  function shownAccount(account: Shown<Account>): Shown<Account> {
    const { from } = account.attributes
    if (!Object.hasOwn(names.participants, from)) return account
    return { ...account, attributes: { ...account.attributes, from: names.participants[from]! } }
  }

  function thanked({ participantId, teamId, to }: Thanks): string {
    return names.participants[participantId ?? ''] ?? names.teams[teamId ?? ''] ?? to
  }

  function show<Attributes>(item: ExtractedItem): Shown<Attributes> {
    return { id: item.id, body: trimmed(item.node.content ?? []).map(named), attributes: item.attributes as Attributes }
  }

  function bodyOf(section: ExtractedSection): NodeJson[] {
    const items = new Set(section.items.map((item) => item.node))
    return trimmed((section.node.content ?? []).filter((node) => !items.has(node))).map(named)
  }

  /** Mentions become text here, so that no name travels to a page that does not show it. */
  function named(node: NodeJson): NodeJson {
    if (node.type === 'mention') {
      const { kind, id } = node.attrs as { kind: string; id: string | null }
      const linked = kind === 'postmortem' ? names.postmortems[id ?? ''] : undefined
      if (linked) return linkTo(linked)
      const lists: Record<string, Record<string, string>> = {
        person: names.participants,
        team: names.teams,
        service: names.services,
      }
      return { type: 'text', text: lists[kind]?.[id ?? ''] ?? unknownMention(kind) }
    }
    return node.content ? { ...node, content: node.content.map(named) } : node
  }
}

/** An entry says something by its time, thanks by whom they are for; any other item by its text. */
function isWritten({ kind, text, attributes }: ExtractedItem): boolean {
  if (kind === 'timelineEntry') return true
  return text !== '' || (kind === 'thanks' && Boolean(attributes.to || attributes.teamId || attributes.participantId))
}

function linkTo({ reference, title }: { reference: string; title: string }): NodeJson {
  const link = { type: 'link', attrs: { href: `/postmortems/${reference}` } }
  return { type: 'text', text: `${reference} ${title}`, marks: [link] }
}

function shownEntry(entry: Shown<TimelineEntry>): ShownEntry {
  const { milestones } = entry.attributes
  return {
    ...entry,
    marks: milestones.map((milestone) => milestoneWords[milestone]),
    isBefore: isBefore(entry.attributes),
  }
}

/** Readers are after what to do and what was learnt; the story behind it comes then. */
function turn({ key, kind }: ReadingSection): number {
  return key === 'if-again' ? 0 : kind === 'lessons' ? 1 : 2
}

/** Half a column is wide enough for so many characters, in four or five lines. */
const shortText = 150

function isShort({ body, attributes, changes }: ShownCause): boolean {
  const texts = [body, ...changes.map((change) => change.body)].map((blocks) =>
    plainText({ type: 'doc', content: blocks }),
  )
  const asides = changes.flatMap(({ attributes: { because, mayMakeHarder }, didItHelp }) => [
    because,
    mayMakeHarder,
    didItHelp,
  ])
  return (
    changes.length <= 1 &&
    !asides.some(Boolean) &&
    [...texts, attributes.noChangeBecause ?? ''].every((text) => text.length <= shortText)
  )
}

function itemsOf(sections: ExtractedSection[], kind: ExtractedItem['kind']): ExtractedItem[] {
  return sections.flatMap((section) => section.items.filter((item) => item.kind === kind))
}

function hasContent(part: ReadingPart): boolean {
  const { body, entries, moments, causes, changes, questions, thanks, lessons } = part
  return [body, entries, moments, causes, changes, questions, thanks, lessons].some((list) => list.length > 0)
}
