import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { keptSentences } from './kept-sentences.ts'
import { keptOf } from './shared-document.ts'

function documentWithKept(values: unknown[]): Y.Doc {
  const shared = new Y.Doc()
  for (const [place, value] of values.entries()) keptOf(shared).set(`key${place}`, value as never)
  return shared
}

test('a sentence that was kept and a note that is not useful are told apart', () => {
  const kept = { ruleId: 'omission-verb', answer: 'kept', reason: 'their own words' }
  const notUseful = { ruleId: 'minimiser', answer: 'not-useful', reason: '' }
  expect(keptSentences(documentWithKept([kept, notUseful]))).toEqual([kept, notUseful])
})

test('in older documents the words of the button say that a note was not useful', () => {
  const older = [
    { ruleId: 'omission-verb', reason: 'not useful here' },
    { ruleId: 'omission-verb', reason: 'it quotes the vendor' },
  ]
  expect(keptSentences(documentWithKept(older)).map(({ answer }) => answer)).toEqual(['not-useful', 'kept'])
})

test('someone may type the words of the button as a reason, and it stays a reason', () => {
  const typed = { ruleId: 'omission-verb', answer: 'kept', reason: 'not useful here' }
  expect(keptSentences(documentWithKept([typed]))).toEqual([typed])
})

test('what another client wrote in their place is left out', () => {
  const foreign = [null, 7, 'kept', [], { reason: 'x' }, { ruleId: 8 }, { ruleId: 'minimiser', answer: 'loved' }]
  expect(keptSentences(documentWithKept(foreign))).toEqual([])
  expect(keptSentences(documentWithKept([{ ruleId: 'minimiser', answer: 'kept', reason: { deep: 1 } }]))).toEqual([
    { ruleId: 'minimiser', answer: 'kept', reason: '' },
  ])
})
