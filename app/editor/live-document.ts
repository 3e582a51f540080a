import { HocuspocusProvider, HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { acknowledgements } from './acknowledged-socket.ts'
import { type AskedRight, askLiveRight } from './ask-live-right.ts'
import { connectAnew } from './connect-anew.ts'
import { withHeartbeat } from './heartbeat.ts'
import type { LocalCopy } from './on-this-device/local-copy.ts'
import { colorOf, type Present, present } from './presence.ts'
import { endsWriting, type Refusal, type Saving } from './save-state.ts'
import { serverNow, serverTimeIs } from './server-clock.ts'
import { createStore, type Store } from './store.ts'

/** The part of the provider that carets and presence need. */
type Awareness = NonNullable<HocuspocusProvider['awareness']>

export interface LiveDocument {
  shared: Y.Doc
  provider: { awareness: Awareness }
  saving: Store<Saving>
  others: Store<Present[]>
  /** What the server had at the last acknowledgement, as a state vector; null before the first. */
  acknowledged: () => Uint8Array | null
  /** Says to others in which section the caret is. */
  isIn: (sectionId: string | null) => void
  /** Tries again at once, after a lost connection or a refusal. */
  retry: () => void
  /** The page is left. The connection stays until what was typed is acknowledged or refused. */
  close: () => void
}

/** So long after a keystroke, in milliseconds, the next one is still expected. */
const TYPING = 400
/** Between two attempts to reach the server again, in milliseconds: whoever waits for it is still at the page. */
const SHORTEST_PAUSE = 500
const LONGEST_PAUSE = 6000
/** So long the server may take before the text is shown from the copy on this device. */
const OPENS_WITHOUT = 3000
/** The code with which the server closes a socket whose rights may have changed. */
const ASK_AGAIN = 4205
/** The origin of what comes out of the copy on this device. */
const fromCopy = { name: 'copy on this device' }

/**
 * Opens the shared document of a post-mortem on the server's `/live`, by a right that is asked for before each connection.
 * What is typed while the connection is gone is kept on this device, where that is allowed and possible, and sent when it
 * is back.
 */
export function openLiveDocument(
  postmortem: { id: string; reference: string },
  viewer: { id: string; name: string },
): LiveDocument {
  const shared = new Y.Doc()
  const saving = createStore<Saving>({
    connection: 'connecting',
    opened: false,
    unsent: false,
    typing: false,
    kept: false,
    slowed: false,
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

  let acknowledged: Uint8Array | null = null
  const { Socket, typed, forget } = acknowledgements(
    (saved) => {
      if (!saved || !saving.get().unsent) return
      acknowledged = Y.encodeStateVector(shared)
      takenAgain = false
      tell({ unsent: false, slowed: false, savedAt: serverNow() })
      void copying.then((copy) => copy?.acknowledged())
    },
    {
      documentName: postmortem.id,
      shared,
      Base: withHeartbeat(WebSocket, {
        time: serverTimeIs,
        silent: breakOff,
        isSeen: () => document.visibilityState === 'visible',
      }),
      tooLarge: () => refuse('too-large'),
    },
  )
  const socket = new HocuspocusProviderWebsocket({
    url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live`,
    WebSocketPolyfill: Socket,
    // After a restart of the server everybody comes back, and not everybody at once.
    delay: SHORTEST_PAUSE + Math.floor(Math.random() * 1000),
    minDelay: SHORTEST_PAUSE,
    maxDelay: LONGEST_PAUSE,
  })
  let asking: ReturnType<typeof askLiveRight> | null = askLiveRight(postmortem.id, viewer.id)
  asking.catch(() => {})
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: postmortem.id,
    document: shared,
    token: askForRight,
    onStatus: ({ status }) => tell({ connection: status === 'connected' ? 'connecting' : (status as 'connecting') }),
    onSynced: () => {
      const { refusal, unsent } = saving.get()
      if (!unsent) acknowledged = Y.encodeStateVector(shared)
      const stays = refusal === 'read-only' || refusal === 'too-large'
      tell({ connection: 'connected', opened: true, ...(stays ? {} : { refusal: null }) })
    },
    onAuthenticated: ({ scope }) => {
      const mayWrite = scope !== 'readonly'
      tell({ mayWrite, refusal: !mayWrite && saving.get().unsent ? 'read-only' : null })
      if (mayWrite) void startCopy()
    },
    onAuthenticationFailed: ({ reason }) => {
      if (reason === 'signed-out' || reason === 'too-many') refuse(reason)
      else if (reason === 'not-found') notShared()
      else if (reason === 'right-over') breakOff()
    },
    onClose: ({ event }) => {
      if (event.code === 1009) refuseContent('too-large')
      // Rights may have changed: what they are is asked at once, and not when the next connection is tried.
      if (event.code === ASK_AGAIN) {
        asking = askLiveRight(postmortem.id, viewer.id)
        asking.then(isGiven, () => {})
      }
    },
    onStateless: ({ payload }) => {
      const { refused, slowed } = JSON.parse(payload) as { refused?: string; slowed?: number }
      if (slowed) tell({ slowed: true })
      if (!refused || refused === 'unavailable') return
      if (refused === 'out-of-order' && !takenAgain) {
        // Everything is compared anew on the next connection, which mends it.
        takenAgain = true
        forget()
      } else refuseContent(refused === 'too-large' || refused === 'full' ? refused : 'not-taken')
    },
    onAwarenessChange: ({ states }) => {
      const now = present(states, shared.clientID, viewer.id)
      // Every own letter moves one’s own caret, and is no news of who is here.
      if (JSON.stringify(now) !== JSON.stringify(others.get())) others.set(now)
    },
  })
  provider.attach()
  provider.awareness!.setLocalStateField('user', { id: viewer.id, name: viewer.name, color: colorOf(viewer.id) })

  let takenAgain = false
  let keepsCopies = true
  let isClosed = false
  const copying: Promise<LocalCopy | null> = import('./on-this-device/local-copy.ts')
    .then(({ openLocalCopy }) =>
      openLocalCopy({
        shared,
        postmortem,
        personId: viewer.id,
        fromServer: provider,
        fromCopy,
        resend: typed,
        kept: (kept) => tell({ kept }),
        acknowledged: () => acknowledged,
        isOffline: () => saving.get().connection !== 'connected',
      }),
    )
    .catch(() => null)
  const opensWithout = setTimeout(async () => {
    const copy = saving.get().opened ? null : await copying
    if (!copy || isClosed || saving.get().opened || saving.get().refusal) return
    const { found, unsent } = await copy.restore().catch(() => ({ found: false, unsent: false }))
    if (!found) return
    copy.begin(saving.get().unsent)
    tell({ opened: true, unsent: unsent || saving.get().unsent })
  }, OPENS_WITHOUT)

  async function askForRight(): Promise<string> {
    const asked = asking ?? askLiveRight(postmortem.id, viewer.id)
    asking = null
    try {
      const answer = await asked
      if (!isGiven(answer)) return ''
      serverTimeIs(answer.now)
      keepsCopies = answer.keepsCopies
      return answer.right
    } catch (error) {
      breakOff()
      throw error
    }
  }

  function isGiven(answer: AskedRight): answer is Extract<AskedRight, { ok: true }> {
    if (answer.ok) return true
    if (answer.reason === 'signed-out') refuse('signed-out')
    else notShared()
    return false
  }

  /** Whoever may write has a copy; where the organisation keeps none, what is there goes, once it is in the text. */
  async function startCopy() {
    const copy = await copying
    if (!copy || isClosed) return
    try {
      const { unsent } = await copy.restore()
      if (unsent) tell({ unsent: true })
      if (keepsCopies) copy.begin(saving.get().unsent)
      else await copy.remove()
    } catch {
      // A store that opens and cannot be read is none.
    }
  }

  function notShared() {
    tell({ refusal: 'not-found', mayWrite: false })
    void copying.then((copy) => copy?.remove()).catch(() => {})
  }

  /** What the server does not take is undone by whoever wrote it: until then it is not sent again. */
  function refuseContent(refusal: Refusal) {
    forget()
    refuse(refusal)
    socket.disconnect()
  }

  /** The line is dead though it is open, or of no use: the next one is tried. */
  function breakOff() {
    if (!isClosed) socket.webSocket?.dispatchEvent(new CloseEvent('close', { code: 4408, reason: 'No answer' }))
  }

  let resting: ReturnType<typeof setTimeout> | undefined
  shared.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider || origin === fromCopy) return
    typed(update)
    tell({ unsent: true, typing: true })
    clearTimeout(resting)
    resting = setTimeout(() => {
      tell({ typing: false })
      const { refusal } = saving.get()
      // Perhaps it was the undo.
      if (refusal === 'too-large' || refusal === 'full' || refusal === 'not-taken') retry()
    }, TYPING)
  })
  function retry() {
    tell({ refusal: null })
    connectAnew(socket)
  }
  const isBack = () => {
    if (socket.status !== WebSocketStatus.Connected) retry()
  }
  const comeBack = () => {
    if (document.visibilityState === 'visible' && saving.get().refusal === 'signed-out') retry()
  }
  const warn = (event: BeforeUnloadEvent) => {
    const { unsent, kept, refusal } = saving.get()
    if (unsent && (!kept || endsWriting.has(refusal))) event.preventDefault()
  }
  document.addEventListener('visibilitychange', comeBack)
  window.addEventListener('online', isBack)
  window.addEventListener('beforeunload', warn)

  const isOnItsWay = () => saving.get().unsent && saving.get().refusal === null
  function end() {
    isClosed = true
    clearTimeout(resting)
    clearTimeout(opensWithout)
    document.removeEventListener('visibilitychange', comeBack)
    window.removeEventListener('online', isBack)
    window.removeEventListener('beforeunload', warn)
    provider.destroy()
    socket.destroy()
    void copying.then((copy) => {
      copy?.close()
      shared.destroy()
    })
  }

  return {
    shared,
    provider: { awareness: provider.awareness! },
    saving,
    others,
    acknowledged: () => acknowledged,
    isIn: (sectionId) => provider.awareness?.setLocalStateField('section', sectionId),
    retry,
    close() {
      provider.awareness?.setLocalState(null)
      if (!isOnItsWay()) {
        end()
        return
      }
      const stop = saving.subscribe(() => {
        if (isOnItsWay()) return
        stop()
        // Not while the socket is still being read.
        setTimeout(end)
      })
    },
  }
}
