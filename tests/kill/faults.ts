import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { sql } from 'drizzle-orm'
import { openDatabase } from '#db/open-database.ts'
import type { Stage } from './stage.ts'
import { missing, startWriters, type Writers } from './writers.ts'

/** What a fault did: `lost` of the acknowledged edits are gone; `problem` is what else was not as it has to be. */
export interface FaultOutcome {
  acknowledged: number
  lost: number
  exitMs?: number
  /** Of the server that was asked to end. */
  code?: number | null
  problem?: string
}
export interface Fault {
  name: string
  on: Stage['kind'][]
  happen(stage: Stage, options: { stopMs: number }): Promise<FaultOutcome>
}

const mostExitMs = 10_000
/** Long enough for whoever was cut off to have come back, and to have sent again what was not acknowledged. */
const settleMs = 30_000

/** What else can happen to a server than to be killed. Each leaves the stage with a server that runs. */
export const faults: Fault[] = [
  {
    name: 'SIGTERM',
    on: ['pglite', 'postgres'],
    async happen(stage) {
      const writers = await writing(stage, 'term')
      return ends(stage, writers)
    },
  },
  {
    name: 'SIGTERM with the database down',
    on: ['postgres'],
    async happen(stage) {
      const writers = await writing(stage, 'down')
      await stage.postgres!.crash()
      return ends(stage, writers, () => stage.postgres!.startAgain())
    },
  },
  {
    name: 'SIGTERM while no snapshot can be stored',
    on: ['pglite', 'postgres'],
    async happen(stage) {
      await refuseRows(stage, 'document_snapshots', 'true')
      const writers = await writing(stage, 'unsaved')
      const outcome = await ends(stage, writers, () => acceptRows(stage, 'document_snapshots'))
      // It has to say that something was not stored; the log has it all the same.
      return outcome.code === 1 ? outcome : { ...outcome, problem: 'It ended as if all had been stored.' }
    },
  },
  {
    name: 'a snapshot fails once',
    on: ['pglite', 'postgres'],
    async happen(stage) {
      await refuseRows(stage, 'document_snapshots', "nextval('failures') = 1")
      const writers = await writing(stage, 'once')
      await pause(4_000)
      const outcome = await settles(stage, writers)
      await stage.victim.end('SIGTERM')
      const stored = await withDatabase(stage, (db) => db.execute(sql`select last_value > 1 as again from failures`))
      await acceptRows(stage, 'document_snapshots')
      await stage.startAgain()
      return JSON.stringify(stored).includes('true') ? outcome : { ...outcome, problem: 'It was not tried again.' }
    },
  },
  {
    name: 'SIGSTOP',
    on: ['pglite', 'postgres'],
    async happen(stage, { stopMs }) {
      const writers = await writing(stage, 'stop')
      stage.victim.process.kill('SIGSTOP')
      await pause(stopMs)
      stage.victim.process.kill('SIGCONT')
      return settles(stage, writers)
    },
  },
  {
    name: 'the database is killed and comes back',
    on: ['postgres'],
    async happen(stage) {
      const writers = await writing(stage, 'crash')
      await stage.postgres!.crash()
      await pause(1_000)
      await stage.postgres!.startAgain()
      return settles(stage, writers)
    },
  },
  {
    name: 'the database has no room for edits, then has',
    on: ['pglite', 'postgres'],
    async happen(stage) {
      // Disk full, in the database’s own words (PostgreSQL, appendix A), for the next edits; then there is room again.
      await refuseRows(stage, 'document_updates', "nextval('failures') between 30 and 60", '53100')
      const writers = await writing(stage, 'room')
      const outcome = await settles(stage, writers)
      await stage.victim.end('SIGTERM')
      await acceptRows(stage, 'document_updates')
      await stage.startAgain()
      return outcome
    },
  },
  {
    name: 'the disk is full',
    on: ['pglite'],
    async happen(stage) {
      const isFull = join(stage.dataDir, 'the-disk-is-full')
      await stage.victim.end('SIGTERM')
      const module = pathToFileURL(join(import.meta.dirname, 'full-disk.ts')).href
      await stage.startAgain({ NODE_OPTIONS: `--import ${module}`, FULL_WHILE: isFull })
      const writers = await writing(stage, 'full')
      writeFileSync(isFull, '')
      // An embedded database that cannot write its log has to stop: the server ends rather than to go on without one.
      const ended = await Promise.race([stage.victim.gone, pause(mostExitMs)])
      await writers.end()
      const acknowledged = writers.acknowledged()
      rmSync(isFull, { force: true })
      if (!ended) await stage.victim.kill()
      await stage.startAgain()
      const lost = await missing(stage.address, stage.prepared, acknowledged)
      return {
        acknowledged: acknowledged.length,
        lost: lost.length,
        ...(ended ? {} : { problem: 'It went on although its database had stopped.' }),
      }
    },
  },
]

