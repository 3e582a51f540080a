import type { Section, TextBlock } from '#app/linter/index.ts'
import type { DocumentJson, MarkJson, NodeJson, SectionAttributes } from './document-json.ts'
import { isItemKind } from './items.ts'

/** Prose that is read first, and alone: its language is looked at as a summary. */
const summaries = new Set(['in-short', 'who-felt-it'])

/** Which of the linter's strictness a section has. */
export function lintedAs({ key, kind }: Pick<SectionAttributes, 'key' | 'kind'>): Section {
  return kind === 'prose' && key !== null && summaries.has(key) ? 'summary' : kind
}

/** Sentences that people write into a form of an item, beside its text. */
export const writtenAttributes = ['noChangeBecause', 'because', 'mayMakeHarder', 'answer'] as const
export type WrittenAttribute = (typeof writtenAttributes)[number]

/** What is written in the attributes of an item, as blocks for the linter. */
export function writtenBlocks(item: NodeJson, section: Section): (TextBlock & { attribute: WrittenAttribute })[] {
  return writtenAttributes.flatMap((attribute) => {
    const text = item.attrs?.[attribute]
    if (typeof text !== 'string' || !text.trim()) return []
    return [{ attribute, id: `${item.attrs?.id}/${attribute}`, section, kind: 'text' as const, text }]
  })
}

/** A text block and where it stands. */
export interface PlacedTextBlock extends TextBlock {
  sectionId: string
  /** The item it stands in, or null for plain text of a section. */
  itemId: string | null
}

/** Every block of text of a document for the linter, hidden sections left out. Offsets are those of `textBlock`. */
export function textBlocks(document: DocumentJson): PlacedTextBlock[] {
  return document.content.filter(({ attrs }) => attrs.hiddenBecause === null).flatMap((section) => blocksOf(section))
}

function blocksOf(section: DocumentJson['content'][number]): PlacedTextBlock[] {
  const blocks: PlacedTextBlock[] = []
  const policy = lintedAs(section.attrs)
  walk(section, null, false)
  return blocks

  function walk(node: NodeJson, itemId: string | null, quoted: boolean) {
    for (const child of node.content ?? []) {
      if (isTextBlock(child)) {
        const id = `${itemId ?? section.attrs.id}/${blocks.length}`
        blocks.push({ ...textBlock(child, policy, id, quoted), sectionId: section.attrs.id, itemId })
      } else if (isItemKind(child.type)) {
        const id = String(child.attrs?.id ?? '')
        for (const block of writtenBlocks(child, policy)) {
          blocks.push({ ...block, sectionId: section.attrs.id, itemId: id })
        }
        walk(child, id, quoted)
      } else walk(child, itemId, quoted || child.type === 'blockquote')
    }
  }
}

function isTextBlock({ type }: NodeJson): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'codeBlock'
}

/**
 * One paragraph, heading or code block for the linter. A mention or a line break is one character (U+FFFC), as it is one
 * position in ProseMirror: the place of an offset is the block's start + 1 + offset. Code, links and struck text are masked.
 */
export function textBlock(block: NodeJson, section: Section, id: string, quoted = false): TextBlock {
  const masks: NonNullable<TextBlock['masks']> = []
  const mentions: NonNullable<TextBlock['mentions']> = []
  let text = ''
  for (const leaf of block.content ?? []) {
    const from = text.length
    if (leaf.type === 'text') {
      text += leaf.text ?? ''
      if (leaf.marks?.some(isMasked)) masks.push({ from, to: text.length })
    } else {
      if (leaf.type === 'mention' && leaf.attrs?.kind !== 'postmortem')
        mentions.push({ offset: from, kind: mentionKind(leaf.attrs?.kind) })
      text += '\uFFFC'
    }
  }
  return { id, section, kind: kindOf(block, quoted), text, masks, mentions }
}

function isMasked({ type }: MarkJson): boolean {
  return type === 'code' || type === 'link' || type === 'strike'
}

function mentionKind(kind: unknown): 'person' | 'team' | 'service' {
  return kind === 'team' || kind === 'service' ? kind : 'person'
}

function kindOf({ type }: NodeJson, quoted: boolean): TextBlock['kind'] {
  if (type === 'codeBlock') return 'code'
  if (quoted) return 'quote'
  return type === 'heading' ? 'heading' : 'text'
}
