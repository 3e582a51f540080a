import type { DocumentJson } from '#app/document/document-json.ts'
import { type ExtractedItem, type ExtractedSection, extract } from '#app/document/extract.ts'
import type { Facts } from '#app/document/facts.ts'
import { Cause, Change, TimelineEntry } from '#app/document/items.ts'
import { isEmptySection } from '#app/document/section-progress.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { gapsInWords } from './gaps-in-words.ts'
import { type DocumentLeak, leaksInDocument } from './leaks-in-document.ts'
import { namesInText } from './names-in-text.ts'
import { shortHash } from './short-hash.ts'

export interface PublishPoint {
  /** The same as long as the point is about the same things: a reason given for it holds until then. */
  key: string
  text: string
  /** The item or section it is about, to go and look; null for the document as a whole. */
  itemId: string | null
}

export interface PublishCheck {
  /** Names of people of the organisation that stand in the text as words. */
  names: string[]
  leaks: DocumentLeak[]
  /** What may be left open, in the order of content.md, section 4. */
  points: PublishPoint[]
}

export interface CheckedDraft {
  document: DocumentJson
  facts: Facts
  /** The sections of its template. */
  template: TemplateSection[]
  /** Full names of people of the organisation. */
  peopleNames: string[]
  /** How many phrases still carry a note, and the block of the first one. */
  notes: { count: number; itemId: string | null }
}

/** Looks through a draft before it is published. Everything in it may be left open; nothing here stops anyone. */
export function publishCheck({ document, facts, template, peopleNames, notes }: CheckedDraft): PublishCheck {
  const sections = extract(document)
  const shown = sections.filter((section) => section.hiddenBecause === null)
  const items = shown.flatMap((section) => section.items)
  const points = [
    ...titlePoint(facts),
    ...emptySections(sections, template),
    ...causesWithoutChange(items),
    ...onlyReminders(items),
    ...gapsBeforeRelief(items, facts.zone),
    ...entriesWithoutSource(items),
    ...remainingNotes(notes),
    ...nobodyThanked(sections, items),
  ]
  return { names: namesInText(shown, facts.title, peopleNames), leaks: leaksInDocument(document, facts), points }
}

function titlePoint(facts: Facts): PublishPoint[] {
  if (facts.title.trim()) return []
  return [
    { key: 'title', text: 'It has no title yet. One line that says what people noticed is enough.', itemId: null },
  ]
}

/** Thanks has its own point, so it is not asked for twice. */
function emptySections(sections: ExtractedSection[], template: TemplateSection[]): PublishPoint[] {
  return template
    .filter((expected) => expected.required && expected.kind !== 'thanks')
    .flatMap((expected) => {
      const section = sections.find((candidate) => candidate.key === expected.key)
      if (section && (section.hiddenBecause !== null || !isEmptySection(section))) return []
      const text = `“${section?.title || expected.title}” is empty. Write a line, say “we don’t know yet”, or leave it out, because …`
      return [{ key: `empty:${expected.key}`, text, itemId: section?.id ?? null }]
    })
}

function causesWithoutChange(items: ExtractedItem[]): PublishPoint[] {
  const changes = items.filter(isA('change')).filter((item) => item.text !== '')
  const addressed = new Set(changes.flatMap((item) => Change.parse(item.attributes).causes))
  const open = items.filter(isA('cause')).filter((item) => {
    return item.text !== '' && !addressed.has(item.id) && !Cause.parse(item.attributes).noChangeBecause
  })
  if (open.length === 0) return []
  const [have, which] = open.length === 1 ? ['1 condition has', 'one'] : [`${open.length} conditions have`, 'one each']
  const text = `${have} no change. Link ${which}, say “deciding by …”, or “no change, because …”.`
  return [{ key: keyOf('no-change', open), text, itemId: open[0]!.id }]
}

function onlyReminders(items: ExtractedItem[]): PublishPoint[] {
  const doing = items.filter(isA('change')).filter((item) => item.attributes.decision === 'doing' && item.text !== '')
  if (doing.length === 0 || doing.some((item) => item.attributes.strength !== 'weaker')) return []
  const text = 'Every change relies on remembering. Is there one that does not?'
  return [{ key: keyOf('reminders', doing), text, itemId: doing[0]!.id }]
}

function gapsBeforeRelief(items: ExtractedItem[], zone: string): PublishPoint[] {
  const entries = items.filter(isA('timelineEntry')).map((item) => TimelineEntry.parse(item.attributes))
  return gapsInWords(entries, zone).map((gap) => ({
    key: `gap:${gap.afterId}:${gap.beforeId}`,
    text: `${gap.length} between ${gap.from} and ${gap.to} have no entry. Was there something to see?`,
    itemId: gap.afterId,
  }))
}

function entriesWithoutSource(items: ExtractedItem[]): PublishPoint[] {
  const bare = items.filter(isA('timelineEntry')).filter((item) => {
    return item.text !== '' && TimelineEntry.parse(item.attributes).evidence.length === 0
  })
  if (bare.length === 0) return []
  const have = bare.length === 1 ? '1 entry has' : `${bare.length} entries have`
  const text = `${have} no source. Fine if memory is the source: say so.`
  return [{ key: keyOf('no-source', bare), text, itemId: bare[0]!.id }]
}

function remainingNotes({ count, itemId }: CheckedDraft['notes']): PublishPoint[] {
  if (count === 0) return []
  const text =
    count === 1 ? '1 phrase still carries a note.' : `${count} phrases still carry a note. See them together.`
  return [{ key: 'notes', text, itemId }]
}

function nobodyThanked(sections: ExtractedSection[], items: ExtractedItem[]): PublishPoint[] {
  const place = sections.find((section) => section.kind === 'thanks')
  const said = place && (place.hiddenBecause !== null || place.text !== '')
  if (said || items.some((item) => item.kind === 'thanks' && (item.text || item.attributes.to))) return []
  return [{ key: 'thanks', text: 'No one has been thanked yet.', itemId: place?.id ?? null }]
}

function isA(kind: ExtractedItem['kind']) {
  return (item: ExtractedItem) => item.kind === kind
}

function keyOf(kind: string, items: ExtractedItem[]): string {
  return `${kind}:${shortHash(
    items
      .map((item) => item.id)
      .toSorted()
      .join(' '),
  )}`
}