async function writing(stage: Stage, round: string): Promise<Writers> {
  const writers = await startWriters(stage.address, stage.prepared, round)
  while (writers.acknowledged().length < 20) await pause(5)
  return writers
}

/** SIGTERM under writers; `before` happens before the server is started again. */
async function ends(stage: Stage, writers: Writers, before?: () => Promise<void>): Promise<FaultOutcome> {
  const at = performance.now()
  const ended = await Promise.race([stage.victim.end('SIGTERM'), pause(2 * mostExitMs)])
  const exitMs = Math.round(performance.now() - at)
  if (!ended) await stage.victim.kill()
  await writers.end()
  const acknowledged = writers.acknowledged()
  await before?.()
  await stage.startAgain()
  const lost = await missing(stage.address, stage.prepared, acknowledged)
  const problem = exitMs > mostExitMs ? { problem: `It took ${exitMs} ms to end.` } : {}
  return { acknowledged: acknowledged.length, lost: lost.length, exitMs, code: ended?.code ?? null, ...problem }
}

/** The writers stop typing and wait until everything they typed is acknowledged: none of it may be missing. */
async function settles(stage: Stage, writers: Writers): Promise<FaultOutcome> {
  const isSettled = await writers.settle(settleMs)
  const acknowledged = writers.acknowledged()
  const waiting = writers.inFlight()
  await writers.end()
  const lost = await missing(stage.address, stage.prepared, isSettled ? writers.typed() : acknowledged)
  return {
    acknowledged: acknowledged.length,
    lost: lost.length,
    ...(isSettled ? {} : { problem: `Of what was typed ${waiting} edits were not acknowledged afterwards.` }),
  }
}

/** Lets the database refuse rows of a table while the condition holds. The embedded one is opened while the server is away. */
async function refuseRows(stage: Stage, table: string, when: string, code = '58030'): Promise<void> {
  await stage.victim.end('SIGTERM')
  await withDatabase(stage, async (db) => {
    await db.execute(sql.raw('create sequence failures'))
    await db.execute(
      sql.raw(`create function refuse() returns trigger language plpgsql as $$
        begin if ${when} then raise exception 'no room' using errcode = '${code}'; end if; return new; end $$`),
    )
    await db.execute(sql.raw(`create trigger refuse before insert on ${table} for each row execute function refuse()`))
  })
  await stage.startAgain()
}

/** Takes that back, while the server is away. */
async function acceptRows(stage: Stage, table: string): Promise<void> {
  await withDatabase(stage, async (db) => {
    await db.execute(sql.raw(`drop trigger refuse on ${table}`))
    await db.execute(sql.raw('drop function refuse'))
    await db.execute(sql.raw('drop sequence failures'))
  })
}

async function withDatabase<T>(
  stage: Stage,
  work: (db: Awaited<ReturnType<typeof openDatabase>>['db']) => Promise<T>,
): Promise<T> {
  const opened = await openDatabase({ url: stage.postgres?.url(), dataDir: stage.dataDir })
  try {
    return await work(opened.db)
  } finally {
    await opened.close()
  }
}
