import type { DocumentJson } from './document-json.ts'

/** The file that an address in a text leads to, or null: a file that is no image stands in the text as a link to itself. */
export function fileIdOf(address: unknown): string | null {
  return typeof address === 'string' ? (/^\/files\/([a-z0-9]{20,40})$/.exec(address)?.[1] ?? null) : null
}

/** The ids of all files that a document refers to, as evidence, as an image or by a link, hidden sections included. */
export function fileIdsIn(document: DocumentJson): Set<string> {
  const found = new Set<string>()
  look(document)
  return found

  function look(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      const fileId = key === 'href' ? fileIdOf(part) : key === 'fileId' && typeof part === 'string' ? part : null
      if (fileId) found.add(fileId)
      else look(part)
    }
  }
}
