import type { DocumentJson, NodeJson } from '../document-json.ts'
import { type ExtractedItem, type ExtractedSection, extract } from '../extract.ts'
import type { Facts } from '../facts.ts'
import { unknownMention } from '../mention.ts'
import { type Alignable, align, type Step } from './align.ts'
import { compareFacts } from './compare-facts.ts'
import { compareBlocks, lineChange } from './compare-lines.ts'
import type { ComparisonNames, Difference, ItemChange, SectionChange, SectionPart } from './difference.ts'
import { isSame } from './is-same.ts'
import { namedItems } from './item-names.ts'
import { attributeWords } from './item-words.ts'
import { type TextLine, textLines } from './text-lines.ts'

export interface ComparedState {
  document: DocumentJson
  facts: Facts
}
/** A child of a section: an item, which is matched by its id, or a line of plain text. */
type Child = Alignable & ({ item: ExtractedItem } | { line: TextLine })

/**
 * What is different between two states of a post-mortem, as items and words: items are matched by id wherever they stand,
 * lines of text by their words. Nothing to report, in no section and no fact, means that the two are equal.
 */
export function compareDocuments(before: ComparedState, after: ComparedState, names: ComparisonNames): Difference {
  const mentioned = mentionNames(names)
  const [earlier, later] = [extract(before.document, mentioned), extract(after.document, mentioned)]
  const zones: [string, string] = [before.facts.zone, after.facts.zone]
  const [itemsBefore, itemsAfter] = [namedItems(earlier, zones[0], names), namedItems(later, zones[1], names)]
  const titles = new Map([...earlier, ...later].map(({ id, title }) => [id, title]))
  const context = {
    names,
    zones,
    nameOf: (id: string) => (itemsAfter.get(id) ?? itemsBefore.get(id))?.name ?? 'an item that is gone',
  }
  const [placesBefore, placesAfter] = [places(earlier, itemsAfter), places(later, itemsBefore)]

  const sections = align(earlier.map(asAlignable), later.map(asAlignable))
  const changes = sections.flatMap((step) => sectionChange(step) ?? [])
  const facts = compareFacts(before.facts, after.facts, names)
  const nothing = changes.length === 0 && facts.length === 0
  return { facts, sections: changes, onlyLayout: nothing && !isSame(before.document, after.document) }

  function sectionChange(step: Step<Alignable & { section: ExtractedSection }>): SectionChange | null {
    const one = step.step === 'added' ? null : step.before.section
    const other = step.step === 'removed' ? null : step.after.section
    const { id, kind, title } = (other ?? one)!
    const elsewhere = one && !other ? later.find((section) => section.id === id) : null
    // A section that moved is told of where it stands now.
    if (elsewhere) return null
    const movedFrom = other && !one ? earlier.find((section) => section.id === id) : null
    const from = one ?? movedFrom ?? null
    const parts = sectionParts(from, other)
    const words = [...(movedFrom ? ['moved'] : []), ...(from && other ? sectionWords(from, other) : [])]
    const state = !from ? 'added' : !other ? 'removed' : 'changed'
    if (state === 'changed' && words.length === 0 && parts.every(({ part }) => part === 'unchanged')) return null
    return { id, kind, title, state, words, parts }
  }

  function sectionParts(before: ExtractedSection | null, after: ExtractedSection | null): SectionPart[] {
    const parts: SectionPart[] = []
    for (const step of align(childrenOf(before, mentioned), childrenOf(after, mentioned))) {
      const part = partOf(step)
      const last = parts.at(-1)
      if (part?.part === 'unchanged' && last?.part === 'unchanged') {
        last.kind = last.items === 0 || last.kind === part.kind || part.items === 0 ? (last.kind ?? part.kind) : null
        last.items += part.items
        last.lines += part.lines
      } else if (part) parts.push(part)
    }
    return parts
  }

  function partOf(step: Step<Child>): SectionPart | null {
    const child = step.step === 'removed' ? step.before : step.after
    if ('line' in child) {
      if (step.step === 'same') return { part: 'unchanged', items: 0, kind: null, lines: 1 }
      return { part: 'line', ...lineChange(lineStep(step)) }
    }
    const { id } = child.item
    const [one, other] = [itemsBefore.get(id), itemsAfter.get(id)]
    if (step.step === 'removed' && other) return null
    if (!one || !other) return wholeItem((one ?? other)!, one ? 'removed' : 'added')
    const moved = step.step === 'added' ? movedWords(one.item, other.item) : []
    const change = itemChange(one, other, moved)
    return change ?? { part: 'unchanged', items: 1, kind: other.item.kind, lines: 0 }
  }

  function itemChange(one: Named, other: Named, moved: string[]): ItemChange | null {
    const isOfKind = one.item.kind === other.item.kind
    const { words, fields } = isOfKind ? attributeWords(one.item, other.item, context) : { words: [], fields: [] }
    const kinds = isOfKind ? [] : ['of another kind now']
    const lines = compareBlocks(one.item.node.content ?? [], other.item.node.content ?? [], mentioned)
    const isSilent = words.length + fields.length + kinds.length + moved.length === 0
    if (isSilent && lines.every(({ state }) => state === 'same')) return null
    const { id, kind } = other.item
    return {
      part: 'item',
      state: 'changed',
      id,
      kind,
      name: one.name,
      words: [...kinds, ...words, ...moved],
      lines,
      fields,
    }
  }

  function wholeItem({ item, name }: Named, state: 'added' | 'removed'): ItemChange {
    const content = item.node.content ?? []
    const lines = state === 'added' ? compareBlocks([], content, mentioned) : compareBlocks(content, [], mentioned)
    return { part: 'item', state, id: item.id, kind: item.kind, name, words: [], lines, fields: [] }
  }

  function movedWords(one: ExtractedItem, other: ExtractedItem): string[] {
    if (one.sectionId !== other.sectionId) return [`moved here from ${titles.get(one.sectionId) || 'another section'}`]
    const by = placesAfter.get(one.id)! - placesBefore.get(one.id)!
    return [by < 0 ? 'moved up' : by > 0 ? 'moved down' : 'moved']
  }
}

