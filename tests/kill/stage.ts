import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, type PostgresServer, startPostgres } from '../postgres-server.ts'
import { type Prepared, prepare } from './prepare.ts'
import { startVictim, type Victim } from './start-victim.ts'

export type DatabaseKind = 'pglite' | 'postgres'

/** A data folder, a database and a port, a post-mortem that three people may write, and the server that something happens to. */
export interface Stage {
  kind: DatabaseKind
  address: string
  dataDir: string
  prepared: Prepared
  /** Null with the embedded database. */
  postgres: PostgresServer | null
  /** The server that runs now. */
  victim: Victim
  /** Starts the server again once it is gone, with further variables for this one start. */
  startAgain(variables?: Record<string, string>): Promise<void>
  clear(): Promise<void>
}

/** `server`: the product as it is started, or live editing alone, whose log may be `off`. */
export async function setStage(kind: DatabaseKind, server: 'real' | 'live', log: 'on' | 'off'): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-kill-'))
  const postgres = kind === 'postgres' ? await startPostgres() : null
  const port = await freePort()
  const variables = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SECRET: 'a secret of the kill test, and of nothing else',
    LOG: log,
    ...(postgres ? { DATABASE_URL: postgres.url() } : {}),
  }
  const start = (more: Record<string, string> = {}) => startVictim(server, { ...variables, ...more })
  const prepared = await prepare(variables, 10)
  const stage: Stage = {
    kind,
    address: `http://127.0.0.1:${port}`,
    dataDir,
    prepared,
    postgres,
    victim: await start(),
    async startAgain(more) {
      stage.victim = await start(more)
    },
    async clear() {
      await stage.victim.kill()
      await postgres?.stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
  return stage
}
