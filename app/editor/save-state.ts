import { wallTimeAt } from '#app/document/zoned-time.ts'

/** What is known of the way from the keyboard to the database. Instants are milliseconds. */
export interface Saving {
  connection: 'connecting' | 'connected' | 'disconnected'
  /** The server's text has arrived once in this tab. */
  opened: boolean
  /** Something was typed here that the server has not acknowledged. */
  unsent: boolean
  /** A keystroke was a moment ago and the next one is expected. */
  typing: boolean
  /** When the server last said that everything sent so far is in its database. */
  savedAt: number | null
  refusal: Refusal | null
  mayWrite: boolean
}
export type Refusal = 'signed-out' | 'not-found' | 'read-only' | 'too-large'

export type SaveState = 'opening' | 'reading' | 'editing' | 'sent' | 'saved' | 'offline' | 'refused'

/** The state that is shown, which never says more than is known: saved means acknowledged, and that means in the database. */
export function saveState({ connection, opened, unsent, typing, refusal, mayWrite }: Saving): SaveState {
  if (refusal) return 'refused'
  if (connection !== 'connected') return opened || connection === 'disconnected' ? 'offline' : 'opening'
  if (!opened) return 'opening'
  if (!mayWrite) return 'reading'
  if (typing) return 'editing'
  return unsent ? 'sent' : 'saved'
}

const refusals: Record<Refusal, string> = {
  'signed-out': 'you are signed out. Sign in again in another tab; what you typed stays here.',
  'not-found': 'this post-mortem is no longer shared with you. Copy what you still need from this page.',
  'read-only': 'you may read this draft now, but no longer change it. Copy what you still need from this page.',
  'too-large': 'the last change was too large to send at once. Undo it and add it in parts.',
}

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
      return 'Sent, not saved yet'
    case 'saved':
      return saving.savedAt === null ? 'Everything is saved' : `Saved ${clock(saving.savedAt, zone)}`
    case 'offline':
      return saving.unsent ? 'Offline: kept in this tab, will be sent' : 'Offline: what you type is kept in this tab'
    case 'refused':
      return `Cannot save: ${refusals[saving.refusal!]}`
  }
}

function clock(at: number, zone: string): string {
  const { hour, minute } = wallTimeAt(at, zone)
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
