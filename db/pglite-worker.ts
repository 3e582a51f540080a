// Runs PGlite apart from pages and sockets: a long query would block them, and it knows no statement timeout.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'
import type { PlacedUpdate } from './journal-record.ts'
import { createEmbeddedLog } from './log-to-pglite.ts'

export interface Question {
  id: number
  sql: string
  params?: unknown[]
  rowMode?: 'array' | 'object'
}
/** Updates for the log: answered when they are on the disk, and before, with `{ committed: id }`, when they are committed. */
export interface ToLog {
  id: number
  updates: readonly PlacedUpdate[]
}
export type Answer =
  | { id: number; rows: unknown[]; fields: { name: string; dataTypeID: number }[]; affectedRows?: number }
  | { id: number; entered: true }
  | { id: number; error: Record<string, unknown> & { message: string } }

const asWritten = (value: string) => value
// Times stay text, as with postgres.js under Drizzle, which parses them by column.
const timeTypes = [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, 1231, 1115, 1185, 1187, 1182]

const database = await PGlite.create({
  ...(workerData.folder ? { dataDir: workerData.folder } : {}),
  ...(workerData.snapshot ? { loadDataDir: new Blob([workerData.snapshot]) } : {}),
  parsers: Object.fromEntries(timeTypes.map((type) => [type, asWritten])),
})

const log = createEmbeddedLog(database, workerData.folder)

parentPort?.on('message', async (question: Question | ToLog | 'close' | 'dump') => {
  if (question === 'close') {
    await database.close()
    parentPort?.postMessage('closed')
  } else if (question === 'dump') {
    const file = await database.dumpDataDir('none')
    parentPort?.postMessage({ dump: new Uint8Array(await file.arrayBuffer()) })
  } else if ('updates' in question) parentPort?.postMessage(await write(question))
  else parentPort?.postMessage(await answer(question))
})
parentPort?.postMessage('ready')

async function answer({ id, sql, params, rowMode }: Question): Promise<Answer> {
  try {
    const { rows, fields, affectedRows } = await database.query(sql, params, { rowMode: rowMode ?? 'object' })
    return { id, rows, fields, affectedRows }
  } catch (error) {
    return { id, error: described(error) }
  }
}

async function write({ id, updates }: ToLog): Promise<Answer> {
  try {
    await log(updates, () => parentPort?.postMessage({ committed: id }))
    return { id, entered: true }
  } catch (error) {
    return { id, error: described(error) }
  }
}

function described(error: unknown) {
  const { message, severity, code, constraint, detail, table, column } = error as Error & Record<string, unknown>
  // It has stopped, as when its disk is full, and would answer nothing any more. Whoever waits is told first, then the rest.
  if (severity === 'PANIC' || severity === 'FATAL') {
    setImmediate(() => {
      throw new Error(message)
    })
  }
  return { message, code, constraint, detail, table, column }
}
