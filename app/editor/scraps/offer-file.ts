import { newItemId } from '#app/document/new-item-id.ts'
import type { EditorHost } from '../editor-host.ts'
import { isTextFile } from './is-text-file.ts'
import { keepFile, keepSource } from './keep-source.ts'
import type { ScrapOffer } from './scrap-offer.ts'

/** Offers what is in a file of text that was dropped or chosen; any other is kept in the drawer. */
export async function offerFile(host: EditorHost, file: File): Promise<void> {
  if (!isTextFile(file)) {
    host.say.set((await keepFile(host, file)) ?? `“${file.name}” is in the scraps of this draft.`)
    return
  }
  const offer = await readOffer(file)
  if (typeof offer === 'string') host.say.set(offer)
  else host.scrapOffer.set(offer)
}

/** Keeps several files in the drawer as they are, and says what came of it. */
export async function keepFiles(host: EditorHost, files: readonly File[]): Promise<void> {
  const problems: string[] = []
  for (const file of files) {
    const offer = isTextFile(file) ? await readOffer(file) : null
    const problem =
      typeof offer === 'string'
        ? offer
        : await (offer ? keepSource(host, offer, offer.recognised?.format ?? null) : keepFile(host, file))
    if (problem) problems.push(problem)
  }
  const kept = files.length - problems.length
  host.say.set([`${kept} of ${files.length} files are in the scraps of this draft.`, ...problems].join(' '))
}

/** The text of a file as an offer, or why there is none. */
async function readOffer(file: File): Promise<ScrapOffer | string> {
  const { longestScrapText, recogniseScrap } = await import('#app/scraps/read-scrap.ts')
  if (file.size > longestScrapText) return `“${file.name}” is larger than 12 MB. Split it first; nothing was changed.`
  const text = await file.text()
  if (!text.trim()) return `“${file.name}” is empty.`
  if (text.includes('\0')) return `“${file.name}” is no text.`
  const recognised = recogniseScrap(text)
  return { id: newItemId(), text, html: '', name: file.name, recognised, pasted: false, scrapIds: [], look: false }
}
