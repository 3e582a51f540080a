import { expect, test } from 'vitest'
import { type Refusal, type Saving, saveState, saveWords } from './save-state.ts'

const connected: Saving = {
  connection: 'connected',
  opened: true,
  unsent: false,
  typing: false,
  kept: true,
  slowed: false,
  savedAt: null,
  refusal: null,
  mayWrite: true,
}
const noon = Date.UTC(2026, 10, 12, 13, 32)

test('an edit goes from editing to sent to saved, and is never called saved before the server said so', () => {
  const typed = { ...connected, unsent: true, typing: true }
  expect(saveState(typed)).toBe('editing')
  expect(saveState({ ...typed, typing: false })).toBe('sent')
  expect(saveWords({ ...connected, savedAt: noon }, 'Europe/Berlin')).toBe('Saved 14:32')
})

test('a lost connection is said, and the device is named only when it has the words', () => {
  const lost: Saving = { ...connected, connection: 'disconnected', unsent: true }
  expect(saveWords(lost, 'UTC')).toBe('Offline: kept on this device, will be sent')
  expect(saveWords({ ...lost, kept: false }, 'UTC')).toBe('Offline: kept in this tab, will be sent')
  expect(saveWords({ ...lost, kept: false, typing: true }, 'UTC')).toBe('Offline: editing …')
  expect(saveWords({ ...lost, mayWrite: false, unsent: false }, 'UTC')).toBe('Offline: this is the text as it was')
  expect(saveState({ ...lost, connection: 'connecting' })).toBe('offline')
})

test('a first opening is no loss of connection', () => {
  expect(saveState({ ...connected, connection: 'connecting', opened: false })).toBe('opening')
})

test('a refusal says why, whatever else is true', () => {
  const refused = (refusal: Refusal) => saveWords({ ...connected, unsent: true, refusal }, 'UTC')
  expect(refused('signed-out')).toBe(
    'Cannot save: you are signed out. Sign in again in another tab; what you typed is kept on this device.',
  )
  expect(refused('too-large')).toBe(
    'Cannot save: the last change is larger than 4 MB. Undo it and add it in parts, or as a file.',
  )
  expect(refused('too-many')).toContain('60 tabs or 30 post-mortems')
})
