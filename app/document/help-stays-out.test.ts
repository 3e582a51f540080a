import { renderToHTMLString } from '@tiptap/static-renderer/pm/html-string'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { addSection } from './add-section.ts'
import { changeTemplate } from './change-template.ts'
import { extract } from './extract.ts'
import { Facts } from './facts.ts'
import { markdownOfBlocks } from './markdown-of-blocks.ts'
import { plainText } from './plain-text.ts'
import { documentExtensions } from './schema.ts'
import { contentOf, fillSharedDocument, readDocument } from './shared-document.ts'
import { startDocument } from './start-document.ts'
import { lightTemplate, standardTemplate, type TemplateSection } from './templates.ts'
import { textBlocks } from './text-blocks.ts'

const asked = (sections: TemplateSection[]) =>
  sections.map((section) => ({ ...section, prompt: 'WHAT IS ASKED', help: 'WHAT HELPS' }))

test('what a template asks and its help are in no document: not in its JSON, text, Markdown, HTML, rows or shared state', () => {
  const shared = new Y.Doc()
  fillSharedDocument(shared, startDocument(asked(standardTemplate.sections)), Facts.parse({}))
  changeTemplate(shared, { to: { versionId: 'light', sections: asked(lightTemplate.sections) } })
  addSection(shared, asked(standardTemplate.sections)[4]!, null)
  const document = readDocument(shared)
  const html = renderToHTMLString({ content: document, extensions: documentExtensions })
  const written = [
    JSON.stringify(document),
    contentOf(shared).toString(),
    plainText(document),
    document.content.map(({ content = [] }) => markdownOfBlocks(content)).join('\n'),
    html,
    JSON.stringify(extract(document)),
    JSON.stringify(textBlocks(document)),
  ]
  expect(html).toContain('data-title="What happened"')
  for (const form of written) expect(form).not.toMatch(/WHAT IS ASKED|WHAT HELPS/)
})
