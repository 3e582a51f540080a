import { describe, expect, test } from 'vitest'
import { type CauseSummary, type ChangeSummary, documentNotes, lint } from './index.ts'

const lintText = (text: string) => lint([{ id: 'it', section: 'causes', kind: 'text', text }])
const cause = (text: string, more: Partial<CauseSummary> = {}): CauseSummary => ({
  id: text.slice(0, 8),
  text,
  changes: 1,
  isAnswered: false,
  ...more,
})
const change = (text: string, strength?: ChangeSummary['strength']): ChangeSummary => ({
  id: text.slice(0, 8),
  text,
  strength,
})
const ids = (causes: CauseSummary[], changes: ChangeSummary[] = []) =>
  documentNotes(causes, changes, lintText).map(({ noteId }) => noteId)

describe('the document as a whole', () => {
  test('one cause only, unless it tells how things came together', () => {
    expect(ids([cause('The mirror was stale.')])).toEqual(['one-cause'])
    expect(ids([cause('The mirror was stale while the feed stood still.')])).toEqual([])
    expect(ids([cause('The mirror was stale.'), cause('No signal told its age.')])).toEqual([])
  })

  test('causes without a change, until one is linked or the answer is given', () => {
    const open = [cause('The mirror was stale.', { changes: 0 }), cause('No signal told its age.')]

    expect(documentNotes(open, [], lintText)[0]).toMatchObject({
      noteId: 'cause-without-change',
      items: [open[0]!.id],
    })
    expect(ids([{ ...open[0]!, isAnswered: true }, open[1]!])).toEqual([])
  })

  test('only changes that rely on memory, by the word of the author or by the wording', () => {
    const causes = [cause('The mirror was stale.'), cause('No signal told its age.')]

    expect(ids(causes, [change('Remind everyone of the age.'), change('Train the crew.')])).toEqual([
      'only-weaker-changes',
    ])
    expect(ids(causes, [change('Remind everyone of the age.'), change('The gate refuses a stale list.')])).toEqual([])
    expect(ids(causes, [change('Remind everyone of the age.', 'stronger')])).toEqual([])
    expect(ids(causes, [])).toEqual([])
  })

  test('a person as the cause in the end', () => {
    const first = cause('The mirror was stale.')

    expect(ids([first, cause('The engineer failed to check the age.')])).toEqual(['ends-at-a-person'])
    expect(ids([cause('The engineer failed to check the age.'), first])).toEqual([])
  })

  test('a change that nobody has written yet counts neither way', () => {
    const causes = [cause('The mirror was stale.'), cause('No signal told its age.')]

    expect(ids(causes, [change('Remind everyone of the age.'), change(' ')])).toEqual(['only-weaker-changes'])
    expect(ids(causes, [change(' ')])).toEqual([])
  })

  test('a note that was left comes back when what it is about reads differently, and not before', () => {
    const keyOf = (causes: CauseSummary[]) => documentNotes(causes, [], lintText)[0]?.keepKey
    const open = cause('The mirror was stale.', { id: 'c1', changes: 0 })
    const other = cause('No signal told its age.', { id: 'c2' })
    const before = keyOf([open, other])

    expect(keyOf([other, open])).toBe(before)
    expect(keyOf([open, { ...other, text: 'No signal told how old it was.' }])).toBe(before)
    expect(keyOf([{ ...open, text: 'The mirror was six hours old.' }, other])).not.toBe(before)
    expect(keyOf([open, { ...other, changes: 0 }])).not.toBe(before)
  })

  test('nothing told, nothing to say', () => {
    expect(ids([cause('  ', { changes: 0 })])).toEqual([])
  })

  test('its own words pass the linter', () => {
    const all = [
      ...documentNotes([cause('The engineer failed to check.', { changes: 0 })], [change('Train the crew.')], lintText),
    ]
    expect(all).toHaveLength(4)
    const texts = all.flatMap(({ message, why, question }) => [message, why, question])
    expect(
      lint(texts.map((text, at) => ({ id: `${at}`, section: 'prose' as const, kind: 'text' as const, text }))),
    ).toEqual([])
  })
})
