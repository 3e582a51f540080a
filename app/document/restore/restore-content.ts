import * as Y from 'yjs'
import { canonicalJson } from '../canonical-json.ts'
import { type Alignable, align } from '../compare/align.ts'
import { isSame } from '../compare/is-same.ts'
import type { NodeJson } from '../document-json.ts'
import { isItemKind } from '../items.ts'
import { plainText } from '../plain-text.ts'
import { editText } from './edit-text.ts'
import { groupedContent, nodeJson, setShared, sharedElement, sharedNodes } from './shared-node.ts'

/** What to do with a child that the version does not have, and what was done to find out about. */
export interface ContentChoice {
  /** Whether a child that was added since stays. */
  stays: (child: NodeJson) => boolean
  /** Called before an item is put in that may stand elsewhere. */
  comes: (itemId: string) => void
}

const replaces: ContentChoice = { stays: () => false, comes: () => {} }

type Present = Alignable & { node: NodeJson; element: Y.XmlElement }
type Wanted = Alignable & { node: NodeJson }

/**
 * Makes the children of an element those of a version. What says the same is not touched; an item is matched by its id and
 * edited in place; a paragraph that has changed is edited word by word.
 */
export function restoreContent(parent: Y.XmlElement, wanted: readonly NodeJson[], choice = replaces): void {
  const present = parent
    .toArray()
    .flatMap((element): Present[] =>
      element instanceof Y.XmlElement ? [{ ...alignable(nodeJson(element)), element }] : [],
    )
  const target: Wanted[] = wanted.map(alignable)
  let previous: Y.XmlElement | null = null
  const place = () => (previous === null ? 0 : indexOf(parent, previous) + 1)
  const remove = (element: Y.XmlElement) => parent.delete(indexOf(parent, element), 1)
  const put = (node: NodeJson) => {
    if (isItemNode(node)) choice.comes(String(node.attrs?.id))
    const made = sharedElement(node)
    parent.insert(place(), [made])
    previous = made
  }
  for (const step of align<Alignable & { node: NodeJson; element?: Y.XmlElement }>(present, target)) {
    if (step.step === 'added') put(step.after.node)
    else if (step.step === 'removed') {
      const element = step.before.element!
      // An item that was put in further up has taken this one along.
      if (element._item?.deleted) continue
      if (choice.stays(step.before.node)) previous = element
      else remove(element)
    } else if (step.before.node.type !== step.after.node.type) {
      remove(step.before.element!)
      put(step.after.node)
    } else {
      previous = step.before.element!
      restoreElement(previous, step.after.node)
    }
  }
}

/** Makes an element the same as a node of the same type, in place. */
export function restoreElement(element: Y.XmlElement, node: NodeJson): void {
  if (isSame(nodeJson(element), node)) return
  restoreAttributes(element, node.attrs ?? {})
  const content = node.content ?? []
  const present = element.toArray()
  const groups = groupedContent(content)
  const isInline = groups.some(Array.isArray) || present.some((child) => child instanceof Y.XmlText)
  if (!isInline) restoreContent(element, content)
  else if (groups.length === present.length && groups.every((group, at) => fits(present[at]!, group))) {
    for (const [at, group] of groups.entries()) if (Array.isArray(group)) editText(present[at] as Y.XmlText, group)
  } else if (present.length === 1 && groups.length === 0) editText(present[0] as Y.XmlText, [])
  else {
    // Mentions or line breaks came or went between the words: the line is put in anew.
    element.delete(0, element.length)
    element.insert(0, sharedNodes(content))
  }
}

export function restoreAttributes(element: Y.XmlElement, wanted: Record<string, unknown>): void {
  const present = element.getAttributes() as Record<string, unknown>
  for (const name of new Set([...Object.keys(present), ...Object.keys(wanted)])) {
    if (!isSame(present[name] ?? null, wanted[name] ?? null)) setShared(element, name, wanted[name])
  }
}

export function isItemNode({ type }: NodeJson): boolean {
  return isItemKind(type)
}

function alignable(node: NodeJson): Wanted {
  if (isItemNode(node)) return { key: `item ${node.attrs?.id}`, text: null, node }
  return { key: canonicalJson(node), text: plainText(node), node }
}

function fits(child: unknown, group: NodeJson | unknown[]): boolean {
  if (Array.isArray(group)) return child instanceof Y.XmlText
  return child instanceof Y.XmlElement && isSame(nodeJson(child), group)
}

function indexOf(parent: Y.XmlElement, child: Y.XmlElement): number {
  return parent.toArray().indexOf(child)
}
