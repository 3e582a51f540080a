import { setTimeout as pause } from 'node:timers/promises'
import { countSyncs, type Syncs } from './count-syncs.ts'
import type { Stage } from './stage.ts'
import { missing, startWriters } from './writers.ts'

/** Edits that have to be acknowledged before a kill: one that hits nothing shows nothing. */
export const leastAcknowledged = 20

export interface Campaign {
  kills: number
  acknowledged: number
  lost: number
  /** Kills that hit edits on their way. */
  killsInFlight: number
  fewestAcknowledged: number
  readyMs: number[]
  /** Null where it was not counted. */
  syncs: Syncs | null
}

/** Kills the server at random moments while three people write, and looks for every edit that was acknowledged. */
export async function killAtRandom(stage: Stage, kills: number, withSyncs: boolean): Promise<Campaign> {
  const { address, prepared, kind } = stage
  const killsOfEach = 15
  const campaign: Campaign = {
    kills,
    acknowledged: 0,
    lost: 0,
    killsInFlight: 0,
    fewestAcknowledged: Number.POSITIVE_INFINITY,
    readyMs: [],
    syncs: null,
  }
  for (let round = 1; round <= kills; round++) {
    if (round % killsOfEach === 0) prepared.postmortemId = prepared.next.shift() ?? prepared.postmortemId
    const writers = await startWriters(address, prepared, `k${round}`)
    while (writers.acknowledged().length < leastAcknowledged) await pause(5)
    await pause(50 + Math.random() * 500)
    // The next moment with edits on their way, if there is one soon: on a fast machine they are few and short.
    for (let wait = 0; wait < 20 && writers.inFlight() === 0; wait++) await pause(1)
    const inFlight = writers.inFlight()
    await stage.victim.kill()
    await writers.end()
    const acknowledged = writers.acknowledged()
    await stage.startAgain()
    const { readyMs } = stage.victim
    const lost = await missing(address, prepared, acknowledged)
    campaign.acknowledged += acknowledged.length
    campaign.lost += lost.length
    campaign.killsInFlight += inFlight > 0 ? 1 : 0
    campaign.fewestAcknowledged = Math.min(campaign.fewestAcknowledged, acknowledged.length)
    campaign.readyMs.push(readyMs)
    process.stdout.write(
      `${kind}, kill ${round} of ${kills}: ${acknowledged.length} acknowledged, ${inFlight} on their way, ${lost.length} lost, ready again in ${Math.round(readyMs)} ms\n`,
    )
  }
  if (withSyncs) campaign.syncs = await countSyncs(stage.victim.process.pid!, address, prepared)
  return campaign
}

export function summary(campaigns: readonly Campaign[]) {
  const sum = (what: (campaign: Campaign) => number) => campaigns.reduce((total, campaign) => total + what(campaign), 0)
  const ready = campaigns.flatMap(({ readyMs }) => readyMs).toSorted((one, other) => one - other)
  const counted = campaigns.map(({ syncs }) => syncs).find((syncs) => syncs !== null)
  return {
    kills: sum(({ kills }) => kills),
    acknowledged: sum(({ acknowledged }) => acknowledged),
    lost: sum(({ lost }) => lost),
    killsInFlight: sum(({ killsInFlight }) => killsInFlight),
    fewestAcknowledged: Math.min(...campaigns.map(({ fewestAcknowledged }) => fewestAcknowledged)),
    readyP95Ms: Math.round(ready[Math.ceil(ready.length * 0.95) - 1] ?? 0),
    readyMaxMs: Math.round(ready.at(-1) ?? 0),
    /** Calls of fdatasync for each acknowledged edit; edits that are committed together share one. Null without strace. */
    syncsPerAck: counted ? Math.round((counted.syncs / counted.acknowledged) * 1000) / 1000 : null,
  }
}
