import type { NodeJson } from '../document-json.ts'
import { type HtmlElement, type HtmlNode, hasClass, isText } from './html-node.ts'
import { itemOf, type LevelledItem, type ListKind, listOf } from './levelled-items.ts'
import { insideOf } from './read-line.ts'
import type { Around, ElementReader, Reader } from './reader.ts'

/** A list of HTML; a list that stands in a list and not in an item, as Google Docs writes it, belongs to the item above. */
export const readList: ElementReader = (element, around, reader) => {
  const ordered = element.name === 'ol'
  const lists: NodeJson[] = []
  const stray: HtmlNode[] = []
  for (const child of element.children) {
    if (isText(child)) {
      if (child.text.trim()) stray.push(child)
    } else if (child.name === 'li') {
      addItem(lists, child, ordered, element, around, reader)
    } else {
      const blocks = reader.blocks([child], around)
      const above = lists.findLast(({ type }) => type.endsWith('List'))?.content?.at(-1)
      for (const block of blocks) (above?.content ?? lists).push(block)
    }
  }
  return [...lists, ...reader.blocks(stray, around)]
}

function addItem(
  lists: NodeJson[],
  item: HtmlElement,
  ordered: boolean,
  list: HtmlElement,
  around: Around,
  reader: Reader,
): void {
  const checked = checkedOf(item)
  const kind: ListKind = checked !== null ? 'taskList' : ordered ? 'orderedList' : 'bulletList'
  const content = reader.blocks(item.children, insideOf(item, around))
  const start = Number.parseInt(item.attributes['data-aria-posinset'] ?? list.attributes.start ?? '', 10) || 1
  if (item.attributes['data-aria-level']) {
    const level = Number.parseInt(item.attributes['data-aria-level'], 10) || 1
    const levelled: LevelledItem = {
      type: '#item',
      kind,
      level,
      list: item.attributes['data-listid'] ?? '',
      checked: checked ?? false,
      start,
      content,
    }
    lists.push(levelled)
    return
  }
  const open = lists.at(-1)
  const node = itemOf(kind, content, checked ?? false)
  if (open?.type === kind) open.content!.push(node)
  else lists.push(listOf(kind, [node], start))
}

/** Whether an item of a list of tasks is done; null where it is no task. */
function checkedOf(item: HtmlElement): boolean | null {
  const { attributes } = item
  if (attributes.role === 'checkbox') return attributes['aria-checked'] === 'true'
  if ('data-inline-task-id' in attributes) return hasClass(item, /^checked$/)
  if (attributes['data-type'] === 'taskItem') return attributes['data-checked'] === 'true'
  const box = checkboxIn(item)
  return box ? 'checked' in box.attributes : null
}

/** A box to tick at the beginning of an item, as Markdown becomes in a browser. */
function checkboxIn(element: HtmlElement): HtmlElement | null {
  const first = element.children.find((child) => !isText(child) || child.text.trim() !== '')
  if (!first || isText(first)) return null
  if (first.name === 'input') return first.attributes.type === 'checkbox' ? first : null
  return first.name === 'p' || first.name === 'label' || first.name === 'span' ? checkboxIn(first) : null
}
