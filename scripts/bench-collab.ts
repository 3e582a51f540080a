// How long an edit takes to be acknowledged and to reach the others: `npm run -s bench:collab`. Ours, which commits each
// edit to its log before it says so, beside Hocuspocus as it comes, which answers from memory: in turns, in one run, at 2,
// 20 and 200 connections to one document. The last line is one JSON object; a ratio is ours to theirs, of the medians over
// the rounds, and at the top stands the embedded database. `ackP50Ratio` and `ackP99Ratio` are the worst of the three counts.
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { startPostgres } from '#tests/postgres-server.ts'
import { type MeasuredEdits, measureEdits } from './collab/measure-edits.ts'
import type { MeasuredServer } from './collab/measured-server.ts'
import { median, quantile, round3 } from './medians.ts'

const rounds = Number(process.env.ROUNDS || 5)
const forMs = Number(process.env.FOR_MS || 2500)
const crowds = [2, 20, 200]
const kinds = ['stock', 'pglite', 'postgres'] as const
type Kind = (typeof kinds)[number]

const figures = {
  ackP50: [0.5, 'acknowledgements'],
  ackP99: [0.99, 'acknowledgements'],
  fanoutP50: [0.5, 'arrivals'],
} as const
type Figure = keyof typeof figures
const measured: Record<string, number[]> = {}
const acknowledged: Record<string, number> = {}

const postgres = await startPostgres()
const children: ChildProcess[] = []
try {
  const servers = new Map<Kind, { child: ChildProcess; server: MeasuredServer; before: number | null }>()
  for (const kind of kinds) {
    const child = fork(join(import.meta.dirname, 'collab', 'measured-server.ts'), [kind], {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      env: { ...process.env, DATABASE_URL: postgres.url() },
    })
    children.push(child)
    const server = await answerOf<MeasuredServer>(child)
    servers.set(kind, { child, server, before: await loggedBy(child) })
  }
  for (let round = 1; round <= rounds; round++) {
    for (const connections of crowds) {
      for (const [kind, { server }] of servers)
        keep(kind, connections, round, await measureEdits(server, connections, forMs))
    }
  }
  for (const [kind, { child, before }] of servers) {
    const logged = await loggedBy(child)
    if (logged === null) continue
    if (logged - before! !== acknowledged[kind]) {
      throw new Error(`${kind}: ${acknowledged[kind]} edits were acknowledged and ${logged - before!} are in the log.`)
    }
  }
} finally {
  for (const child of children) child.disconnect()
  await postgres.stop()
}

const embedded = report('pglite')
process.stdout.write(
  `${JSON.stringify({
    ackP50Ratio: embedded.ackP50Ratio,
    ackP99Ratio: embedded.ackP99Ratio,
    fanoutP50Ratio200: embedded.fanoutP50Ratio200,
    rounds,
    acknowledged,
    pglite: embedded,
    postgres: report('postgres'),
  })}\n`,
)

function keep(kind: Kind, connections: number, round: number, edits: MeasuredEdits): void {
  acknowledged[kind] = (acknowledged[kind] ?? 0) + edits.acknowledged
  const said = Object.entries(figures).map(([figure, [share, of]]) => {
    const value = quantile(edits[of], share)
    const name = nameOf(kind, connections, figure as Figure)
    measured[name] = [...(measured[name] ?? []), value]
    return `${figure} ${round3(value)}`
  })
  process.stdout.write(`round ${round}, ${connections} connections, ${kind}: ${said.join(', ')} ms\n`)
}

/** Milliseconds of ours and theirs at each count, their ratios, and the worst of them. */
function report(kind: Kind) {
  const at = (of: Kind, figure: Figure) =>
    Object.fromEntries(
      crowds.map((connections) => [connections, round3(median(measured[nameOf(of, connections, figure)]!))]),
    )
  const ratios = (figure: Figure) =>
    crowds.map((connections) => {
      const [ours, theirs] = [kind, 'stock' as const].map((of) => median(measured[nameOf(of, connections, figure)]!))
      return round3(ours! / theirs!)
    })
  return {
    ackP50Ratio: Math.max(...ratios('ackP50')),
    ackP99Ratio: Math.max(...ratios('ackP99')),
    fanoutP50Ratio200: ratios('fanoutP50').at(-1)!,
    ratios: { connections: crowds, ackP50: ratios('ackP50'), ackP99: ratios('ackP99'), fanoutP50: ratios('fanoutP50') },
    ms: { ackP50: at(kind, 'ackP50'), ackP99: at(kind, 'ackP99'), fanoutP50: at(kind, 'fanoutP50') },
    stockMs: { ackP50: at('stock', 'ackP50'), ackP99: at('stock', 'ackP99'), fanoutP50: at('stock', 'fanoutP50') },
  }
}

function nameOf(kind: Kind, connections: number, figure: Figure): string {
  return `${kind} ${connections} ${figure}`
}

async function loggedBy(child: ChildProcess): Promise<number | null> {
  child.send('logged')
  return (await answerOf<{ logged: number | null }>(child)).logged
}

function answerOf<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)))
  })
}
