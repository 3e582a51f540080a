import { describe, expect, test } from 'vitest'
import { strengthOf } from './strength.ts'

describe('the strength of a change', () => {
  test.each([
    ['The purge command refuses clusters that are tagged production.', 'stronger'],
    ['CI rejects a migration without a way back.', 'stronger'],
    ['Remove the old path from the console.', 'stronger'],
    ['New keys expire by default.', 'stronger'],
    ['Page when the mirror is older than a minute.', 'intermediate'],
    ['A canary takes the first ten minutes of each rollout.', 'intermediate'],
    ['Hold a drill of the storm fallback in May.', 'intermediate'],
    ['Train the night shift in the new screen.', 'weaker'],
    ['Double-check the region before a purge is merged.', 'weaker'],
    ['Write a wiki page on the hand-over.', 'weaker'],
    ['Remind everyone of the default.', 'weaker'],
    ['Investigate why the alerts stayed silent.', 'weaker'],
    ['Document how the default is set.', 'weaker'],
    ['We will always check the region before a purge.', 'weaker'],
    ['Retire the old path; the review page documents what replaces it.', 'stronger'],
    ['Ask the master to confirm each automatic cancellation.', 'weaker'],
    ['Write a script that refuses a stale list.', 'stronger'],
    ['Train the fraud model to reject the old labels.', 'stronger'],
    ['An import with an unknown kind stops before anything is written.', 'stronger'],
    ['A pipeline job rejects what nobody documents.', 'stronger'],
  ])('%s → %s', (text, strength) => {
    expect(strengthOf(text)?.strength).toBe(strength)
  })

  test('says which word it went by', () => {
    expect(strengthOf('The purge command refuses production.')?.why).toBe(
      '"refuses" carries the step itself, whoever is there.',
    )
  })

  test('proposes nothing where nothing speaks either way', () => {
    expect(strengthOf('Ferries.')).toBeNull()
    expect(strengthOf('Rail companies let trains stand for that hour, and share the gap.')).toBeNull()
    expect(strengthOf('')).toBeNull()
  })
})
