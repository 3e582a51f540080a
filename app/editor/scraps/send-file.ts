import { fileLimits, largestFile } from '#app/document/file-limits.ts'
import { newItemId } from '#app/document/new-item-id.ts'
import type { ScrapFile } from '#app/document/shared-document.ts'
import type { EditorHost } from '../editor-host.ts'

/** Sends a file to the post-mortem, under an id made up here. Answers what is kept, or why it is not, in words. */
export async function sendFile(host: EditorHost, file: File): Promise<ScrapFile | { words: string }> {
  if (file.size > fileLimits.bytes)
    return { words: `“${file.name}” is larger than ${largestFile}. Keep it where it is.` }
  if (file.size === 0) return { words: `“${file.name}” is empty.` }
  try {
    const response = await fetch(`/files/${newItemId()}${newItemId()}?of=${encodeURIComponent(host.reference)}`, {
      method: 'PUT',
      headers: { 'X-File-Name': encodeURIComponent(file.name) },
      body: file,
    })
    const answer = (await response.json()) as ScrapFile & { problem?: string }
    if (!response.ok) return { words: answer.problem ?? 'The server did not take it.' }
    const { id, name, bytes, mediaType } = answer
    return { id, name, bytes, mediaType }
  } catch {
    return { words: 'Files can be kept while the server is reached. Try again when the connection is back.' }
  }
}
