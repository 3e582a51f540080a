import { spawn, spawnSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import type { Prepared } from './prepare.ts'
import { missing, startWriters } from './writers.ts'

export interface Syncs {
  syncs: number
  acknowledged: number
}

/** Counts the calls that bring the log to the disk while edits are acknowledged, or null where strace is not installed. */
export async function countSyncs(pid: number, address: string, prepared: Prepared): Promise<Syncs | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null
  // With `-y` it writes the file behind each number: what is counted is the journal, which the acknowledgement waits for.
  const tracer = spawn('strace', ['-f', '-y', '-qq', '-e', 'trace=fdatasync', '-p', String(pid)], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let traced = ''
  tracer.stderr.on('data', (chunk: Buffer) => {
    traced += chunk
  })
  const gone = new Promise((resolve) => tracer.once('exit', resolve))
  await pause(500)
  if (tracer.exitCode !== null) return null
  const writers = await startWriters(address, prepared, 'syncs')
  await pause(1000)
  await writers.end()
  const acknowledged = writers.acknowledged()
  tracer.kill('SIGINT')
  await gone
  const lost = await missing(address, prepared, acknowledged)
  if (lost.length > 0) throw new Error(`Edits were lost without a kill: ${lost.join(', ')}`)
  return {
    syncs: traced.match(/fdatasync\(\d+<[^>]*edits\.journal>/g)?.length ?? 0,
    acknowledged: acknowledged.length,
  }
}
