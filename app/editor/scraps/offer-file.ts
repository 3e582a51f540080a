import type { EditorHost } from '../editor-host.ts'

/** Files that are text by their name, or as the browser says. */
export function isTextFile({ name, type }: File): boolean {
  return (
    /\.(?:txt|log|json|jsonl|ndjson|csv|tsv|out)$/i.test(name) ||
    /^(?:text\/(?:plain|csv)|application\/json)$/.test(type)
  )
}

/** Reads a file that was dropped or chosen, and offers what is in it. */
export async function offerFile(host: EditorHost, file: File): Promise<void> {
  const { longestScrapText, recogniseScrap } = await import('#app/scraps/read-scrap.ts')
  if (file.size > longestScrapText) {
    host.say.set(`“${file.name}” is larger than 12 MB. Split it first; nothing was changed.`)
    return
  }
  const text = await file.text()
  if (text.includes('\0') || !text.trim()) {
    host.say.set(text.trim() ? `“${file.name}” is no text.` : `“${file.name}” is empty.`)
    return
  }
  const recognised = recogniseScrap(text)
  host.scrapOffer.set({ text, html: '', name: file.name, recognised, pasted: false, scrapIds: [], look: false })
}
