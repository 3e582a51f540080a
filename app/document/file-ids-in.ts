import type { DocumentJson } from './document-json.ts'

/** The ids of all files that a document refers to, as evidence or as an image, hidden sections included. */
export function fileIdsIn(document: DocumentJson): Set<string> {
  const found = new Set<string>()
  look(document)
  return found

  function look(value: unknown): void {
    if (typeof value !== 'object' || value === null) return
    for (const [key, part] of Object.entries(value)) {
      if (key === 'fileId' && typeof part === 'string') found.add(part)
      else look(part)
    }
  }
}
