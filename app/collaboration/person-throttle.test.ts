import { expect, test, vi } from 'vitest'
import { createPersonThrottle } from './person-throttle.ts'

test('who types fast waits for nothing, who floods waits, and others do not wait for them', async () => {
  vi.useFakeTimers()
  try {
    const slowDown = createPersonThrottle()
    const passed: string[] = []
    for (let edit = 0; edit < 450; edit++) void slowDown('flood').then(() => passed.push('flood'))
    void slowDown('typing').then(() => passed.push('typing'))
    await vi.advanceTimersByTimeAsync(0)
    expect(passed).toHaveLength(401)
    expect(passed).toContain('typing')
    await vi.advanceTimersByTimeAsync(500)
    expect(passed).toHaveLength(451)
  } finally {
    vi.useRealTimers()
  }
})
