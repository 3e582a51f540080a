import { expect, test } from 'vitest'
import { type Saving, saveState, saveWords } from './save-state.ts'

const connected: Saving = {
  connection: 'connected',
  opened: true,
  unsent: false,
  lastEditAt: null,
  savedAt: null,
  refusal: null,
  mayWrite: true,
}
const noon = Date.UTC(2026, 10, 12, 13, 32)

test('an edit goes from editing to sent to saved, and is never called saved before the server said so', () => {
  const typed = { ...connected, unsent: true, lastEditAt: noon }
  expect(saveState(typed, noon + 100)).toBe('editing')
  expect(saveState(typed, noon + 60_000)).toBe('sent')
  expect(saveWords({ ...connected, savedAt: noon }, noon, 'Europe/Berlin')).toBe('Saved 14:32')
})

test('a lost connection is said, with what happens to the words', () => {
  const lost: Saving = { ...connected, connection: 'disconnected', unsent: true }
  expect(saveWords(lost, noon, 'UTC')).toBe('Offline: kept in this tab, will be sent')
  expect(saveState({ ...lost, connection: 'connecting' }, noon)).toBe('offline')
})

test('a first opening is no loss of connection', () => {
  expect(saveState({ ...connected, connection: 'connecting', opened: false }, noon)).toBe('opening')
})

test('a refusal says why, whatever else is true', () => {
  const refused = saveWords({ ...connected, unsent: true, refusal: 'signed-out' }, noon, 'UTC')
  expect(refused).toBe('Cannot save: you are signed out. Sign in again in another tab; what you typed stays here.')
})
