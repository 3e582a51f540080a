import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Context, examples, lintBlock, ruleset, type Section, type TextBlock } from '../index.ts'
import { applyEdits } from './edits-between.ts'
import { proposeRewrite } from './propose-rewrite.ts'

const blockOf = (text: string, section: Section): TextBlock => ({ id: 'it', section, kind: 'text', text })

function rewritten(text: string, section: Section = 'causes', more: Partial<TextBlock> = {}, context: Context = {}) {
  const block = { ...blockOf(text, section), ...more }
  const [finding] = lintBlock(block, context)
  expect(finding, `nothing is noted in "${text}"`).toBeDefined()
  return proposeRewrite(finding!, block, (again) => lintBlock(again, context))
}

describe('another wording', () => {
  test.each<[before: string, section: Section, after: string]>([
    ['Who approved this?', 'questions', 'What made it look right to approve this?'],
    ['Wait, who merged the draft?', 'questions', 'Wait, what made it look right to merge the draft?'],
    ['Who wrote this bug?', 'questions', 'How did our system allow this bug?'],
    ['Who screwed up?', 'questions', 'How did our system allow this?'],
    ['Who let this through?', 'questions', 'How did our system let this through?'],
    ['Who broke the build?', 'questions', 'What broke the build?'],
    ['Who missed the alert?', 'questions', 'What made it easy to miss the alert?'],
    ['Whose fault is the gap?', 'questions', 'How did our system allow the gap?'],
    [
      'Why did the on-call restart it twice?',
      'questions',
      'What made it look right for the on-call to restart it twice?',
    ],
    [
      'Why didn’t the on-call react at 10:15?',
      'questions',
      'What would have prompted the on-call to react at 10:15, and was that there?',
    ],
    [
      'How could the reviewer miss a changed key in a diff of 40 lines (and 2,300 generated ones)?',
      'questions',
      'What made it easy for the reviewer to miss a changed key in a diff of 40 lines (and 2,300 generated ones)?',
    ],
    ['How could an engineer reach production?', 'questions', 'What let an engineer reach production?'],
    ['The operator on shift failed to drain the node.', 'causes', 'The operator on shift did not drain the node.'],
    ['The developer carelessly merged the draft.', 'causes', 'The developer merged the draft.'],
    ['A careless old rename took the catalogue offline.', 'causes', 'An old rename took the catalogue offline.'],
    ['Obviously, the flag was inverted.', 'causes', 'The flag was inverted.'],
    ['The dashboard clearly showed the rise.', 'causes', 'The dashboard showed the rise.'],
    ['Unfortunately, the mirror was stale.', 'timeline', 'The mirror was stale.'],
    ['The crew finally opened the gate.', 'timeline', 'The crew opened the gate.'],
    ['The root cause was an expired certificate.', 'causes', 'One cause was an expired certificate.'],
    ['Thanks to Bao for finally fixing the index.', 'thanks', 'Thanks to Bao for fixing the index.'],
  ])('%s', (before, section, after) => {
    expect(rewritten(before, section)?.after).toBe(after)
  })

  test.each<[string, Section]>([
    // That it was not meant is a fact; without the word it would read as meant.
    ['The developer accidentally merged the draft.', 'causes'],
    // What is left without the reproach is noted itself.
    ['The engineer should have checked the replica.', 'causes'],
    ['The on-call failed to check the replica.', 'causes'],
    // It may mean that they tried, that they said no, or what they had in mind.
    ['The engineer failed to restore the table.', 'causes'],
    ['The operator on shift refused to stop the rollout.', 'causes'],
    ['The engineer forgot to silence the check.', 'causes'],
    // A passive would hide who acted.
    ['The gate was finally opened.', 'timeline'],
    ['The change was sloppily prepared.', 'causes'],
    // A word that is more than a judgement.
    ['In hindsight, the second queue was the sign.', 'causes'],
    ['The reviewer was careless.', 'causes'],
    // Not a question that grammar alone can turn.
    ['Who was responsible for the check?', 'questions'],
    ['Why was the reviewer not there?', 'questions'],
    ['Whose idea was it?', 'questions'],
  ])('none for "%s"', (text, section) => {
    expect(rewritten(text, section)).toBeNull()
  })

  test('a mention stays where it is, and code is never rewritten', () => {
    const text = 'Why did \uFFFC restart it?'
    const found = rewritten(text, 'questions', { mentions: [{ offset: 8, kind: 'person' }] })
    expect(found?.after).toBe('What made it look right for \uFFFC to restart it?')
    expect(found?.edits.every(({ from, to }) => to <= 8 || from > 8)).toBe(true)

    const code = 'The developer carelessly merged `main`.'
    expect(rewritten(code, 'causes', { masks: [{ from: 32, to: 38 }] })?.edits).toEqual([
      { from: 14, to: 25, text: '' },
    ])
  })

  test('the sentences around it stay, and the edits are offsets in the block', () => {
    const text = 'It was noon. Obviously, the flag was inverted. Then it rained.'
    const found = rewritten(text)!
    expect(found.before).toBe('Obviously, the flag was inverted.')
    expect(applyEdits(text, found.edits)).toBe('It was noon. The flag was inverted. Then it rained.')
  })

  test('a second phrase of the sentence gets its wording as well, or there is none', () => {
    expect(rewritten('Obviously, a careless rename took the list offline.')?.after).toBe(
      'A rename took the list offline.',
    )
    expect(rewritten('Obviously, the engineer forgot the careless rename.')).toBeNull()
  })

  test('words that the house has are asked as well', () => {
    const context = { systems: ['draft desk'], levels: { 'omission-verb': 'hint' as const } }
    expect(rewritten('The operator on shift failed to drain the node.', 'causes', {}, context)).not.toBeNull()
  })
})

