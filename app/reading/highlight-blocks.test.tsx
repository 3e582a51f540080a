import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { documentWith } from '#tests/documents.ts'
import { withHighlights } from './highlight-blocks.ts'
import { RichText } from './rich-text.tsx'

const code = (text: string, language: string | null) => ({
  type: 'codeBlock',
  attrs: { language },
  content: [{ type: 'text', text }],
})

function pageOf(block: ReturnType<typeof code>) {
  const document = documentWith({ 'if-again': 'x' })
  const section = document.content.find(({ attrs }) => attrs.key === 'if-again')!
  section.content = [block]
  const read = withHighlights(document).content.find(({ attrs }) => attrs.key === 'if-again')!
  return renderToStaticMarkup(<RichText blocks={read.content!} />)
}

test('code on a page has its words marked before it is sent', () => {
  expect(pageOf(code('echo "PM-1"', 'sh'))).toContain(
    '<code><span class="code-built_in">echo</span> <span class="code-string">&quot;PM-1&quot;</span></code>',
  )
})

test('code in no language of ours is shown as it is written, with no reference made a link and no space changed', () => {
  expect(pageOf(code('31 % of PM-1\n  <b>', 'cobol'))).toContain('<code>31 % of PM-1\n  &lt;b&gt;</code>')
})
