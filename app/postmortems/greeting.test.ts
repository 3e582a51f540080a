import { expect, test } from 'vitest'
import { greeting, waitingLine } from './greeting.ts'

test('the greeting is that of the clock where someone is', () => {
  const now = new Date('2026-11-12T22:30:00Z')
  expect(greeting(now, 'Europe/London')).toBe('Good evening.')
  expect(greeting(now, 'Asia/Tokyo')).toBe('Good morning.')
  expect(greeting(now, 'America/Chicago')).toBe('Good afternoon.')
  expect(greeting(now, 'Europe/Athens')).toBe('Hello.')
})

test('one line says what waits', () => {
  expect(waitingLine({ drafts: 0, dueChanges: 0 })).toBe('Nothing waits for you today.')
  expect(waitingLine({ drafts: 1, dueChanges: 2 })).toBe(
    'One draft is yours to go on with, and two changes are open in your teams.',
  )
  expect(waitingLine({ drafts: 13, dueChanges: 0 })).toBe('13 drafts are yours to go on with.')
})
