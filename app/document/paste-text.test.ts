import fc from 'fast-check'
import { expect, test } from 'vitest'
import { timelineFromText } from './paste-text.ts'
import { plainText } from './plain-text.ts'
import { documentSchema } from './schema.ts'

const context = { zone: 'UTC', previous: null, today: '2026-11-12' }

test('pasted lines that begin with a time become entries, and a line without one goes on with the entry above', () => {
  const nodes = timelineFromText(
    'From the channel:\n14:03:10 - Rotation job 8812 ran\n- [14:05–14:12] alerts stayed green\nnobody was paged\n~14:20 | calls',
    context,
  )!
  expect(nodes.map(({ type, attrs, content }) => [type, attrs?.typed, plainText({ type, content })])).toEqual([
    ['paragraph', undefined, 'From the channel:'],
    ['timelineEntry', '14:03:10', 'Rotation job 8812 ran'],
    ['timelineEntry', '14:05–14:12', 'alerts stayed green\nnobody was paged'],
    ['timelineEntry', '~14:20', 'calls'],
  ])
  expect(nodes.slice(1).map(({ attrs }) => [attrs!.at, attrs!.precision])).toEqual([
    ['2026-11-12T14:03:10.000Z', 'exact'],
    ['2026-11-12T14:05:00.000Z', 'between'],
    ['2026-11-12T14:20:00.000Z', 'about'],
  ])
})

test('times are in the zone they name, or the one that is named above them, and on the day that stands above them', () => {
  const nodes = timelineFromText(
    'Timeline (all times EST)\n[14:03 UTC] calls\n14:05-14:12 (CET): alerts\n12 Nov 2026:\n09:00 relief\nFriday\n10:00 THE END',
    { ...context, zone: 'Europe/Oslo' },
  )!
  expect(
    nodes.map(({ type, attrs, content }) => [attrs?.at ?? type, attrs?.typed, plainText({ type, content })]),
  ).toEqual([
    ['paragraph', undefined, 'Timeline (all times EST)'],
    ['2026-11-12T14:03:00.000Z', '14:03 UTC', 'calls'],
    ['2026-11-12T13:05:00.000Z', '14:05-14:12 CET', 'alerts'],
    ['paragraph', undefined, '12 Nov 2026:'],
    ['2026-11-12T14:00:00.000Z', '09:00', 'relief'],
    ['paragraph', undefined, 'Friday'],
    ['2026-11-13T15:00:00.000Z', '10:00', 'THE END'],
  ])
})

test('a line of nothing but space takes no longer than another one', () => {
  const nodes = timelineFromText(`${' '.repeat(400_000)}x\n- ${' '.repeat(400_000)}y\n14:03 it ran`, context)!
  expect(nodes).toHaveLength(3)
})

test('text without times is no timeline, and a line with an impossible time keeps its words', () => {
  expect(timelineFromText('The job ran.\nThen it stopped.', context)).toBeNull()
  const nodes = timelineFromText('14:03 the job ran\n25:99 it stopped', context)!
  expect(plainText(nodes[0]!)).toBe('the job ran\n25:99 it stopped')
})

test('whatever is pasted fits the schema, and every word of it is kept', () => {
  const line = fc.array(
    fc.constantFrom('14:03', '-', '#', '>', '```', 'alpha', 'beta', '25:99', '**x**', '`y`', '1.'),
    {
      maxLength: 6,
    },
  )
  const pasted = fc
    .array(
      line.map((pieces) => pieces.join(' ')),
      { maxLength: 8 },
    )
    .map((lines) => lines.join('\n'))
  const words = (text: string) => (text.match(/alpha|beta|25:99|x|y/g) ?? []).toSorted()
  fc.assert(
    fc.property(pasted, (text) => {
      const nodes = timelineFromText(text, context)
      if (!nodes) return
      documentSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'section', content: nodes }] }).check()
      expect(words(plainText({ type: 'doc', content: nodes }))).toEqual(words(text))
    }),
  )
})
