import { largestDocument, largestUpdate, mostDocuments, mostTabs } from '#app/document/live-limits.ts'
import { wallTimeAt } from '#app/document/zoned-time.ts'

/** What is known of the way from the keyboard to the database. Instants are milliseconds of the server's clock. */
export interface Saving {
  /** `connected` once the server's text is here and everything typed is on its way. */
  connection: 'connecting' | 'connected' | 'disconnected'
  /** The text has arrived once in this tab, from the server or from the copy on this device. */
  opened: boolean
  /** Something was typed here that the server has not acknowledged. */
  unsent: boolean
  /** A keystroke was a moment ago and the next one is expected. */
  typing: boolean
  /** Everything typed here that is not acknowledged is in the copy on this device. */
  kept: boolean
  /** The server takes longer, because so much came at once. */
  slowed: boolean
  /** When the server last said that everything sent so far is in its database. */
  savedAt: number | null
  refusal: Refusal | null
  mayWrite: boolean
}
export type Refusal = 'signed-out' | 'not-found' | 'read-only' | 'too-large' | 'full' | 'not-taken' | 'too-many'

export type SaveState = 'opening' | 'reading' | 'editing' | 'sent' | 'saved' | 'offline' | 'refused'

/** The state that is shown, which never says more than is known: saved means acknowledged, in the log and on disk. */
export function saveState({ connection, opened, unsent, typing, refusal, mayWrite }: Saving): SaveState {
  if (refusal) return 'refused'
  if (connection !== 'connected') return opened || connection === 'disconnected' ? 'offline' : 'opening'
  if (!opened) return 'opening'
  if (!mayWrite) return 'reading'
  if (typing) return 'editing'
  return unsent ? 'sent' : 'saved'
}

/** Refusals after which nothing typed here can be sent any more, or not by whoever is signed in now. */
export const endsWriting = new Set<Refusal | null>(['signed-out', 'not-found', 'read-only'])

/** The state in words; `zone` is that of whoever writes. */
export function saveWords(saving: Saving, zone: string): string {
  const state = saveState(saving)
  switch (state) {
    case 'opening':
      return 'Opening …'
    case 'reading':
      return 'You are reading along'
    case 'editing':
      return 'Editing …'
    case 'sent':
      return saving.slowed ? 'Sent, not saved yet: so much at once takes a moment' : 'Sent, not saved yet'
    case 'saved':
      return saving.savedAt === null ? 'Everything is saved' : `Saved ${clock(saving.savedAt, zone)}`
    case 'offline':
      return offlineWords(saving)
    case 'refused':
      return `Cannot save: ${refusalWords(saving)}`
  }
}

function offlineWords({ mayWrite, typing, unsent, kept }: Saving): string {
  if (!mayWrite) return 'Offline: this is the text as it was'
  if (typing) return 'Offline: editing …'
  const place = kept ? 'on this device' : 'in this tab'
  return unsent ? `Offline: kept ${place}, will be sent` : `Offline: what you type is kept ${place}`
}

function refusalWords({ refusal, unsent, kept }: Saving): string {
  const place = kept ? 'on this device' : 'in this tab'
  switch (refusal!) {
    case 'signed-out':
      return unsent
        ? `you are signed out. Sign in again in another tab; what you typed is kept ${place}.`
        : 'you are signed out. Sign in again in another tab and go on here.'
    case 'not-found':
      return 'this post-mortem is no longer shared with you.'
    case 'read-only':
      return 'you may read this draft now, but no longer change it.'
    case 'too-large':
      return `the last change is larger than ${megabytes(largestUpdate)}. Undo it and add it in parts, or as a file.`
    case 'full':
      return `this post-mortem has reached its ${megabytes(largestDocument)}. Undo the last change; evidence can be a link instead.`
    case 'not-taken':
      return 'the server could not read the last change. Undo it and make it again.'
    case 'too-many':
      return `you have ${mostTabs} tabs or ${mostDocuments} post-mortems open for writing, which is the most. Close some and try again.`
  }
}

const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`

function clock(at: number, zone: string): string {
  const { hour, minute } = wallTimeAt(at, zone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
