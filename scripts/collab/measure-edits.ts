import { setTimeout as pause } from 'node:timers/promises'
import * as Y from 'yjs'
import { updateMessage } from '#app/editor/update-message.ts'
import { rightTo } from '#tests/live-editor.ts'
import { kindsOf, signInMessage } from './edit-message.ts'
import type { MeasuredServer } from './measured-server.ts'

export interface MeasuredEdits {
  /** Milliseconds from sending an edit to its acknowledgement. */
  acknowledgements: number[]
  /** Milliseconds from sending an edit to its arrival at each of the others. */
  arrivals: number[]
  acknowledged: number
}

/** Edits in a second, by all writers together: three people who type. */
const perSecond = 40

/**
 * Opens as many connections to one document as asked for, of which up to three write, and measures how long edits take for
 * `forMs` milliseconds after a warm-up. The clients read no documents: what is measured is the server's time, not theirs.
 */
export async function measureEdits(
  { address, documentName, personIds }: MeasuredServer,
  connections: number,
  forMs: number,
): Promise<MeasuredEdits> {
  const sent = new Map<string, number>()
  const measured: MeasuredEdits = { acknowledgements: [], arrivals: [], acknowledged: 0 }
  let isWarm = false
  const clients = await Promise.all(
    personIds.slice(0, connections).map((personId) => open(address, documentName, personId, hear)),
  )
  const writers = clients.slice(0, Math.min(3, connections))
  const pages = writers.map(() => pageToWriteOn())

  function hear(client: Client, message: Buffer): void {
    const now = performance.now()
    const [kind, inner] = kindsOf(message)
    if (kind === 8) {
      const at = client.unanswered.shift()
      if (inner !== 1 || at === undefined) throw new Error('An edit was refused, or answered twice.')
      measured.acknowledged++
      if (isWarm) measured.acknowledgements.push(now - at)
    } else if (kind === 0 && inner === 2 && isWarm) {
      const at = sent.get(/k\d+x/.exec(message.toString('latin1'))?.[0] ?? '')
      if (at !== undefined) measured.arrivals.push(now - at)
    }
  }

  const write = (place: number, number: number) => {
    const client = writers[place % writers.length]!
    const update = pages[place % writers.length]!.write(`k${number}x `)
    const message = updateMessage(documentName, update)
    const now = performance.now()
    sent.set(`k${number}x`, now)
    client.unanswered.push(now)
    client.socket.send(message)
  }
  const warmUp = 500
  const start = performance.now()
  for (let number = 0; performance.now() - start < warmUp + forMs; number++) {
    isWarm = performance.now() - start > warmUp
    write(number, number)
    await pause(Math.max(0, start + (number + 1) * (1000 / perSecond) - performance.now()))
  }
  const until = performance.now() + 10_000
  while (writers.some(({ unanswered }) => unanswered.length > 0) && performance.now() < until) await pause(10)
  if (writers.some(({ unanswered }) => unanswered.length > 0)) throw new Error('An edit was never acknowledged.')
  // What was passed on last has to arrive as well.
  await pause(100)
  await Promise.all(clients.map(({ socket }) => closed(socket)))
  return measured
}

interface Client {
  socket: WebSocket
  /** When each edit was sent that is not acknowledged; the server answers in this order. */
  unanswered: number[]
}

/** Resolves when the server has let this person in. The stock server hands out no rights and asks for none. */
async function open(
  address: string,
  documentName: string,
  personId: string,
  hear: (client: Client, message: Buffer) => void,
): Promise<Client> {
  const headers = { cookie: `person=${personId}`, origin: address }
  const token = await rightTo(address, documentName, headers).catch(() => 'session')
  const socket = new WebSocket(`${address.replace(/^http/, 'ws')}/live`, { headers } as unknown as string[])
  socket.binaryType = 'arraybuffer'
  const client: Client = { socket, unanswered: [] }
  return new Promise((resolve, reject) => {
    let isIn = false
    socket.addEventListener('open', () => socket.send(signInMessage(documentName, token)))
    socket.addEventListener('error', () => reject(new Error(`No connection to ${address}.`)))
    socket.addEventListener('message', ({ data }) => {
      const message = Buffer.from(data as ArrayBuffer)
      if (isIn) hear(client, message)
      else if (kindsOf(message)[0] === 2) {
        isIn = true
        resolve(client)
      }
    })
  })
}

function closed(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    socket.addEventListener('close', () => resolve())
    socket.close()
  })
}

/** Where one person writes: a paragraph of their own, so that each edit stands on the one before and on nothing else. */
function pageToWriteOn(): { write(text: string): Uint8Array } {
  const shared = new Y.Doc()
  const section = new Y.XmlElement('section')
  section.setAttribute('id', `written-by-${shared.clientID}`)
  const line = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  let update = new Uint8Array()
  paragraph.insert(0, [line])
  section.insert(0, [paragraph])
  shared.on('update', (made: Uint8Array) => {
    update =
      update.byteLength > 0
        ? (Y.mergeUpdates([update, made]) as Uint8Array<ArrayBuffer>)
        : (made as Uint8Array<ArrayBuffer>)
  })
  shared.getXmlFragment('content').insert(0, [section])
  return {
    write(text) {
      line.insert(line.length, text)
      const made = update
      update = new Uint8Array()
      return made
    },
  }
}
