import { encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { rightTo } from './live-editor.ts'

const SYNC = 0
const UPDATE = 2
const SIGN_IN = 2
const TOKEN = 0
const AWARENESS = 1
const STATELESS = 5
const BROADCAST = 6

/** A client that says what it likes: bytes of the protocol by hand, past everything the editor would or would not do. */
export interface HandMadeClient {
  /** Asks to be let in to another document on the same socket. */
  signIn(documentName: string, token: string): void
  edit(update: Uint8Array): void
  /** Shows a place under any number, as anybody. */
  show(clientId: number, state: Record<string, unknown>): void
  /** A command, to the server or through it to everybody. */
  command(to: 'server' | 'everybody', text: string): void
  /** Resolves with what follows the document's name in the next message of this kind. */
  next(kind: number): Promise<Uint8Array>
  closed: Promise<number>
}

export async function openHandMadeClient(
  address: string,
  documentName: string,
  personId: string,
  token?: string,
): Promise<HandMadeClient> {
  const headers = { cookie: `person=${personId}` }
  const right = token ?? (await rightTo(address, documentName, headers))
  const socket = new WebSocket(`${address.replace('http', 'ws')}/live`, { headers } as unknown as string[])
  socket.binaryType = 'arraybuffer'
  const name = new TextEncoder().encode(documentName)
  const heard: Uint8Array[] = []
  const waiting = new Set<() => void>()
  socket.addEventListener('message', ({ data }) => {
    heard.push(new Uint8Array(data as ArrayBuffer).subarray(1 + name.byteLength))
    for (const look of waiting) look()
  })
  const closed = new Promise<number>((resolve) => socket.addEventListener('close', ({ code }) => resolve(code)))
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const about = (kind: number[], content: Uint8Array, document = documentName) =>
    new Uint8Array([...words(document), ...kind, ...varint(content.byteLength), ...content])
  const signIn = (document: string, token: string) =>
    socket.send(about([SIGN_IN, TOKEN], new TextEncoder().encode(token), document))
  signIn(documentName, right)

  return {
    closed,
    signIn,
    edit: (update) => socket.send(about([SYNC, UPDATE], update)),
    show(clientId, state) {
      const states = new Map([[clientId, state]])
      const meta = new Map([[clientId, { clock: 1, lastUpdated: 0 }]])
      const awareness = { states, meta } as unknown as Parameters<typeof encodeAwarenessUpdate>[0]
      socket.send(about([AWARENESS], encodeAwarenessUpdate(awareness, [clientId])))
    },
    command(to, text) {
      socket.send(about([to === 'server' ? STATELESS : BROADCAST], new TextEncoder().encode(text)))
    },
    next: (kind) =>
      new Promise((resolve) => {
        const look = () => {
          const at = heard.findIndex((message) => message[0] === kind)
          if (at < 0) return
          waiting.delete(look)
          resolve(heard.splice(at, 1)[0]!)
        }
        waiting.add(look)
        look()
      }),
  }
}

/** An update that adds an element to the document, as anyone might make it who knows Yjs. */
export function foreignUpdate(change: (shared: Y.Doc) => void): Uint8Array {
  const shared = new Y.Doc()
  change(shared)
  return Y.encodeStateAsUpdate(shared)
}

function words(text: string): number[] {
  const written = new TextEncoder().encode(text)
  return [...varint(written.byteLength), ...written]
}

function varint(value: number): number[] {
  const parts: number[] = []
  for (; value > 127; value >>= 7) parts.push(128 | (value & 127))
  return [...parts, value]
}
