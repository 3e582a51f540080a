import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { Cause, TimelineEntry } from '#app/document/items.ts'
import type { EditorHost } from '../editor-host.ts'
import { writePart } from './write-part.ts'

const host = {
  facts: { get: () => ({ zone: 'UTC' }) },
  options: { teams: [{ id: 't1', name: 'Edge' }], factors: [{ id: 'f1', name: 'No signal' }] },
  names: { nameOf: (_kind: string, id: string) => (id === 'p1' ? { label: 'Gate engineer', detail: 'A Name' } : null) },
} as unknown as EditorHost

const text = (words: string, ...marks: { type: string }[]): NodeJson => ({ type: 'text', text: words, marks })
const paragraph = (...content: NodeJson[]): NodeJson => ({ type: 'paragraph', content })
const entry: NodeJson = {
  type: 'timelineEntry',
  attrs: TimelineEntry.parse({
    id: 'e1',
    at: '2026-11-12T14:03:00.000Z',
    precision: 'about',
    type: 'seen',
    milestones: ['first-effect'],
    evidence: [{ id: 'v1', kind: 'link', source: 'dashboard', href: 'https://board.example/1' }],
  }),
  content: [
    paragraph(text('Declines rose, said '), { type: 'mention', attrs: { kind: 'person', id: 'p1' } }, text('.')),
    paragraph(text('More below.')),
  ],
}

test('an entry is copied with its time, what it is and where that is written, and with roles for names', () => {
  expect(writePart(host, entry).markdown).toBe(
    '**about 14:03** Declines rose, said Gate engineer. (seen; first effect)\n\nMore below.\n\nSource: [dashboard](https://board.example/1)\n',
  )
})

test('a time that was typed in another zone is copied as it stands on the screen, in that of the document', () => {
  const abroad = { ...entry, attrs: { ...entry.attrs, zone: 'Asia/Tokyo', typed: '23:03 JST' } }
  expect(writePart(host, abroad).markdown).toContain('**about 14:03**')
})

test('a section is copied with its title, its prose, and its items as a list', () => {
  const cause: NodeJson = {
    type: 'cause',
    attrs: Cause.parse({ id: 'c1', role: 'hidden', factors: ['f1'], noChangeBecause: 'it is gone' }),
    content: [paragraph(text('The <window> was long'))],
  }
  const section = {
    type: 'section',
    attrs: { title: 'What allowed it' },
    content: [paragraph(text('Two of them.')), cause, cause],
  }
  const { markdown, html } = writePart(host, section)
  const line = '(made it hard to see; No signal; no change, because it is gone)'
  expect(markdown).toBe(
    `### What allowed it\n\nTwo of them.\n\n- The \\<window> was long ${line}\n- The \\<window> was long ${line}\n`,
  )
  const item = `<li><p>The &lt;window&gt; was long ${line}</p></li>`
  expect(html).toBe(`<h3>What allowed it</h3><p>Two of them.</p><ul>${item}${item}</ul>`)
})

test('no address that runs something, and no markup, gets out of the text into the HTML', () => {
  const link = { type: 'link', attrs: { href: 'javascript:alert(1)' } }
  const { html } = writePart(host, paragraph(text('<img src=x>', link as never)))
  expect(html).toBe('<p>&lt;img src=x&gt;</p>')
})
