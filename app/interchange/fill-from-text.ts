import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { DocumentJson, SectionJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import { documentSchema } from '#app/document/schema.ts'
import { isEmptySection } from '#app/document/section-progress.ts'
import { contentOf, readDocument, readFacts, scrapsOf, writeFacts } from '#app/document/shared-document.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import { shortHash } from '#app/postmortems/short-hash.ts'
import { documentFromImport } from './document-from-import.ts'
import type { Imported } from './import-markdown.ts'

/** Under which name the text of the first box is kept as a scrap until it stands in the document. */
export const firstBoxScrap = 'first-box'

/** A text that ends with a new line goes on in a new line: an empty paragraph at the end of the section it ends in. */
function withOpenLine(document: DocumentJson, into: SectionJson | undefined): DocumentJson {
  if (!into) return document
  const open = { ...into, content: [...(into.content ?? []), { type: 'paragraph' }] }
  return { ...document, content: document.content.map((section) => (section === into ? open : section)) }
}

/**
 * Puts what was written into the first box into a draft that is still empty, and takes its scrap away. Answers the section
 * it ends in, for what is typed meanwhile. A draft that someone has begun to write is left alone: the text stays a scrap.
 * `again` says that what stands in it came from the box, which says something else by now.
 */
export function fillFromText(
  shared: Y.Doc,
  imported: Imported,
  template: { versionId: string | null; sections: TemplateSection[] },
  { endsInNewLine = false, again = false } = {},
): string | null {
  if (!again && extract(readDocument(shared)).some((section) => !isEmptySection(section))) return null
  const document = documentFromImport(imported, template.sections)
  const last = imported.sections.at(-1)
  const into =
    document.content.find((section) => section.attrs.key === last?.key) ??
    document.content.find((section) => section.attrs.title === last?.title)
  shared.transact(() => {
    const content = contentOf(shared)
    content.delete(0, content.length)
    prosemirrorJSONToYXmlFragment(documentSchema, endsInNewLine ? withOpenLine(document, into) : document, content)
    writeFacts(shared, { templateVersionId: template.versionId })
    if (imported.title && (again || !readFacts(shared).title)) writeFacts(shared, { title: imported.title })
    scrapsOf(shared).delete(firstBoxScrap)
  })
  return into?.attrs.id ?? null
}

/** A short mark of the document's content: another one as soon as anything in it is written. */
export function stateOf(shared: Y.Doc): string {
  return shortHash(JSON.stringify(readDocument(shared)))
}

/**
 * Adds what was typed while the draft was filled: it goes on where the section's text ends, further lines as paragraphs of
 * their own. A section that is gone meanwhile leaves it as a scrap, so that no letter is lost.
 */
export function appendTyped(shared: Y.Doc, sectionId: string, typed: string, at: string): void {
  shared.transact(() => {
    const section = contentOf(shared)
      .toArray()
      .find((node): node is Y.XmlElement => node instanceof Y.XmlElement && node.getAttribute('id') === sectionId)
    if (!section) {
      scrapsOf(shared).set(`${firstBoxScrap}-${at}`, { text: typed, place: 'Typed while the draft was opened', at })
      return
    }
    const [first = '', ...further] = typed.split('\n')
    const open = section.length > 0 ? section.get(section.length - 1) : null
    const text = lastText(section)
    if (open instanceof Y.XmlElement && open.nodeName === 'paragraph' && open.length === 0) {
      if (first) open.insert(0, [new Y.XmlText(first)])
    } else if (text) text.insert(text.length, first)
    else if (first) section.push([paragraphOf(first)])
    const lines = further.filter((line) => line.trim() !== '')
    if (lines.length > 0) section.push(lines.map(paragraphOf))
  })
}

function lastText(node: Y.XmlElement): Y.XmlText | null {
  for (const child of node.toArray().toReversed()) {
    if (child instanceof Y.XmlText) return child
    const found = child instanceof Y.XmlElement ? lastText(child) : null
    if (found) return found
  }
  return null
}

function paragraphOf(line: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(line)])
  return paragraph
}
