// Runs PGlite apart from pages and sockets: a long query would block them, and it knows no statement timeout.
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, types } from '@electric-sql/pglite'

export interface Question {
  id: number
  sql: string
  params?: unknown[]
  rowMode?: 'array' | 'object'
}
export type Answer =
  | { id: number; rows: unknown[]; fields: { name: string; dataTypeID: number }[]; affectedRows?: number }
  | { id: number; error: Record<string, unknown> & { message: string } }

const asWritten = (value: string) => value
// Times stay text, as with postgres.js under Drizzle, which parses them by column.
const timeTypes = [types.TIMESTAMP, types.TIMESTAMPTZ, types.INTERVAL, types.DATE, 1231, 1115, 1185, 1187, 1182]

const database = await PGlite.create({
  ...(workerData.folder ? { dataDir: workerData.folder } : {}),
  ...(workerData.snapshot ? { loadDataDir: new Blob([workerData.snapshot]) } : {}),
  parsers: Object.fromEntries(timeTypes.map((type) => [type, asWritten])),
})

parentPort?.on('message', async (question: Question | 'close' | 'dump') => {
  if (question === 'close') {
    await database.close()
    parentPort?.postMessage('closed')
  } else if (question === 'dump') {
    const file = await database.dumpDataDir('none')
    parentPort?.postMessage({ dump: new Uint8Array(await file.arrayBuffer()) })
  } else parentPort?.postMessage(await answer(question))
})
parentPort?.postMessage('ready')

async function answer({ id, sql, params, rowMode }: Question): Promise<Answer> {
  try {
    const { rows, fields, affectedRows } = await database.query(sql, params, { rowMode: rowMode ?? 'object' })
    return { id, rows, fields, affectedRows }
  } catch (error) {
    const { message, code, constraint, detail, table, column } = error as Error & Record<string, unknown>
    return { id, error: { message, code, constraint, detail, table, column } }
  }
}
