import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { SectionAttributes } from '#app/document/document-json.ts'
import { type ExtractedItem, type ExtractedSection, extract } from '#app/document/extract.ts'
import {
  type IncidentTimes,
  incidentTimes,
  type OutsideIncident,
  outsideIncident,
} from '#app/document/incident-times.ts'
import { itemKindOfSection } from '#app/document/item-kind-of-section.ts'
import { type Cause, type Change, type Lesson, TimelineEntry } from '#app/document/items.ts'
import { plainText } from '#app/document/plain-text.ts'
import { isEmptySection, sectionProgress } from '#app/document/section-progress.ts'
import { type Astray, isBefore, longestGaps, outOfOrder, type TimelineGap } from '#app/document/timeline-order.ts'
import { dayAt } from '#app/document/zoned-time.ts'
import { openEnds } from './open-ends.ts'
import { type AccountPlace, readAccounts } from './read-accounts.ts'

export interface OutlineSection extends SectionAttributes {
  progress: 'empty' | 'part' | 'done'
  /** Items of the section; null for prose. */
  count: number | null
  /** How many of its causes nothing answers; see `openEnds`. */
  open: number
}
export interface OutlineEntry {
  id: string
  entry: TimelineEntry
  text: string
  /** The day it is on, where it differs from the timed entry above it. */
  newDay: string | null
  /** Which way it would have to move to stand in order; null where it does. */
  astray: Astray | null
  /** More than this one are out of order. */
  manyAstray: boolean
  outside: OutsideIncident | null
  gap: TimelineGap | null
  /** The first and the last of the conditions at the top that are older than the incident. */
  opensBefore: boolean
  closesBefore: boolean
}
/** What is derived from the document while writing. */
export interface Outline {
  sections: OutlineSection[]
  entries: Map<string, OutlineEntry>
  causes: Map<string, { text: string; attributes: Cause; changes: number }>
  changes: Map<string, { text: string; attributes: Change }>
  lessons: Map<string, { text: string; attributes: Lesson }>
  accounts: Map<string, AccountPlace>
  /** Items of sections that are left out. */
  leftOut: ReadonlySet<string>
  times: IncidentTimes
  /** What is said first under "Who felt it, and how". */
  impact: string
  gaps: TimelineGap[]
}

export const emptyOutline: Outline = {
  sections: [],
  entries: new Map(),
  causes: new Map(),
  changes: new Map(),
  lessons: new Map(),
  accounts: new Map(),
  leftOut: new Set(),
  times: {},
  impact: '',
  gaps: [],
}

/**
 * Reads the outline of one document again and again. What came out as it was the time before is the same object, so that
 * whoever shows it has nothing to draw.
 */
export function createOutlineReader(): (doc: DocumentNode, zone: string) => Outline {
  let last = emptyOutline
  return (doc, zone) => {
    const read = readOutline(doc, zone)
    const same = <Part>(before: Part, now: Part) => (JSON.stringify(before) === JSON.stringify(now) ? before : now)
    last = { ...read, sections: same(last.sections, read.sections), times: same(last.times, read.times) }
    return last
  }
}

/** The outline of a document. Items and sections are kept per immutable node, so that a keystroke in one costs one. */
export function readOutline(doc: DocumentNode, zone: string): Outline {
  const sections: ExtractedSection[] = []
  doc.forEach((section) => {
    if (section.type.name === 'section') sections.push(readSection(section))
  })
  const items = sections.flatMap((section) => section.items)
  const times = incidentTimes(sections)
  const changes = new Map(of<Change>(items, 'change'))
  const addressed = [...changes.values()].flatMap(({ attributes }) => attributes.causes)
  const causes = new Map(
    of<Cause>(items, 'cause').map(([id, cause]) => [
      id,
      { ...cause, changes: addressed.filter((each) => each === id).length },
    ]),
  )
  const leftOut = new Set(
    sections.flatMap((section) => (section.hiddenBecause === null ? [] : section.items.map(({ id }) => id))),
  )
  const open = new Set(openEnds({ causes, changes, leftOut }).causes.map(({ id }) => id))
  const timelines = readTimelines(sections, times, zone)
  return {
    sections: readSections(sections, open),
    ...timelines,
    accounts: readAccounts(sections, (id) => timelines.entries.has(id)),
    causes,
    changes,
    lessons: new Map(of<Lesson>(items, 'lesson')),
    leftOut,
    times,
    impact: impactOf(doc),
  }
}

/** The first thing said about who felt it; a heading says nothing yet. */
function impactOf(doc: DocumentNode): string {
  const section = doc.children.find(({ attrs }) => attrs.key === 'who-felt-it' && attrs.hiddenBecause === null)
  const first = section?.children.find(({ type, textContent }) => type.name !== 'heading' && textContent.trim() !== '')
  return first ? plainText(first.toJSON(), () => '@') : ''
}

function readSections(sections: ExtractedSection[], open: ReadonlySet<string>): OutlineSection[] {
  const progress = new Map(sectionProgress(sections).map((state) => [state.id, state.progress]))
  return sections.map(({ id, key, kind, title, hiddenBecause, items }) => {
    const own = itemKindOfSection[kind]
    const count = own ? items.filter((item) => item.kind === own).length : null
    const unanswered = items.filter((item) => open.has(item.id)).length
    return { id, key, kind, title, hiddenBecause, progress: progress.get(id) ?? 'done', count, open: unanswered }
  })
}

