import { canonicalJson } from '#app/document/canonical-json.ts'
import type { DocumentJson } from '#app/document/document-json.ts'
import type { Facts } from '#app/document/facts.ts'

/** SHA-256 of document and facts in canonical JSON, 64 hexadecimal digits: what a version is known by. */
export async function contentHash(document: DocumentJson, facts: Facts): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson({ document, facts }))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
