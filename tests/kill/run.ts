// Kills the server at random moments while three people write, and counts acknowledged edits that are gone afterwards.
// `npm run -s test:kill -- --kills 20 --database both --server real --log on`; the last line is one JSON object.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { freePort, startPostgres } from '../postgres-server.ts'
import { countSyncs, type Syncs } from './count-syncs.ts'
import { prepare } from './prepare.ts'
import { startVictim } from './start-victim.ts'
import { missing, startWriters } from './writers.ts'

const { values: options } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    database: { type: 'string', default: 'both' },
    server: { type: 'string', default: 'real' },
    log: { type: 'string', default: 'on' },
  },
})
const leastAcknowledged = 20
type DatabaseKind = 'pglite' | 'postgres'

interface Outcome {
  kills: number
  acknowledged: number
  lost: number
  /** Kills that hit edits on their way. */
  killsInFlight: number
  fewestAcknowledged: number
  readyMs: number[]
  syncs: Syncs | null
}

const kinds: DatabaseKind[] = options.database === 'both' ? ['pglite', 'postgres'] : [options.database as DatabaseKind]
const outcomes: Partial<Record<DatabaseKind, Outcome>> = {}
for (const [index, kind] of kinds.entries()) {
  const kills = Math.floor((Number(options.kills) + index) / kinds.length)
  outcomes[kind] = await campaign(kind, kills)
}
const all = Object.values(outcomes)
const report = {
  server: options.server,
  log: options.log,
  ...summary(all),
  databases: Object.fromEntries(Object.entries(outcomes).map(([kind, outcome]) => [kind, summary([outcome])])),
}
const failed =
  report.lost > 0 || report.fewestAcknowledged < leastAcknowledged || report.killsInFlight < 0.9 * report.kills
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exit(failed ? 1 : 0)

async function campaign(kind: DatabaseKind, kills: number): Promise<Outcome> {
  const dataDir = mkdtempSync(join(tmpdir(), 'candor-kill-'))
  const postgres = kind === 'postgres' ? await startPostgres() : null
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const variables = {
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    SECRET: 'a secret of the kill test, and of nothing else',
    LOG: options.log,
    ...(postgres ? { DATABASE_URL: postgres.url() } : {}),
  }
  const outcome: Outcome = {
    kills,
    acknowledged: 0,
    lost: 0,
    killsInFlight: 0,
    fewestAcknowledged: Number.POSITIVE_INFINITY,
    readyMs: [],
    syncs: null,
  }
  const start = () => startVictim(options.server === 'live' ? 'live' : 'real', variables)
  let victim: Awaited<ReturnType<typeof startVictim>> | null = null
  try {
    const prepared = await prepare(variables)
    victim = await start()
    for (let round = 1; round <= kills; round++) {
      const writers = await startWriters(address, prepared, round)
      while (writers.acknowledged().length < leastAcknowledged) await pause(5)
      await pause(50 + Math.random() * 500)
      // The next moment with edits on their way, if there is one soon: on a fast machine they are few and short.
      for (let wait = 0; wait < 20 && writers.inFlight() === 0; wait++) await pause(1)
      const inFlight = writers.inFlight()
      await victim.kill()
      await writers.end()
      const acknowledged = writers.acknowledged()
      victim = await start()
      const lost = await missing(address, prepared, acknowledged)
      outcome.acknowledged += acknowledged.length
      outcome.lost += lost.length
      outcome.killsInFlight += inFlight > 0 ? 1 : 0
      outcome.fewestAcknowledged = Math.min(outcome.fewestAcknowledged, acknowledged.length)
      outcome.readyMs.push(victim.readyMs)
      process.stdout.write(
        `${kind}, kill ${round} of ${kills}: ${acknowledged.length} acknowledged, ${inFlight} on their way, ${lost.length} lost, ready again in ${Math.round(victim.readyMs)} ms\n`,
      )
    }
    if (kind === 'pglite' && options.log === 'on')
      outcome.syncs = await countSyncs(victim.process.pid!, address, prepared)
    return outcome
  } finally {
    await victim?.kill()
    await postgres?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

function summary(of: Outcome[]) {
  const sum = (what: (outcome: Outcome) => number) => of.reduce((total, outcome) => total + what(outcome), 0)
  const ready = of.flatMap((outcome) => outcome.readyMs).sort((a, b) => a - b)
  const counted = of.map((outcome) => outcome.syncs).find((syncs) => syncs !== null)
  return {
    kills: sum((outcome) => outcome.kills),
    acknowledged: sum((outcome) => outcome.acknowledged),
    lost: sum((outcome) => outcome.lost),
    killsInFlight: sum((outcome) => outcome.killsInFlight),
    fewestAcknowledged: Math.min(...of.map((outcome) => outcome.fewestAcknowledged)),
    readyP95Ms: Math.round(ready[Math.ceil(ready.length * 0.95) - 1] ?? 0),
    readyMaxMs: Math.round(ready.at(-1) ?? 0),
    /** Calls of fdatasync for each acknowledged edit; edits that are committed together share one. Null without strace. */
    syncsPerAck: counted ? Math.round((counted.syncs / counted.acknowledged) * 1000) / 1000 : null,
  }
}
