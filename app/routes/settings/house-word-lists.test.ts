import { expect, test } from 'vitest'
import { houseWordLists } from '#app/catalogue/house-words.ts'
import { lint } from '#app/linter/index.ts'
import { explainedLists } from './house-word-lists.ts'

const excerpts = (text: string, context = {}) =>
  lint([{ id: '', section: 'causes', kind: 'text', text }], context).map(({ excerpt }) => excerpt)

test.each(houseWordLists)('what the page says about %s is what the linter does', (list) => {
  const { word, sentence } = explainedLists[list]
  const text = sentence.before + sentence.phrase + sentence.after
  const [without, within] = [excerpts(text), excerpts(text, { [list]: [word] })]
  expect(within).toEqual(sentence.phrase ? [sentence.phrase] : [])
  expect(without).toHaveLength(sentence.phrase ? 0 : 1)
})

test('a two-faced noun is a program when nothing near says that a person is meant', () => {
  expect(excerpts('The pilot failed to answer.', { twoFaced: ['pilot'] })).toEqual([])
})

test('the page’s own words get no note', () => {
  for (const { about, says } of Object.values(explainedLists)) expect(excerpts(`${about} ${says}`)).toEqual([])
})
