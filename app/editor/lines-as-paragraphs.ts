import type { NodeJson } from '#app/document/document-json.ts'

/** Plain text as it stands: a paragraph for each line that is not empty. */
export function linesAsParagraphs(text: string): NodeJson[] {
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim())
    .map((line) => ({ type: 'paragraph', content: [{ type: 'text', text: line.trim() }] }))
}