// Every sentence that the rules show, with what each section makes of it.
const sections: Section[] = ['causes', 'timeline', 'questions', 'thanks', 'changes', 'summary']
const shown = ruleset.flatMap(({ id }) =>
  [...examples[id]!.flagged, ...examples[id]!.pairs.map(([noted]) => noted)].map((example) => {
    const given = typeof example === 'string' ? { text: example } : example
    return { ...given, text: given.text.replace(/[[\]]/g, '') }
  }),
)
/** Words that may go. Nothing else is ever taken out, so no fact is. */
const mayGo = new Set(
  `who why did didn't not whose fault mistake is was how could failed neglected omitted to the root cause a an screwed up wrote
  wait , ? carelessly recklessly negligently sloppily lazily stupidly foolishly irresponsibly thoughtlessly careless sloppy
  reckless negligent lazy stupid foolish irresponsible thoughtless damn bloody goddamn fucking unfortunately luckily
  fortunately sadly regrettably thankfully surprisingly embarrassingly finally belatedly obviously clearly plainly just
  simply merely approved merged decided he she they`.split(/\s+/),
)

test('whatever is proposed has no note, hides nobody, asks for nobody, and leaves every fact', () => {
  const proposals = sections.flatMap((section) =>
    shown.flatMap(({ text, people, systems }) => {
      const context = { people, systems }
      const block = blockOf(text, section)
      return lintBlock(block, context).flatMap((finding) => {
        const found = proposeRewrite(finding, block, (again) => lintBlock(again, context))
        return found ? [{ ...found, block, context }] : []
      })
    }),
  )
  expect(proposals.length).toBeGreaterThan(40)
  for (const { before, after, edits, block, context } of proposals) {
    const start = block.text.indexOf(before)
    const text = applyEdits(block.text, edits)
    const touching = lintBlock({ ...block, text }, context).filter(
      ({ from, to }) => from < start + after.length && to > start,
    )
    expect(touching, after).toEqual([])
    const gone = edits.flatMap(
      ({ from, to }) =>
        block.text
          .slice(from, to)
          .toLowerCase()
          .match(/[\w’'-]+/g) ?? [],
    )
    const kept = new Set(after.toLowerCase().match(/[\w’'-]+/g))
    expect(
      gone.filter((word) => !mayGo.has(word.replace('’', "'")) && !kept.has(word)),
      `${before} → ${after}`,
    ).toEqual([])
    if (after.endsWith('?')) expect(after).not.toMatch(/\bwho\b|\bwhose\b/i)
    expect(after).toMatch(/^[\p{Lu}\p{N}\uFFFC“"(-]/u)
  }
})

test('any text may be handed in', () => {
  const piece = fc.constantFrom(
    ...shown.map(({ text }) => text),
    ' ',
    '\uFFFC',
    '🙂',
    'Obviously, ',
    'carelessly ',
    'Who ',
    'why did ',
    '\n',
    '`x` ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), fc.constantFrom(...sections), (pieces, section) => {
      const block = blockOf(pieces.join(''), section)
      for (const finding of lintBlock(block)) {
        const found = proposeRewrite(finding, block, lintBlock)
        if (!found) continue
        const { from, to } = finding.sentence
        expect(applyEdits(block.text, found.edits)).toBe(block.text.slice(0, from) + found.after + block.text.slice(to))
      }
    }),
    { numRuns: 300 },
  )
})
