import type { NodeJson } from './document-json.ts'
import type { Account, Cause, Change, Evidence, ItemKind, Question, Thanks, TimelineEntry } from './items.ts'
import { isItemKind } from './items.ts'
import { causeRoleWords, changeDecisionWords, milestoneWords } from './taxonomy.ts'

/** What cannot be told from an item alone. */
export interface ItemWords {
  /** The time of an entry as it is shown. */
  timeOf: (entry: TimelineEntry) => string
  nameOf: (list: 'teams' | 'factors', id: string) => string | null
}

/**
 * A section or an item as ordinary blocks, for a place that knows no items: the time and whatever stands beside the text are
 * put into words. A section becomes its title and its blocks; of items in a row a list.
 */
export function plainBlocks(node: NodeJson, words: ItemWords): NodeJson[] {
  if (node.type === 'section') {
    const blocks: NodeJson[] = []
    for (const child of node.content ?? []) {
      const item = isItemKind(child.type) ? itemBlocks(child, words) : null
      const above = blocks.at(-1)
      if (!item) blocks.push(child)
      else if (above?.type === 'bulletList' && listed.has(above)) above.content!.push(listItem(item))
      else {
        const list = { type: 'bulletList', content: [listItem(item)] }
        listed.add(list)
        blocks.push(list)
      }
    }
    const title = { type: 'heading', attrs: { level: 3 }, content: [text(String(node.attrs?.title ?? ''))] }
    return [title, ...blocks]
  }
  return isItemKind(node.type) ? itemBlocks(node, words) : [node]
}

/** Lists that were made of items, to which the next item is added. */
const listed = new WeakSet<NodeJson>()

function listItem(blocks: NodeJson[]): NodeJson {
  return { type: 'listItem', content: blocks[0]?.type === 'paragraph' ? blocks : [paragraph(), ...blocks] }
}

function itemBlocks(item: NodeJson, words: ItemWords): NodeJson[] {
  const { lead, after, evidence } = told(item, words)
  const [first, ...rest] = item.content ?? []
  const own = first?.type === 'paragraph' ? (first.content ?? []) : []
  const before = lead ? [text(lead, { type: 'bold' }), text(' ')] : []
  const behind = after.length > 0 ? [text(`${own.length > 0 ? ' ' : ''}(${after.join('; ')})`)] : []
  const opening = paragraph(...before, ...own, ...behind)
  return [
    opening,
    ...(first && first.type !== 'paragraph' ? [first] : []),
    ...rest,
    ...evidence.flatMap(evidenceBlocks),
  ]
}

/** What stands before the text of an item, behind it, and what it rests on. */
function told({ type, attrs = {} }: NodeJson, { timeOf, nameOf }: ItemWords) {
  const kept = (list: (string | null | undefined | false)[]) =>
    list.filter((each) => typeof each === 'string' && each !== '')
  const sayings: Partial<Record<ItemKind, () => { lead?: string; after?: unknown[]; evidence?: Evidence[] }>> = {
    timelineEntry() {
      const entry = attrs as unknown as TimelineEntry
      const after = [entry.type, ...entry.milestones.map((mark) => milestoneWords[mark])]
      return { lead: timeOf(entry), after: kept(after), evidence: entry.evidence }
    },
    account: () => ({ lead: (attrs as unknown as Account).from }),
    cause() {
      const { role, factors, noChangeBecause, evidence } = attrs as unknown as Cause
      const because = noChangeBecause && `no change, because ${noChangeBecause}`
      const after = [role && causeRoleWords[role], ...factors.map((id) => nameOf('factors', id)), because]
      return { after: kept(after), evidence }
    },
    change() {
      const { teamId, decision, because, decideBy, mayMakeHarder } = attrs as unknown as Change
      const decided = decision === 'doing' ? null : kept([changeDecisionWords[decision], decideBy, because]).join(' ')
      const harder = mayMakeHarder && `may make harder: ${mayMakeHarder}`
      return { after: kept([teamId && nameOf('teams', teamId), decided, harder]) }
    },
    question() {
      const { answered, answer } = attrs as unknown as Question
      return { after: kept([answered && `answered: ${answer}`]) }
    },
    thanks: () => ({ lead: (attrs as unknown as Thanks).to }),
  }
  const { lead = '', after = [], evidence = [] } = sayings[type as ItemKind]?.() ?? {}
  return { lead, after: after as string[], evidence }
}

function evidenceBlocks({ source, name: fileName, href, text: snippet }: Evidence): NodeJson[] {
  const name = source || fileName || href || ''
  const link = href ? [{ type: 'link', attrs: { href } }] : []
  return [
    ...(name ? [paragraph(text('Source: '), text(name, ...link))] : []),
    ...(snippet ? [{ type: 'codeBlock', attrs: { language: null }, content: [text(snippet)] }] : []),
  ]
}

function paragraph(...content: NodeJson[]): NodeJson {
  return { type: 'paragraph', content }
}

function text(words: string, ...marks: NonNullable<NodeJson['marks']>): NodeJson {
  return { type: 'text', text: words, ...(marks.length > 0 && { marks }) }
}
