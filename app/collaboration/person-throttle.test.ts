import { expect, test } from 'vitest'
import { createPersonThrottle } from './person-throttle.ts'

test('who types fast waits for nothing, who floods waits, and others do not wait for them', () => {
  let time = 0
  const wait = createPersonThrottle({ burst: 400, perSecond: 100 }, () => time)
  const waits = Array.from({ length: 450 }, () => wait('flood', 1))
  expect(waits.filter((each) => each === 0)).toHaveLength(400)
  expect(waits.at(-1)).toBe(500)
  expect(wait('typing', 1)).toBe(0)
  time = 500
  expect(wait('flood', 1)).toBe(10)
})

test('what is larger than a burst goes through later, not never', () => {
  const wait = createPersonThrottle({ burst: 100, perSecond: 50 }, () => 0)
  expect(wait('large', 200)).toBe(2000)
})
