import { connect, createServer, type Socket } from 'node:net'

export interface FaultyLine {
  address: string
  /** From now on nothing is carried, and nobody is told: the other side of the street has lost its power. */
  stall(): void
  /** Breaks what is open, as a router does that was restarted. */
  reset(): void
  /** Ends each connection after so many bytes from the client, the next ones too; 0 lets everything through. */
  cutAfter(bytes: number): void
  /** New connections are carried again; those that stalled stay dead. */
  heal(): void
  close(): Promise<void>
}

/** A line between clients and a server on this machine that fails as networks do. */
export async function openFaultyLine(to: string): Promise<FaultyLine> {
  const port = Number(new URL(to).port)
  const pairs = new Set<[Socket, Socket]>()
  let isStalled = false
  let most = 0
  const line = createServer((client) => {
    const server = connect(port, '127.0.0.1')
    const pair: [Socket, Socket] = [client, server]
    let carried = 0
    pairs.add(pair)
    client.on('data', (bytes) => {
      if (isDead(pair)) return
      carried += bytes.byteLength
      const isOver = most > 0 && carried > most
      server.write(isOver ? bytes.subarray(0, bytes.byteLength - (carried - most)) : bytes)
      if (isOver) end(pair)
    })
    server.on('data', (bytes) => {
      if (!isDead(pair)) client.write(bytes)
    })
    for (const socket of pair) {
      socket.on('error', () => {})
      socket.on('close', () => {
        if (!isDead(pair)) end(pair)
      })
    }
    if (isStalled) dead.add(pair)
  })
  const dead = new WeakSet<[Socket, Socket]>()
  const isDead = (pair: [Socket, Socket]) => dead.has(pair)
  const end = (pair: [Socket, Socket]) => {
    pairs.delete(pair)
    for (const socket of pair) socket.destroy()
  }
  await new Promise<void>((resolve) => line.listen(0, '127.0.0.1', resolve))
  const bound = line.address()
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}`,
    stall() {
      isStalled = true
      for (const pair of pairs) dead.add(pair)
    },
    reset() {
      for (const pair of pairs) {
        pair[0].resetAndDestroy()
        pair[1].resetAndDestroy()
      }
      pairs.clear()
    },
    cutAfter(bytes) {
      most = bytes
    },
    heal() {
      isStalled = false
      most = 0
    },
    async close() {
      for (const pair of pairs) end(pair)
      await new Promise((resolve) => line.close(resolve))
    },
  }
}
