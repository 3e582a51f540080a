/** A replacement in a text: what stands in the half-open range makes way for `text`. */
export interface Edit {
  from: number
  to: number
  text: string
}

const TOKEN = /\s+|[\p{L}\p{N}'’_-]+|[^\s]/gu

/**
 * The fewest whole words to replace so that one text becomes the other, in order. Words that stay are not touched, so that
 * a mention, bold letters or what somebody types there meanwhile stay where they are.
 */
export function editsBetween(before: string, after: string): Edit[] {
  const old = before.match(TOKEN) ?? []
  const next = after.match(TOKEN) ?? []
  const common = commonLengths(old, next)
  const edits: Edit[] = []
  let offset = 0
  let [i, j] = [0, 0]
  while (i < old.length || j < next.length) {
    if (i < old.length && j < next.length && old[i] === next[j]) {
      offset += old[i++]!.length
      j++
      continue
    }
    const edit = edits.at(-1)?.to === offset ? edits.at(-1)! : { from: offset, to: offset, text: '' }
    if (edit !== edits.at(-1)) edits.push(edit)
    if (i < old.length && (j === next.length || common[i + 1]![j]! >= common[i]![j + 1]!)) {
      offset += old[i++]!.length
      edit.to = offset
    } else edit.text += next[j++]
  }
  return joined(edits, before)
}

/** Edits with nothing but a space between them read better as one. */
function joined(edits: Edit[], before: string): Edit[] {
  const whole: Edit[] = []
  for (const edit of edits) {
    const last = whole.at(-1)
    const between = last && before.slice(last.to, edit.from)
    if (last && between?.trim() === '') {
      last.text += between + edit.text
      last.to = edit.to
    } else whole.push({ ...edit })
  }
  return whole
}

/** Applies edits to the text they were made for. */
export function applyEdits(text: string, edits: Edit[]): string {
  return edits.toReversed().reduce((now, edit) => now.slice(0, edit.from) + edit.text + now.slice(edit.to), text)
}

/** How many tokens the rests from i and from j have in common, for every pair. A sentence is short, so the table is small. */
function commonLengths(old: string[], next: string[]): number[][] {
  const common = Array.from({ length: old.length + 1 }, () => new Array<number>(next.length + 1).fill(0))
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = next.length - 1; j >= 0; j--) {
      common[i]![j] = old[i] === next[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
    }
  }
  return common
}
