import { expect, test } from 'vitest'
import type { NodeJson } from '#app/document/document-json.ts'
import { documentSchema } from '#app/document/schema.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import { readOutline } from './read-outline.ts'
import { unmarkedTime } from './unmarked-time.ts'

const entry = (attrs: Record<string, unknown>): NodeJson => ({
  type: 'timelineEntry',
  attrs: { id: String(attrs.at), precision: 'exact', ...attrs },
  content: [{ type: 'paragraph' }],
})
const at = (time: string, ...milestones: string[]) => entry({ at: `2026-11-12T${time}:00.000Z`, milestones })

function askedAfter(entries: NodeJson[], section = 'what-happened') {
  const document = startDocument(standardTemplate.sections)
  for (const { attrs, content } of document.content)
    if (attrs.key === 'what-happened') content!.splice(0, 1, ...entries)
  const outline = readOutline(documentSchema.nodeFromJSON(document), 'UTC')
  return unmarkedTime(outline, { id: outline.sections.find(({ key }) => key === section)!.id })
}

test('a timeline asks for the first effect, then for normal again, then for nothing', () => {
  expect(askedAfter([at('14:03'), at('14:09'), at('14:50')])).toBe('first-effect')
  expect(askedAfter([at('14:03', 'first-effect'), at('14:09'), at('14:50')])).toBe('normal-again')
  expect(askedAfter([at('14:03', 'first-effect'), at('14:09'), at('14:50', 'normal-again')])).toBe(null)
})

test('it does not ask while there are one or two times, nor counts conditions from before and entries without a time', () => {
  expect(askedAfter([at('14:03'), at('14:09')])).toBe(null)
  const spring = entry({ at: '2026-03-01T00:00:00.000Z', precision: 'season' })
  expect(askedAfter([spring, at('14:03'), at('14:09'), entry({ at: null, precision: 'unknown' })])).toBe(null)
})

test('only a timeline asks', () => {
  expect(askedAfter([at('14:03'), at('14:09'), at('14:50')], 'changing')).toBe(null)
})
