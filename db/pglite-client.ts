import { AsyncLocalStorage } from 'node:async_hooks'
import { Worker } from 'node:worker_threads'
import type { PlacedUpdate } from './journal-record.ts'
import type { Answer, Question, ToLog } from './pglite-worker.ts'

type Options = { rowMode?: 'array' | 'object' }
export interface Queryable {
  query(sql: string, params?: unknown[], options?: Options): Promise<Rows>
}
type Rows = { rows: unknown[] }
interface Waiting {
  resolve(answer: Answer): void
  reject(error: Error): void
  committed?(): void
}

/**
 * The part of PGlite's interface that Drizzle uses, answered by a worker thread. There is one connection: a transaction
 * has it alone, everything else waits its turn.
 */
export class PgliteClient implements Queryable {
  #worker: Worker
  #waiting = new Map<number, Waiting>()
  #next = 1
  #turn: Promise<unknown> = Promise.resolve()
  #inTransaction = new AsyncLocalStorage<{ open: boolean }>()
  #ready: Promise<void>
  #closed = false
  #prepare: () => void = () => {}
  /** Resolves, with why, when the database has stopped without being asked to. */
  readonly stopped: Promise<Error>

  constructor(options: { folder?: string; snapshot?: Uint8Array }) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: options })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#ready = promise
    this.#worker.on(
      'message',
      (message: Answer | { committed: number } | 'ready' | 'closed' | { dump: Uint8Array }) => {
        if (message === 'ready') resolve()
        else if (typeof message !== 'object') return
        else if ('committed' in message) this.#waiting.get(message.committed)?.committed?.()
        else if ('id' in message) this.#settle(message)
      },
    )
    const { promise: stopped, resolve: hasStopped } = Promise.withResolvers<Error>()
    this.stopped = stopped
    const fail = (error: Error) => {
      if (!this.#closed) hasStopped(error)
      this.#closed = true
      reject(error)
      for (const { reject: refuse } of this.#waiting.values()) refuse(error)
      this.#waiting.clear()
    }
    this.#worker.on('error', fail)
    this.#worker.on('exit', () => fail(new Error('The embedded database has stopped.')))
  }

  /** Resolves when the database is open; rejects with the reason when it cannot be opened. */
  ready(): Promise<void> {
    return this.#ready
  }

  async query(sql: string, params?: unknown[], options?: Options): Promise<Rows> {
    this.mustNotWaitForItself()
    return this.#inTurn(() => this.#ask(sql, params, options))
  }

  /**
   * Enters updates in the log table, all of them or none, and resolves when they are on the disk. Those that are in it stay as they
   * are, and those of post-mortems that are gone are left out. The next one has its turn at the commit, as bringing it to the disk needs no connection.
   */
  async enterUpdates(updates: readonly PlacedUpdate[]): Promise<void> {
    this.mustNotWaitForItself()
    const { promise: committed, resolve } = Promise.withResolvers<void>()
    const answer = this.#turn.then(() => this.#send({ updates }, resolve))
    this.#turn = Promise.race([committed, answer.catch(() => {})])
    await answer
  }

  /** Throws inside a transaction, which has the connection: whoever waits for their turn there waits for themselves. */
  mustNotWaitForItself(): void {
    if (!this.#inTransaction.getStore()?.open) return
    throw new Error(
      'The outer database was used inside a transaction: there is one connection, so it would wait for ever.',
    )
  }

  transaction<T>(work: (client: Queryable) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const state = { open: true }
      await this.#ask('BEGIN')
      try {
        const result = await this.#inTransaction.run(state, () =>
          work({ query: (sql, params, options) => this.#ask(sql, params, options) }),
        )
        await this.#ask('COMMIT')
        return result
      } catch (error) {
        await this.#ask('ROLLBACK')
        throw error
      } finally {
        state.open = false
      }
    })
  }

  /** The whole data folder as an archive, to open copies of it. */
  async dump(): Promise<Uint8Array> {
    return this.#inTurn(async () => {
      const { promise, resolve } = Promise.withResolvers<Uint8Array>()
      const listen = (message: unknown) => {
        if (typeof message !== 'object' || message === null || !('dump' in message)) return
        this.#worker.off('message', listen)
        resolve((message as { dump: Uint8Array }).dump)
      }
      this.#worker.on('message', listen)
      this.#worker.postMessage('dump')
      return promise
    })
  }

  async close(): Promise<void> {
    if (this.#closed) return
    await this.#turn
    this.#closed = true
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#worker.on('message', (message) => message === 'closed' && resolve())
    this.#worker.postMessage('close')
    await promise
    await this.#worker.terminate()
  }

  /** `prepare` is called whenever somebody is about to ask: what it enters has its turn before them. */
  beforeEachTurn(prepare: () => void): void {
    this.#prepare = prepare
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#prepare()
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => {})
    return mine
  }

  async #ask(sql: string, params?: unknown[], options?: Options): Promise<Rows> {
    return (await this.#send({ sql, params, rowMode: options?.rowMode })) as Rows & Answer
  }

  async #send(question: Omit<Question, 'id'> | Omit<ToLog, 'id'>, committed?: () => void): Promise<Answer> {
    await this.#ready
    if (this.#closed) throw new Error('The embedded database is closed.')
    const id = this.#next++
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#waiting.set(id, { resolve, reject, committed })
    this.#worker.postMessage({ ...question, id })
    return promise
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('error' in answer) waiting?.reject(Object.assign(new Error(answer.error.message), answer.error))
    else waiting?.resolve(answer)
  }
}
