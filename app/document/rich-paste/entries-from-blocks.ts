import type { NodeJson } from '../document-json.ts'
import { Evidence } from '../items.ts'
import type { Moment } from '../moment.ts'
import { newItemId } from '../new-item-id.ts'
import type { MomentContext } from '../parse-moment.ts'
import { dayAlone, inStatedZone, onDay, timeAtStart } from '../paste-text.ts'
import { plainText } from '../plain-text.ts'
import type { LeftOut } from './left-out.ts'
import { paragraphOf } from './reader.ts'

/** A piece of a paste that may be an entry: its first line, where the time stands, and what belongs to it. */
interface Piece {
  line: string
  /** What is kept of the piece when its line begins with a time, behind which `rest` characters are left. */
  entry: (rest: number) => NodeJson[]
  /** The piece as it came. */
  whole: NodeJson[]
}

/**
 * Pasted blocks as the content of a timeline: a line, an item of a list or a row of a table that begins with a time becomes an
 * entry with its marks and links; what begins with none goes on with the entry above. What a time itself was linked to is where
 * the entry is written, so it becomes its evidence. A heading or a day stands between entries; the times below a day are on it, and
 * a zone that is named above them is theirs. Null when nothing begins with a time. A first row of headings has no place among
 * entries and is left out, with its words.
 */
export function entriesFromBlocks(
  blocks: readonly NodeJson[],
  given: MomentContext,
): { nodes: NodeJson[]; leftOut: LeftOut[] } | null {
  const nodes: NodeJson[] = []
  const leftOut: LeftOut[] = []
  let context = given
  let hasEntries = false
  const addEntry = (moment: Moment, content: NodeJson[], whole: NodeJson[]) => {
    hasEntries = true
    context = { ...context, previous: moment.at ?? context.previous }
    const filled = content.length > 0 ? content : [paragraphOf()]
    const stays = new Set(linksIn(content))
    const evidence = linksIn(whole)
      .filter((href) => !stays.has(href))
      .flatMap((href) => Evidence.safeParse({ id: newItemId(), kind: 'link', href }).data ?? [])
    nodes.push({ type: 'timelineEntry', attrs: { id: newItemId(), ...moment, evidence }, content: filled })
  }
  const goOn = (line: string, content: readonly NodeJson[]) => {
    const day = dayAlone(line, context)
    if (day) context = onDay(day, context)
    else if (!hasEntries) context = inStatedZone(line, context)
    const above = day || content[0]?.type === 'heading' ? null : nodes.at(-1)
    if (above?.type === 'timelineEntry') above.content!.push(...content)
    else nodes.push(...content)
  }
  for (const block of blocks) {
    const pieces = piecesOf(block, context)
    const timed = pieces.filter(({ line }) => timeAtStart(line, context) !== null).length
    const days = pieces.filter(({ line }) => dayAlone(line, context) !== null).length
    const isList = block.type !== 'table' || (timed + days) * 2 >= pieces.length - 1
    if (timed === 0 || !isList) {
      goOn(pieces.length === 1 ? pieces[0]!.line : '', [block])
      continue
    }
    for (const [place, { line, entry, whole }] of pieces.entries()) {
      const found = timeAtStart(line, context)
      if (found) addEntry(found.moment, entry(found.rest.length), whole)
      else if (block.type === 'table' && place === 0 && !dayAlone(line, context)) {
        leftOut.push({ kind: 'heading', text: textOf(whole) })
        context = inStatedZone(textOf(whole), context)
      } else goOn(line, whole)
    }
  }
  return hasEntries ? { nodes, leftOut } : null
}

function piecesOf(block: NodeJson, context: MomentContext): Piece[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [pieceOf([block])]
    case 'bulletList':
    case 'orderedList':
      return block.content!.map((item) => pieceOf(item.content!))
    case 'table':
      return block.content!.map((row) => pieceOfRow(row, context))
    default:
      return [{ line: '', entry: () => [block], whole: [block] }]
  }
}

function pieceOf(content: NodeJson[]): Piece {
  const [first, ...others] = content
  const line = lineOf(first!)
  return {
    line,
    entry: (rest) => [paragraphOf(...withoutStart(first!, line.length - rest)), ...others],
    whole: content,
  }
}

/** A time in the first cell, or a day in the first and a time in the second; the other cells are what happened. */
function pieceOfRow(row: NodeJson, context: MomentContext): Piece {
  const cells = row.content!.map((cell) => cell.content!)
  const [first = '', second = ''] = cells.map((cell) => textOf(cell).replaceAll('\n', ' '))
  const day = timeAtStart(second, context) ? dayAlone(first, context) : null
  const line = day ? `${day} ${second}` : first
  return {
    line,
    entry: (rest) => {
      const behind = line.slice(line.length - rest).trim()
      const others = cells
        .slice(day ? 2 : 1)
        .flat()
        .filter((block) => block.content)
      return [...(behind ? [paragraphOf({ type: 'text', text: behind })] : []), ...others]
    },
    whole: cells.flat().filter((block) => block.content),
  }
}

function lineOf({ content = [] }: NodeJson): string {
  return content.map(({ type, text }) => (type === 'text' ? text! : '\n')).join('')
}

function textOf(blocks: NodeJson[]): string {
  return plainText({ type: 'doc', content: blocks })
}

/** The leaves of a paragraph without its first characters, and without the space behind them. */
function withoutStart({ content = [] }: NodeJson, characters: number): NodeJson[] {
  let left = characters
  const kept: NodeJson[] = []
  for (const leaf of content) {
    const length = leaf.type === 'text' ? leaf.text!.length : 1
    const text = leaf.type === 'text' ? leaf.text!.slice(Math.min(left, length)) : ''
    const isGone = left >= length
    left = Math.max(0, left - length)
    if (leaf.type !== 'text') {
      if (!isGone && kept.length > 0) kept.push(leaf)
      continue
    }
    const trimmed = kept.length === 0 ? text.trimStart() : text
    if (trimmed) kept.push({ ...leaf, text: trimmed })
  }
  return kept
}

/** The addresses that text in some blocks leads to, each once. */
function linksIn(nodes: readonly NodeJson[]): string[] {
  const links = nodes.flatMap(({ marks = [], content = [] }) => [
    ...marks.filter(({ type }) => type === 'link').map(({ attrs }) => String(attrs?.href)),
    ...linksIn(content),
  ])
  return [...new Set(links)]
}
