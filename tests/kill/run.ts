// Kills the server at random moments while three people write, lets the rest happen that can happen to a server, and counts
// acknowledged edits that are gone afterwards. `npm run -s test:kill -- --kills 200 --database both --server real --log on
// --faults SIGTERM --stop 30`; the last line is one JSON object.
import { parseArgs } from 'node:util'
import { type FaultOutcome, faults } from './faults.ts'
import { type Campaign, killAtRandom, leastAcknowledged, summary } from './kill-at-random.ts'
import { type DatabaseKind, setStage } from './stage.ts'

const { values: options } = parseArgs({
  options: {
    /** In all, half of them on each database. */
    kills: { type: 'string', default: '200' },
    database: { type: 'string', default: 'both' },
    server: { type: 'string', default: 'real' },
    log: { type: 'string', default: 'on' },
    /** `off`, or part of the name of those that are to happen. */
    faults: { type: 'string', default: '' },
    /** For how many seconds the server is stopped with SIGSTOP. */
    stop: { type: 'string', default: '30' },
  },
})
const kinds: DatabaseKind[] = options.database === 'both' ? ['pglite', 'postgres'] : [options.database as DatabaseKind]
const server = options.server === 'live' ? 'live' : 'real'
const log = options.log === 'off' ? 'off' : 'on'
const stopMs = Number(options.stop) * 1000

const campaigns: Partial<Record<DatabaseKind, Campaign>> = {}
const outcomes: Record<string, FaultOutcome> = {}
for (const [index, kind] of kinds.entries()) {
  const kills = Math.floor((Number(options.kills) + index) / kinds.length)
  const stage = await setStage(kind, server, log)
  try {
    campaigns[kind] = await killAtRandom(stage, kills, kind === 'pglite' && log === 'on')
    for (const fault of options.faults === 'off' ? [] : faults) {
      if (!fault.on.includes(kind) || !fault.name.includes(options.faults)) continue
      const outcome = await fault.happen(stage, { stopMs })
      outcomes[`${kind}: ${fault.name}`] = outcome
      process.stdout.write(`${kind}, ${fault.name}: ${JSON.stringify(outcome)}\n`)
      if (outcome.problem || outcome.lost > 0) process.stdout.write(`The server said last:\n${stage.victim.said()}\n`)
    }
  } finally {
    await stage.clear()
  }
}

const all = Object.values(campaigns)
const report = {
  server,
  log,
  ...summary(all),
  databases: Object.fromEntries(Object.entries(campaigns).map(([kind, campaign]) => [kind, summary([campaign])])),
  faults: outcomes,
}
const failed =
  report.lost > 0 ||
  report.fewestAcknowledged < leastAcknowledged ||
  report.killsInFlight < 0.9 * report.kills ||
  // A killed process leaves what it wrote to the operating system: that it went to the disk is seen here alone.
  report.syncsPerAck === 0 ||
  Object.values(outcomes).some(({ lost, problem }) => lost > 0 || problem)
process.stdout.write(`${JSON.stringify(report)}\n`)
process.exit(failed ? 1 : 0)
