import * as Y from 'yjs'
import { arrangeSections } from '../change-template.ts'
import { isSame } from '../compare/is-same.ts'
import type { DocumentJson, NodeJson, SectionJson } from '../document-json.ts'
import type { Facts } from '../facts.ts'
import { contentOf, readFacts, writeFacts } from '../shared-document.ts'
import { idOf, itemElements, sectionElements } from '../shared-elements.ts'
import { isItemNode, restoreAttributes, restoreContent, restoreElement } from './restore-content.ts'
import { sharedElement } from './shared-node.ts'

export interface RestoreChoice {
  /** The whole document with its facts, or one section or item of the version, by id. */
  part: 'all' | { sectionId: string } | { itemId: string }
  /** Whether what was added since the version stays. Text inside an item is the version's in any case. */
  keepAdded?: boolean
}

/**
 * Brings a version back as a new edit, in one transaction with `origin`. It works by item id: what says the same is not
 * touched, so carets, anchors and words that someone types there stay; what changed is edited in place, word by word; what was
 * taken out comes back with its own id. Kept sentences, waivers and scraps stay as they are. Answers whether the version has
 * that part.
 */
export function restoreVersion(
  shared: Y.Doc,
  version: { document: DocumentJson; facts: Facts },
  choice: RestoreChoice,
  origin?: unknown,
): boolean {
  return shared.transact(() => {
    const { part } = choice
    const { document } = version
    if (part === 'all') {
      restoreAll(shared, version, choice.keepAdded ?? false)
      return true
    }
    if ('sectionId' in part) {
      const section = document.content.find(({ attrs }) => attrs.id === part.sectionId)
      if (section) restoreSection(shared, document, section, choice.keepAdded ?? false)
      return section !== undefined
    }
    return restoreItem(shared, document, part.itemId)
  }, origin)
}

function restoreAll(
  shared: Y.Doc,
  { document, facts }: { document: DocumentJson; facts: Facts },
  keepAdded: boolean,
): void {
  const content = contentOf(shared)
  const present = sectionElements(shared)
  const byId = new Map(present.map((element) => [idOf(element), element]))
  const missing = document.content.filter(({ attrs }) => !byId.has(attrs.id)).map(emptyOf)
  content.insert(content.length, missing)
  for (const element of missing) byId.set(idOf(element), element)
  const wanted = document.content.map(({ attrs }) => byId.get(attrs.id)!)
  if (keepAdded) {
    for (const [place, element] of present.entries()) {
      if (wanted.includes(element)) continue
      const before = present.slice(0, place).findLast((other) => wanted.includes(other))
      wanted.splice(before ? wanted.indexOf(before) + 1 : 0, 0, element)
    }
  }
  arrangeSections(content, wanted)

  const inVersion = itemIdsOf(document.content)
  for (const section of document.content) {
    const element = sectionElements(shared).find((candidate) => idOf(candidate) === section.attrs.id)!
    restoreAttributes(element, section.attrs)
    restoreContent(element, section.content ?? [], {
      // One that stands elsewhere in the version is put in there.
      stays: (child) => keepAdded && !inVersion.has(idOfNode(child)),
      comes: (itemId) => takeOut(shared, itemId),
    })
  }
  const now = readFacts(shared)
  const changed = Object.entries(facts).filter(([name, value]) => !isSame(now[name as keyof Facts], value))
  writeFacts(shared, Object.fromEntries(changed))
}

function restoreSection(shared: Y.Doc, document: DocumentJson, section: SectionJson, keepAdded: boolean): void {
  const element = sectionOf(shared, section.attrs.id) ?? insertSection(shared, document, section)
  const elsewhere = itemIdsOf(document.content.filter((other) => other !== section))
  restoreAttributes(element, section.attrs)
  restoreContent(element, section.content ?? [], {
    // An item that came here from another section of the version would be gone altogether.
    stays: (child) => keepAdded || elsewhere.has(idOfNode(child)),
    comes: (itemId) => takeOut(shared, itemId),
  })
}

function restoreItem(shared: Y.Doc, document: DocumentJson, itemId: string): boolean {
  const section = document.content.find(({ content = [] }) => content.some((child) => idOfNode(child) === itemId))
  const node = section?.content?.find((child) => idOfNode(child) === itemId)
  if (!section || !node) return false
  const present = sectionElements(shared)
    .flatMap(itemElements)
    .find((item) => idOf(item) === itemId)
  if (present?.nodeName === node.type) restoreElement(present, node)
  else {
    if (present) takeOut(shared, itemId)
    const into = sectionOf(shared, section.attrs.id) ?? insertSection(shared, document, section)
    into.insert(placeAmong(into, section, node), [sharedElement(node)])
  }
  return true
}

/** Behind the nearest item before it in the version that still stands there, else at the beginning. */
function placeAmong(into: Y.XmlElement, section: SectionJson, node: NodeJson): number {
  const children = into.toArray()
  const before = (section.content ?? []).slice(0, section.content!.indexOf(node)).toReversed()
  for (const earlier of before.filter(isItemNode)) {
    const place = children.findIndex((child) => child instanceof Y.XmlElement && idOf(child) === idOfNode(earlier))
    if (place !== -1) return place + 1
  }
  // Plain text at the beginning of a section leads its items in.
  const first = children.findIndex((child) => child instanceof Y.XmlElement && itemElements(into).includes(child))
  return first === -1 ? children.length : first
}

/** An empty section of the version, behind the nearest one before it that is still there. */
function insertSection(shared: Y.Doc, document: DocumentJson, section: SectionJson): Y.XmlElement {
  const content = contentOf(shared)
  const before = document.content
    .slice(0, document.content.indexOf(section))
    .toReversed()
    .map(({ attrs }) => sectionOf(shared, attrs.id))
    .find((element) => element !== null)
  const element = emptyOf(section)
  content.insert(before ? content.toArray().indexOf(before) + 1 : 0, [element])
  return element
}

function emptyOf({ type, attrs }: SectionJson): Y.XmlElement {
  return sharedElement({ type, attrs })
}

function sectionOf(shared: Y.Doc, id: string): Y.XmlElement | null {
  return sectionElements(shared).find((element) => idOf(element) === id) ?? null
}

function takeOut(shared: Y.Doc, itemId: string): void {
  for (const section of sectionElements(shared)) {
    const item = itemElements(section).find((candidate) => idOf(candidate) === itemId)
    if (item) section.delete(section.toArray().indexOf(item), 1)
  }
}

function itemIdsOf(sections: readonly SectionJson[]): Set<string> {
  return new Set(sections.flatMap(({ content = [] }) => content.filter(isItemNode).map(idOfNode)))
}

function idOfNode({ attrs = {} }: NodeJson): string {
  return String(attrs.id ?? '')
}
