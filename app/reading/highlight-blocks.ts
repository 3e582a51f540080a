import { codeLanguage } from '#app/document/code-languages.ts'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { highlightCode } from '#app/document/highlight-code.ts'

/**
 * A document with the pieces of its code marked, for a page: highlighting is done before the page is sent, so that no reader
 * loads it.
 */
export function withHighlights(document: DocumentJson): DocumentJson {
  return { ...document, content: document.content.map(marked) }
}

function marked<Json extends NodeJson>(node: Json): Json {
  if (node.type !== 'codeBlock') return node.content ? { ...node, content: node.content.map(marked) } : node
  const code = (node.content ?? []).map(({ text }) => text ?? '').join('')
  const language = codeLanguage(node.attrs?.language)
  const pieces = language ? highlightCode(code, language) : [{ text: code, look: null }]
  const content = pieces
    .filter(({ text }) => text)
    .map(({ text, look }) => ({ type: 'text', text, marks: [{ type: 'codePiece', attrs: { look } }] }))
  return { ...node, content }
}
