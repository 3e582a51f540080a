import type { EditorHost } from '../editor-host.ts'
import { isTextFile } from './is-text-file.ts'
import { keepFile } from './keep-source.ts'

/** Reads a file of text that was dropped or chosen, and offers what is in it; any other is kept in the drawer. */
export async function offerFile(host: EditorHost, file: File): Promise<void> {
  if (!isTextFile(file)) {
    host.say.set((await keepFile(host, file)) ?? `“${file.name}” is in the scraps of this draft.`)
    return
  }
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
