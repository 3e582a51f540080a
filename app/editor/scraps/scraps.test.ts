import { TextSelection } from '@tiptap/pm/state'
import { afterEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import type { NodeJson, SectionJson } from '#app/document/document-json.ts'
import { Facts } from '#app/document/facts.ts'
import { addScrap, readScraps, roomForScraps } from '#app/document/scraps.ts'
import { fillSharedDocument } from '#app/document/shared-document.ts'
import { largeScrap } from '#app/scraps/large-scrap.ts'
import { readScrap } from '#app/scraps/read-scrap.ts'
import { copyInStep, openWriter, type Writer } from '#tests/open-writer.ts'
import { sendFile } from '../files/send-file.ts'
import { findById } from '../item-acts.ts'
import { type ChosenWith, chosenEntries } from './chosen-entry.ts'
import { insertEntries } from './insert-entries.ts'
import { keepInDrawer, makeEntry, makeEvidence, makeQuestion, rewrite, throwAway } from './scrap-acts.ts'

vi.mock('../files/send-file.ts', () => ({ sendFile: vi.fn() }))

const entry = (id: string, clock: string, text: string): NodeJson => ({
  type: 'timelineEntry',
  attrs: { id, at: `2026-11-12T${clock}:00.000Z`, precision: 'exact', typed: clock },
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
})
const section = (kind: SectionJson['attrs']['kind'], ...content: NodeJson[]): SectionJson => ({
  type: 'section',
  attrs: { id: kind, key: null, kind, title: kind, hiddenBecause: null },
  content,
})

const writers: Writer[] = []
afterEach(() => {
  for (const writer of writers.splice(0)) writer.close()
})

function open(...entries: NodeJson[]): Writer {
  const shared = new Y.Doc()
  const content = [section('timeline', ...entries), section('questions')]
  fillSharedDocument(shared, { type: 'doc', content }, Facts.parse({}))
  const writer = openWriter(shared)
  writers.push(writer)
  return writer
}

const timeline = ({ view }: Writer) => view.state.doc.child(0).children.map(({ textContent }) => textContent)
const settings: ChosenWith = {
  format: 'slack-copy',
  source: 'Slack',
  naming: { as: 'nobody' },
  shift: 0,
  asEvidence: true,
  original: '',
  now: '2026-11-14T10:00:00.000Z',
}
const chat = 'Ana Reyes\n  2:04 PM\nrate is up\nBo Lind\n  2:12 PM\nrestarted the proxy\n'
const chosen = (change: Partial<ChosenWith> = {}) =>
  chosenEntries(
    readScrap(chat, 'slack-copy', { zone: 'UTC', day: '2026-11-12', today: '2026-11-14' }).candidates.map(
      (candidate) => ({
        candidate,
      }),
    ),
    { ...settings, original: chat, ...change },
  )
const insert = (writer: Writer, entries: NodeJson[], where: 'in-time' | 'at-caret' = 'in-time') =>
  insertEntries(writer.view, entries, { where, mayWrite: () => true, onProgress: () => {} })
const scrapOf = (writer: Writer, text: string) => {
  addScrap(writer.host.shared, { text, place: 'Slack', kind: 'thought' })
  return readScraps(writer.host.shared).at(-1)!
}

test('chosen messages stand at their places in time, and one undo takes all of them back', async () => {
  const writer = open(entry('a', '14:00', 'The job ran.'), entry('b', '14:10', 'Support called.'))
  await insert(writer, chosen())
  expect(timeline(writer)).toEqual(['The job ran.', 'rate is up', 'Support called.', 'restarted the proxy'])
  writer.editor.commands.undo()
  expect(timeline(writer)).toEqual(['The job ran.', 'Support called.'])
  writer.editor.commands.redo()
  expect(timeline(writer)).toHaveLength(4)
})

test('at the caret they stand together, in the order of the source', async () => {
  const writer = open(entry('a', '14:00', 'The job ran.'), entry('b', '14:10', 'Support called.'))
  const { pos } = findById(writer.view.state.doc, 'a')!
  writer.view.dispatch(writer.view.state.tr.setSelection(TextSelection.create(writer.view.state.doc, pos + 2)))
  await insert(writer, chosen(), 'at-caret')
  expect(timeline(writer)).toEqual(['The job ran.', 'rate is up', 'restarted the proxy', 'Support called.'])
})

test('a thousand entries go in as one step, and what another writes meanwhile stays', async () => {
  const writer = open(entry('a', '14:00', 'The job ran.'))
  const other = openWriter(copyInStep(writer.host.shared))
  writers.push(other)
  const { candidates } = readScrap(largeScrap('plain-chat', 1000), 'plain-chat', {
    zone: 'UTC',
    day: '2026-11-12',
    today: '2026-11-14',
  })
  const entries = chosenEntries(
    candidates.map((candidate) => ({ candidate })),
    settings,
  )
  let typed = false
  await insertEntries(writer.view, entries, {
    where: 'in-time',
    mayWrite: () => true,
    onProgress: () => {
      if (typed) return
      typed = true
      const { pos, node } = findById(other.view.state.doc, 'a')!
      other.view.dispatch(other.view.state.tr.insertText(' Twice.', pos + node.nodeSize - 2))
    },
  })
  expect(timeline(writer)).toHaveLength(1001)
  expect(timeline(writer)[0]).toBe('The job ran. Twice.')
  expect(timeline(other)).toEqual(timeline(writer))
  writer.editor.commands.undo()
  expect(timeline(writer)).toEqual(['The job ran. Twice.'])
})

test('nobody is named in an entry or in its evidence unless that was chosen', () => {
  const shown = JSON.stringify(chosen())
  expect(shown).not.toContain('Ana')
  expect(shown).not.toContain('Bo Lind')
  const roles = chosen({ naming: { as: 'roles', roles: { 'Ana Reyes': 'support', 'Bo Lind': 'on-call engineer' } } })
  expect(JSON.stringify(roles)).not.toMatch(/Ana|Lind/)
  expect(roles[1]!.content![0]!.content![0]!.text).toBe('On-call engineer: restarted the proxy')
})

test('a clock that was wrong by an hour is set right in the time, and the time as typed stays', () => {
  expect(chosen({ shift: 3_600_000 })[0]!.attrs).toMatchObject({ at: '2026-11-12T15:04:00.000Z', typed: '2:04 PM' })
})

test('a scrap becomes an entry at its time, and undo makes it a scrap again', async () => {
  const writer = open(entry('a', '14:00', 'The job ran.'), entry('b', '14:10', 'Support called.'))
  await makeEntry(writer, scrapOf(writer, '14:05 the graph went flat\nand stayed so'))
  expect(timeline(writer)).toEqual(['The job ran.', 'the graph went flatand stayed so', 'Support called.'])
  expect(readScraps(writer.host.shared)).toEqual([])
  writer.editor.commands.undo()
  expect(timeline(writer)).toHaveLength(2)
  expect(readScraps(writer.host.shared).map(({ text }) => text)).toEqual(['14:05 the graph went flat\nand stayed so'])
})

test('a scrap becomes a source of the entry with the caret, or a question, and undo makes it a scrap again', () => {
  const writer = open(entry('a', '14:00', 'The job ran.'))
  const { pos } = findById(writer.view.state.doc, 'a')!
  writer.view.dispatch(writer.view.state.tr.setSelection(TextSelection.create(writer.view.state.doc, pos + 2)))
  const evidence = () => findById(writer.view.state.doc, 'a')!.node.attrs.evidence as { text: string; source: string }[]

  makeEvidence(writer, scrapOf(writer, 'exit code 0'))
  expect(evidence()).toMatchObject([{ kind: 'snippet', text: 'exit code 0', source: 'Slack' }])
  expect(readScraps(writer.host.shared)).toEqual([])
  writer.editor.commands.undo()
  expect(evidence()).toEqual([])
  expect(readScraps(writer.host.shared)).toHaveLength(1)

  makeQuestion(writer, readScraps(writer.host.shared)[0]!)
  expect(writer.view.state.doc.child(1).textContent).toBe('exit code 0')
  writer.editor.commands.undo()
  expect(writer.view.state.doc.child(1).textContent).toBe('')
  expect(readScraps(writer.host.shared)).toHaveLength(1)
})

test('what a full drawer has no room for is kept as a file, and nothing is said to be kept that is not', async () => {
  const writer = open()
  addScrap(writer.host.shared, { text: 'x'.repeat(roomForScraps), place: '', kind: 'source' })
  vi.mocked(sendFile).mockResolvedValueOnce({ ok: false, reason: 'away' })
  expect(await keepInDrawer(writer, 'a half-thought')).toContain('Try again when the connection is back.')

  const file = { id: 'thefileofahalfthought', name: 'scrap.txt', bytes: 14, mediaType: 'text/plain' }
  vi.mocked(sendFile).mockResolvedValueOnce({ ok: true, file })
  expect(await keepInDrawer(writer, 'a half-thought')).toBeNull()
  expect(await vi.mocked(sendFile).mock.lastCall![0].text()).toBe('a half-thought')
  expect(readScraps(writer.host.shared).map(({ file }) => file?.name)).toContain('scrap.txt')
})

test('what is thrown away comes back with undo', () => {
  const writer = open(entry('a', '14:00', 'The job ran.'))
  throwAway(writer, scrapOf(writer, 'a half-thought'))
  expect(readScraps(writer.host.shared)).toEqual([])
  writer.editor.commands.undo()
  expect(readScraps(writer.host.shared).map(({ text }) => text)).toEqual(['a half-thought'])
})

test('a scrap that two people change at once is kept twice', () => {
  const writer = open()
  const scrap = scrapOf(writer, 'before')
  rewrite(writer, scrap, 'theirs')
  rewrite(writer, scrap, 'mine')
  expect(
    readScraps(writer.host.shared)
      .map(({ text }) => text)
      .toSorted(),
  ).toEqual(['mine', 'theirs'])
})

test('what somebody else adds to the scraps is here at once, and undo leaves it', () => {
  const writer = open(entry('a', '14:00', 'The job ran.'))
  const other = openWriter(copyInStep(writer.host.shared))
  writers.push(other)
  addScrap(other.host.shared, { text: 'theirs', place: '', kind: 'thought' })
  expect(writer.host.scraps.get().map(({ text }) => text)).toEqual(['theirs'])
  throwAway(writer, scrapOf(writer, 'mine'))
  writer.editor.commands.undo()
  writer.editor.commands.undo()
  expect(readScraps(writer.host.shared).map(({ text }) => text)).toEqual(['theirs', 'mine'])
})