/** Where each item stands among those that are in its section in both documents. */
function places(sections: readonly ExtractedSection[], others: ReadonlyMap<string, Named>): Map<string, number> {
  const stays = ({ id, sectionId }: ExtractedItem) => others.get(id)?.item.sectionId === sectionId
  return new Map(sections.flatMap(({ items }) => items.filter(stays).map(({ id }, place) => [id, place] as const)))
}

interface Named {
  item: ExtractedItem
  name: string
}

function asAlignable(section: ExtractedSection): Alignable & { section: ExtractedSection } {
  return { key: section.id, text: null, section }
}

function childrenOf(section: ExtractedSection | null, mentioned: (mention: NodeJson) => string): Child[] {
  if (!section) return []
  const items = new Map(section.items.map((item) => [item.node, item]))
  return (section.node.content ?? []).flatMap((node): Child[] => {
    const item = items.get(node)
    if (item) return [{ key: `item ${item.id}`, text: null, item }]
    return textLines([node], mentioned).map((line) => ({ key: line.key, text: line.text, line }))
  })
}

function lineStep(step: Step<Child>): Step<TextLine> {
  const lineOf = (child: Child) => (child as { line: TextLine }).line
  if (step.step === 'removed') return { step: 'removed', before: lineOf(step.before) }
  if (step.step === 'added') return { step: 'added', after: lineOf(step.after) }
  return { step: step.step, before: lineOf(step.before), after: lineOf(step.after) }
}

function sectionWords(before: ExtractedSection, after: ExtractedSection): string[] {
  const words: string[] = []
  if (before.title !== after.title) words.push(`renamed from “${before.title}”`)
  if (before.hiddenBecause === null && after.hiddenBecause !== null)
    words.push(`left out${after.hiddenBecause ? `, because ${after.hiddenBecause}` : ''}`)
  else if (before.hiddenBecause !== null && after.hiddenBecause === null) words.push('no longer left out')
  else if (before.hiddenBecause !== after.hiddenBecause) words.push(`left out, because ${after.hiddenBecause}`)
  if (before.kind !== after.kind) words.push('of another kind now')
  if (words.length === 0 && !isSame(before.node.attrs, after.node.attrs)) words.push('changed in a detail')
  return words
}

function mentionNames({ participants, teams, services, postmortems }: ComparisonNames): (mention: NodeJson) => string {
  const lists: Record<string, Record<string, string>> = { person: participants, team: teams, service: services }
  return ({ attrs = {} }) => {
    const { kind, id } = attrs
    const name = kind === 'postmortem' ? postmortems[String(id)]?.reference : lists[String(kind)]?.[String(id)]
    return name ?? unknownMention(kind)
  }
}
