import { AsyncLocalStorage } from 'node:async_hooks'
import { Worker } from 'node:worker_threads'
import type { Answer, Question } from './pglite-worker.ts'

type Options = { rowMode?: 'array' | 'object' }
export interface Queryable {
  query(sql: string, params?: unknown[], options?: Options): Promise<{ rows: unknown[] }>
}

/**
 * The part of PGlite's interface that Drizzle uses, answered by a worker thread. There is one connection: a transaction
 * has it alone, everything else waits its turn.
 */
export class PgliteClient implements Queryable {
  #worker: Worker
  #waiting = new Map<number, { resolve: (answer: { rows: unknown[] }) => void; reject: (error: Error) => void }>()
  #next = 1
  #turn: Promise<unknown> = Promise.resolve()
  #inTransaction = new AsyncLocalStorage<{ open: boolean }>()
  #ready: Promise<void>
  #closed = false

  constructor(options: { folder?: string; snapshot?: Uint8Array }) {
    this.#worker = new Worker(new URL('./pglite-worker.ts', import.meta.url), { workerData: options })
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#ready = promise
    this.#worker.on('message', (message: Answer | 'ready' | 'closed' | { dump: Uint8Array }) => {
      if (message === 'ready') resolve()
      else if (typeof message === 'object' && 'id' in message) this.#settle(message)
    })
    const fail = (error: Error) => {
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

  query(sql: string, params?: unknown[], options?: Options): Promise<{ rows: unknown[] }> {
    if (this.#inTransaction.getStore()?.open) {
      return Promise.reject(
        new Error(
          'The outer database was used inside a transaction: there is one connection, so it would wait for ever.',
        ),
      )
    }
    return this.#inTurn(() => this.#ask(sql, params, options))
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

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work)
    this.#turn = mine.catch(() => {})
    return mine
  }

  async #ask(sql: string, params?: unknown[], options?: Options): Promise<{ rows: unknown[] }> {
    await this.#ready
    if (this.#closed) throw new Error('The embedded database is closed.')
    const id = this.#next++
    const { promise, resolve, reject } = Promise.withResolvers<{ rows: unknown[] }>()
    this.#waiting.set(id, { resolve, reject })
    this.#worker.postMessage({ id, sql, params, rowMode: options?.rowMode } satisfies Question)
    return promise
  }

  #settle(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    if ('error' in answer) waiting?.reject(Object.assign(new Error(answer.error.message), answer.error))
    else waiting?.resolve(answer)
  }
}
