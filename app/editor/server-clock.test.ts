import { afterEach, expect, test, vi } from 'vitest'
import { createServerClock } from './server-clock.ts'

afterEach(() => vi.useRealTimers())

test('a device clock that is wrong by an hour, or set meanwhile, does not move the time', () => {
  const noon = Date.UTC(2026, 10, 12, 12)
  vi.useFakeTimers({ now: noon + 3_600_000, toFake: ['Date', 'performance'] })
  const { serverNow, serverTimeIs } = createServerClock()
  expect(serverNow()).toBe(noon + 3_600_000)
  serverTimeIs(noon)
  vi.advanceTimersByTime(5_000)
  expect(serverNow()).toBe(noon + 5_000)
  vi.setSystemTime(0)
  expect(serverNow()).toBe(noon + 5_000)
})
