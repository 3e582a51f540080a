/** What a paste brought and the text has no place for; `text` is what could be read of it, so that nothing is dropped unseen. */
export interface LeftOut {
  kind: LeftOutKind
  text: string
}
export type LeftOutKind = 'comment' | 'drawing' | 'image' | 'macro' | 'video' | 'hidden' | 'heading'

const words: Record<LeftOutKind, [one: string, many: string]> = {
  comment: ['comment', 'comments'],
  drawing: ['drawing', 'drawings'],
  image: ['image', 'images'],
  macro: ['macro', 'macros'],
  video: ['video or embedded page', 'videos or embedded pages'],
  hidden: ['hidden passage', 'hidden passages'],
  heading: ['row of table headings', 'rows of table headings'],
}

export function leftOutWord(kind: LeftOutKind): string {
  return words[kind][0]
}

/** “3 comments and 1 drawing were left out.” */
export function leftOutInWords(all: readonly LeftOut[]): string {
  const counts = new Map<LeftOutKind, number>()
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  const parts = [...counts].map(([kind, count]) => `${count} ${words[kind][count === 1 ? 0 : 1]}`)
  const listed = parts.length > 1 ? `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}` : (parts[0] ?? '')
  return `${listed} ${all.length === 1 ? 'was' : 'were'} left out.`
}
