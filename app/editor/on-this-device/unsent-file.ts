import * as Y from 'yjs'
import { extract } from '#app/document/extract.ts'
import { readDocument, readFacts } from '#app/document/shared-document.ts'
import { unsentWords } from './unsent-words.ts'

/** What could not be sent, to be read (`markdown`) and to be brought back without loss (`json`). */
export function unsentFiles(
  shared: Y.Doc,
  acknowledged: Uint8Array | null,
  reference: string,
): { markdown: string; json: string } {
  const facts = readFacts(shared)
  const document = readDocument(shared)
  const notSent = unsentWords(shared, acknowledged)
  const title = facts.title || 'Untitled'
  const markdown = [
    `# ${title} (${reference})`,
    '## Not sent',
    ...notSent.map(({ place, text }) => `- ${place}: ${text.replaceAll('\n', ' ')}`),
    '## The whole text as it stood here',
    ...extract(document).flatMap((section) => [
      `### ${section.title}`,
      ...(section.text ? [section.text] : []),
      ...section.items.map((item) =>
        `- ${String(item.attributes.typed ?? '')} ${item.text.replaceAll('\n', '\n  ')}`.replace('-  ', '- '),
      ),
    ]),
  ].join('\n\n')
  const update = btoa(Array.from(Y.encodeStateAsUpdate(shared), (byte) => String.fromCharCode(byte)).join(''))
  const json = JSON.stringify({ format: 'candor-unsent', reference, facts, notSent, document, update }, null, 2)
  return { markdown: `${markdown}\n`, json: `${json}\n` }
}

/** Hands a text to the browser as a file. */
export function saveAsFile(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
