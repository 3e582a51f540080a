import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { lint } from '#app/linter/index.ts'
import { readDocumentNotes } from './read-document-notes.ts'
import { readOutline } from './read-outline.ts'

const item = (type: string, id: string, text: string, attrs: Record<string, unknown> = {}): NodeJson => ({
  type,
  attrs: { id, ...attrs },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
function notesOf(causes: NodeJson[], changes: NodeJson[], kept: string[] = [], hidden: string | null = null) {
  const section = (kind: string, content: NodeJson[], hiddenBecause: string | null = null) => ({
    type: 'section',
    attrs: { id: kind, kind, title: '', hiddenBecause },
    content,
  })
  const doc = documentSchema.nodeFromJSON({
    type: 'doc',
    content: [section('causes', causes, hidden), section('changes', changes)],
  })
  return readDocumentNotes(readOutline(doc, 'UTC'), new Set(kept) as unknown as ReadonlyMap<string, unknown>, {})
}
const ids = (...given: Parameters<typeof notesOf>) => notesOf(...given).map(({ noteId }) => noteId)

const mirror = item('cause', 'c1', 'The mirror was stale.')
const window = item('cause', 'c2', 'The alert window was long.')
const guard = item('change', 'h1', 'The gate refuses a stale list.', { causes: ['c1', 'c2'] })
const reminder = item('change', 'h2', 'Remind everyone of the age.', { causes: ['c1', 'c2'] })

test('the document is read with what its items are linked to, and answers count', () => {
  expect(ids([mirror], [guard])).toEqual(['one-cause'])
  expect(ids([mirror, window], [])).toEqual(['cause-without-change'])
  expect(ids([mirror, window], [guard])).toEqual([])
  expect(ids([mirror, window], [reminder])).toEqual(['only-weaker-changes'])
  expect(ids([mirror, item('cause', 'c3', 'A long window.', { noChangeBecause: 'It is needed.' })], [guard])).toEqual(
    [],
  )
})

test('the author’s word on a change counts before the proposed one, and what is not done does not count', () => {
  const decided = item('change', 'h2', 'Remind everyone of the age.', {
    causes: ['c1', 'c2'],
    strength: 'intermediate',
  })
  expect(ids([mirror, window], [decided])).toEqual([])
  const dropped = item('change', 'h1', 'The gate refuses a stale list.', { causes: ['c1'], decision: 'not-doing' })
  expect(ids([mirror, window], [reminder, dropped])).toEqual(['only-weaker-changes'])
})

test('a section that is left out says nothing', () => {
  expect(ids([mirror], [guard], [], 'not now')).toEqual([])
})

test('what was left be stays so for everyone until its items change', () => {
  const [note] = notesOf([mirror, window], [reminder])
  expect(ids([mirror, window], [reminder], [note!.keepKey])).toEqual([])
  const changed = item('change', 'h2', 'Remind the crew of the age.', { causes: ['c1', 'c2'] })
  expect(ids([mirror, window], [changed], [note!.keepKey])).toEqual(['only-weaker-changes'])
})

test('a sentence that was kept in the last cause is not spoken of again', () => {
  const text = 'The engineer failed to check the age.'
  const last = item('cause', 'c9', text)
  const linked = item('change', 'h1', 'The gate refuses a stale list.', { causes: ['c1', 'c9'] })
  expect(ids([mirror, last], [linked])).toEqual(['ends-at-a-person'])
  const [finding] = lint([{ id: 'it', section: 'causes', kind: 'text', text }])
  expect(ids([mirror, last], [linked], [finding!.keepKey])).toEqual([])
})
