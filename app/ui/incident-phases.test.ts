import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { incidentPhases, type Phase, shareColumns } from './incident-phases.ts'

const exact = (time: string) => ({ at: `2026-11-12T${time}:00Z`, precision: 'exact' as const })
const full = {
  firstEffect: exact('14:03'),
  firstNoticed: exact('14:09'),
  firstRelief: exact('14:41'),
  normalAgain: exact('14:50'),
}

describe('the phases of an incident', () => {
  test('lie between its milestones', () => {
    expect(incidentPhases(full)).toEqual([
      { key: 'noticed', label: 'until noticed', seconds: 360, certain: true },
      { key: 'relief', label: 'until first relief', seconds: 1920, certain: true },
      { key: 'normal', label: 'until normal', seconds: 540, certain: true },
    ])
  })
  test('join where a milestone was not set', () => {
    const phases = incidentPhases({ ...full, firstRelief: null })
    expect(phases.map((phase) => [phase.key, phase.seconds])).toEqual([
      ['noticed', 360],
      ['normal', 2460],
    ])
  })
  test('keep their place but have no length where a time is unknown', () => {
    const phases = incidentPhases({ ...full, firstNoticed: { at: null, precision: 'unknown' } })
    expect(phases.map((phase) => [phase.key, phase.seconds, phase.certain])).toEqual([
      ['noticed', null, false],
      ['relief', null, false],
      ['normal', 540, true],
    ])
  })
  test('count a range from its middle and are not certain then', () => {
    const between = { at: '2026-11-12T14:05:00Z', until: '2026-11-12T14:15:00Z', precision: 'between' as const }
    expect(incidentPhases({ ...full, firstNoticed: between })[0]).toMatchObject({ seconds: 420, certain: false })
  })
  test('need a first effect', () => {
    expect(incidentPhases({ ...full, firstEffect: null })).toEqual([])
  })
  test('have no length when something was noticed before its effect', () => {
    expect(incidentPhases({ ...full, firstNoticed: exact('13:50') })[0]?.seconds).toBe(0)
  })
})

test('the columns of the bar always add up, and every phase has room for its label', () => {
  const phase = fc.record({
    key: fc.constant('noticed' as const),
    label: fc.constant(''),
    seconds: fc.option(fc.nat(10_000_000)),
    certain: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(phase, { minLength: 1, maxLength: 3 }), (phases: Phase[]) => {
      const shares = shareColumns(phases, 24, 4)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(24)
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(4)
    }),
  )
})
