import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { acknowledgements } from './acknowledged-socket.ts'
import type { Refusal, Saving } from './save-state.ts'
import { createStore, type Store } from './store.ts'

/** Someone who has the document open, as the server says: nobody appears under another name. */
interface Present {
  clientId: number
  name: string
  color: string
}
/** The part of the provider that carets and presence need. */
type Awareness = NonNullable<HocuspocusProvider['awareness']>

export interface LiveDocument {
  shared: Y.Doc
  provider: { awareness: Awareness }
  saving: Store<Saving>
  others: Store<Present[]>
  /** Tries again at once, after a lost connection or a refusal. */
  retry: () => void
  close: () => void
}

/** So long after a keystroke, in milliseconds, the next one is still expected. */
const TYPING = 400
/** Between two attempts to reach the server again, in milliseconds: whoever waits for it is still at the page. */
const LONGEST_PAUSE = 6000

const colors = ['#2f7d6b', '#7a5c99', '#96501f', '#3b5b92', '#8a4560', '#646b79']

/** One of a few colours that white letters can be read on; the same person has the same one everywhere. */
function colorOf(personId: string): string {
  const sum = [...personId].reduce((total, letter) => total + letter.codePointAt(0)!, 0)
  return colors[sum % colors.length]!
}

/**
 * Opens the shared document of a post-mortem on the server's `/live`. The session's cookie says who it is. What is typed while
 * the connection is gone stays in the document of this tab and is sent when it is back.
 */
export function openLiveDocument(postmortemId: string, viewer: { id: string; name: string }): LiveDocument {
  const shared = new Y.Doc()
  const saving = createStore<Saving>({
    connection: 'connecting',
    opened: false,
    unsent: false,
    typing: false,
    savedAt: null,
    refusal: null,
    mayWrite: true,
  })
  const others = createStore<Present[]>([])
  const tell = (change: Partial<Saving>) => {
    const now = saving.get()
    const isNews = Object.entries(change).some(([key, value]) => now[key as keyof Saving] !== value)
    if (isNews) saving.set({ ...now, ...change })
  }
  const refuse = (refusal: Refusal) => tell({ refusal })

  const { Socket } = acknowledgements((isSaved) => {
    if (isSaved && saving.get().unsent) tell({ unsent: false, savedAt: Date.now() })
  })
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`,
    WebSocketPolyfill: Socket,
    maxDelay: LONGEST_PAUSE,
  })
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: postmortemId,
    document: shared,
    token: 'session',
    onStatus: ({ status }) => tell({ connection: status as Saving['connection'] }),
    onSynced: () => tell({ opened: true, ...(saving.get().refusal === 'too-large' ? {} : { refusal: null }) }),
    onAuthenticated: ({ scope }) => {
      const mayWrite = scope !== 'readonly'
      tell({ mayWrite, refusal: !mayWrite && saving.get().unsent ? 'read-only' : null })
    },
    onAuthenticationFailed: ({ reason }) => {
      // Whoever signs in again goes on; nothing that is typed after access was taken back could be sent.
      if (reason === 'signed-out') refuse('signed-out')
      else tell({ refusal: 'not-found', mayWrite: false })
    },
    onClose: ({ event }) => {
      if (event.code === 1009) refuse('too-large')
    },
    onStateless: ({ payload }) => {
      if ((JSON.parse(payload) as { refused?: string }).refused === 'too-large') refuse('too-large')
    },
    onAwarenessChange: ({ states }) => {
      const now = present(states, shared.clientID, viewer.id)
      // Every own letter moves one’s own caret, and is no news of who is here.
      if (JSON.stringify(now) !== JSON.stringify(others.get())) others.set(now)
    },
  })
  provider.attach()
  provider.awareness!.setLocalStateField('user', { id: viewer.id, name: viewer.name, color: colorOf(viewer.id) })

  let resting: ReturnType<typeof setTimeout> | undefined
  shared.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === provider) return
    tell({ unsent: true, typing: true })
    clearTimeout(resting)
    resting = setTimeout(() => tell({ typing: false }), TYPING)
  })
  function retry() {
    tell({ refusal: null })
    // An open socket has to be gone before a new one is asked for: until then the provider takes it for connected.
    if (socket.status === WebSocketStatus.Connected) {
      const again = () => {
        socket.off('disconnect', again)
        void socket.connect()
      }
      socket.on('disconnect', again)
      socket.disconnect()
    } else void socket.connect()
  }
  const isBack = () => {
    if (socket.status !== WebSocketStatus.Connected) retry()
  }
  const comeBack = () => {
    if (document.visibilityState === 'visible' && saving.get().refusal === 'signed-out') retry()
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (saving.get().unsent) event.preventDefault()
  }
  document.addEventListener('visibilitychange', comeBack)
  window.addEventListener('online', isBack)
  window.addEventListener('beforeunload', warn)

  return {
    shared,
    provider: { awareness: provider.awareness! },
    saving,
    others,
    retry,
    close() {
      clearTimeout(resting)
      document.removeEventListener('visibilitychange', comeBack)
      window.removeEventListener('online', isBack)
      window.removeEventListener('beforeunload', warn)
      provider.destroy()
      socket.destroy()
      shared.destroy()
    },
  }
}

/** Each other person once, however many tabs they have. */
function present(states: { clientId: number; [key: string]: unknown }[], own: number, viewerId: string): Present[] {
  const people = new Map<string, Present>()
  for (const { clientId, user } of states) {
    const { id, name, color } = (user ?? {}) as { id?: string; name?: string; color?: string }
    if (clientId === own || !name || id === viewerId) continue
    people.set(id ?? String(clientId), { clientId, name, color: color ?? colorOf(name) })
  }
  return [...people.values()]
}
