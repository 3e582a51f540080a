import { expect, test } from 'vitest'
import { placeBeside } from './place-beside.ts'

const window = { width: 1000, height: 800 }
const size = { width: 300, height: 200 }

test('a list opens under the line it was called in', () => {
  expect(placeBeside({ left: 100, top: 100, bottom: 120 }, size, window)).toEqual({
    left: 100,
    top: 126,
    maxHeight: 666,
  })
})

test('near the foot of the window it opens over the line', () => {
  expect(placeBeside({ left: 100, top: 700, bottom: 720 }, size, window)).toEqual({
    left: 100,
    bottom: 106,
    maxHeight: 686,
  })
})

test('a toolbar stands over what is selected, and under it at the head of the window', () => {
  expect(placeBeside({ left: 100, top: 400, bottom: 420 }, size, window, 'over').bottom).toBe(406)
  expect(placeBeside({ left: 100, top: 20, bottom: 40 }, size, window, 'over').top).toBe(46)
})

test('nothing hangs over the sides', () => {
  expect(placeBeside({ left: 950, top: 100, bottom: 120 }, size, window).left).toBe(692)
  expect(placeBeside({ left: -20, top: 100, bottom: 120 }, size, window).left).toBe(8)
})