interface Listed {
  entry: TimelineEntry
  text: string
}

/** Order and days belong to each section's own timeline; silences and times of the incident to all of them together. */
function readTimelines(
  sections: ExtractedSection[],
  times: IncidentTimes,
  zone: string,
): Pick<Outline, 'entries' | 'gaps'> {
  const lists = sections.map(({ items }) =>
    items.filter(({ kind }) => kind === 'timelineEntry').map((item) => ({ text: item.text, entry: entryOf(item) })),
  )
  const gaps = longestGaps(lists.flat().map(({ entry }) => entry))
  const gapAfter = new Map(gaps.map((gap) => [gap.afterId, gap]))
  const entries = new Map<string, OutlineEntry>()
  for (const list of lists) {
    for (const read of readTimeline(list, zone)) {
      const outside = outsideIncident(read.entry, times)
      entries.set(read.id, sameAsBefore({ ...read, outside, gap: gapAfter.get(read.id) ?? null }))
    }
  }
  return { entries, gaps }
}

function readTimeline(listed: Listed[], zone: string): Omit<OutlineEntry, 'outside' | 'gap'>[] {
  const astray = outOfOrder(listed.map(({ entry }) => entry))
  const older = listed.findIndex(({ entry }) => !isBefore(entry))
  const lastBefore = (older === -1 ? listed.length : older) - 1
  let day: string | null = null
  return listed.map(({ entry, text }, place) => {
    const own = dayOf(entry, zone)
    const newDay = own && own !== day ? own : null
    day = own ?? day
    return {
      id: entry.id,
      entry,
      text,
      newDay,
      astray: astray.get(entry.id) ?? null,
      manyAstray: astray.size > 1 && astray.has(entry.id),
      opensBefore: place === 0 && lastBefore >= 0,
      closesBefore: place === lastBefore && place < listed.length - 1,
    }
  })
}

const days = new WeakMap<TimelineEntry, { zone: string; day: string | null }>()

/** The day an entry is on, known from the last reading: asking a clock in another zone is the slowest part of one. */
function dayOf(entry: TimelineEntry, zone: string): string | null {
  const before = days.get(entry)
  if (before?.zone === zone) return before.day
  const day = entry.at && !isBefore(entry) ? dayAt(Date.parse(entry.at), zone) : null
  days.set(entry, { zone, day })
  return day
}

const lastRead = new WeakMap<TimelineEntry, OutlineEntry>()

/** The object of the last reading where nothing in it changed, so that a view sees at once that it has nothing to draw. */
function sameAsBefore(read: OutlineEntry): OutlineEntry {
  const before = lastRead.get(read.entry)
  const isSame =
    before !== undefined &&
    before.text === read.text &&
    before.newDay === read.newDay &&
    before.astray === read.astray &&
    before.manyAstray === read.manyAstray &&
    before.outside?.side === read.outside?.side &&
    before.outside?.seconds === read.outside?.seconds &&
    before.gap?.afterId === read.gap?.afterId &&
    before.gap?.seconds === read.gap?.seconds &&
    before.opensBefore === read.opensBefore &&
    before.closesBefore === read.closesBefore
  if (isSame) return before
  lastRead.set(read.entry, read)
  return read
}

function of<Attributes>(items: ExtractedItem[], kind: ExtractedItem['kind']) {
  return items
    .filter((item) => item.kind === kind)
    .map(({ id, text, attributes }): [string, { text: string; attributes: Attributes }] => [
      id,
      { text, attributes: attributes as Attributes },
    ])
}

const entries = new WeakMap<ExtractedItem, TimelineEntry>()

function entryOf(item: ExtractedItem): TimelineEntry {
  const known = entries.get(item) ?? TimelineEntry.parse(item.attributes)
  entries.set(item, known)
  return known
}

const known = new WeakMap<DocumentNode, { item: ExtractedItem | null; text: string }>()

const sectionsRead = new WeakMap<DocumentNode, ExtractedSection>()

function readSection(section: DocumentNode): ExtractedSection {
  const before = sectionsRead.get(section)
  if (before) return before
  const attributes = section.attrs as SectionAttributes
  const items: ExtractedItem[] = []
  const text: string[] = []
  section.forEach((child) => {
    const read = known.get(child) ?? readChild(child)
    known.set(child, read)
    if (read.item) items.push(read.item)
    else if (read.text) text.push(read.text)
  })
  const read: ExtractedSection = { ...attributes, text: text.join('\n'), items, node: { type: 'section' } }
  sectionsRead.set(section, read)
  return read
}

function readChild(child: DocumentNode): { item: ExtractedItem | null; text: string } {
  const json = child.toJSON()
  const holder = { type: 'section' as const, attrs: { id: '' } as never, content: [json] }
  const item = extract({ type: 'doc', content: [holder] }, () => '@')[0]?.items[0] ?? null
  return { item, text: item ? '' : plainText(json, () => '@') }
}

/** Whether nothing stands in a section yet; asked by its view on every update, so it stops at the first word. */
export function isEmptyNode(section: DocumentNode): boolean {
  if (section.children.some((child) => /\S/.test(child.textContent))) return false
  return isEmptySection(readSection(section))
}
