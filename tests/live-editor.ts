import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider'
import * as Y from 'yjs'
import { acknowledgements } from '#app/editor/acknowledged-socket.ts'
import { type Watch, withHeartbeat } from '#app/editor/heartbeat.ts'

/** Somebody with the shared document open, over a real socket, as the editor opens it. */
export interface LiveEditor {
  shared: Y.Doc
  provider: HocuspocusProvider
  /** Resolves when the server has given its first sign of life, on a line that is watched. */
  alive: Promise<void>
  /** Resolves when the server's text has arrived; rejects with the reason when it refuses. */
  opened: Promise<void>
  isSaved(): boolean
  /** How many edits are acknowledged, and how many sent and not acknowledged. */
  acknowledged(): number
  outstanding(): number
  /** Resolves when everything typed is acknowledged. */
  saved(): Promise<void>
  /** Resolves when this holds of the document; asked again after every change of it. */
  until(holds: (shared: Y.Doc) => boolean): Promise<void>
  /** Resolves when the connection is closed. */
  goOffline(): Promise<void>
  comeBack(): void
  close(): void
}

export function openLiveEditor(
  address: string,
  postmortemId: string,
  headers: Record<string, string>,
  watch?: Watch,
): LiveEditor {
  const shared = new Y.Doc()
  const waiting = new Set<() => void>()
  class WithHeaders extends WebSocket {
    constructor(url: string | URL) {
      // Node's own: a browser sends the cookie by itself.
      super(url, { headers } as unknown as string[])
    }
  }
  let isAlive = () => {}
  const alive = new Promise<void>((resolve) => {
    isAlive = resolve
  })
  const silent = () => {
    websocketProvider.webSocket?.dispatchEvent(new CloseEvent('close', { code: 4408, reason: 'No answer' }))
  }
  const tell = () => {
    for (const waits of waiting) waits()
  }
  const { Socket, typed, isSaved, acknowledged, outstanding } = acknowledgements(tell, {
    documentName: postmortemId,
    shared,
    Base: watch
      ? withHeartbeat(WithHeaders, { time: () => isAlive(), silent, isSeen: () => true }, watch)
      : WithHeaders,
  })
  const websocketProvider = new HocuspocusProviderWebsocket({
    url: `${address.replace(/^http/, 'ws')}/live`,
    WebSocketPolyfill: Socket,
    delay: 100,
    minDelay: 100,
    maxDelay: 400,
  })
  const provider = new HocuspocusProvider({
    websocketProvider,
    name: postmortemId,
    document: shared,
    // A server that gives no answer is asked again on the next connection, as the editor does.
    token: () =>
      rightTo(address, postmortemId, headers).catch(() => {
        silent()
        return ''
      }),
  })
  const opened = new Promise<void>((resolve, reject) => {
    provider.on('synced', () => resolve())
    provider.on('authenticationFailed', ({ reason }: { reason: string }) => {
      // A server that stood still gave no right in time: the next connection asks again, as the editor does.
      if (reason === 'right-over') silent()
      else reject(new Error(reason))
    })
  })
  opened.catch(() => {})
  provider.attach()
  shared.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin === provider) tell()
    else typed(update)
  })

  const when = (holds: () => boolean) =>
    new Promise<void>((resolve) => {
      const check = () => {
        if (!holds()) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
    })
  return {
    shared,
    provider,
    opened,
    alive,
    isSaved,
    acknowledged,
    outstanding,
    saved: () => when(isSaved),
    until: (holds) => when(() => holds(shared)),
    goOffline: () =>
      new Promise((resolve) => {
        websocketProvider.on('disconnect', () => resolve())
        websocketProvider.disconnect()
      }),
    comeBack: () => void websocketProvider.connect(),
    close() {
      provider.destroy()
      websocketProvider.destroy()
      shared.destroy()
    },
  }
}

/** A right to open a document for whoever these cookies are, or '' when they are refused. */
export async function rightTo(address: string, postmortemId: string, headers: Record<string, string>): Promise<string> {
  const body = new URLSearchParams({ postmortem: postmortemId })
  const answer = await fetch(`${address}/live-right`, {
    method: 'POST',
    headers: { origin: address, ...headers },
    body,
  })
  return ((await answer.json()) as { right?: string }).right ?? ''
}
