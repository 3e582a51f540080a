import { isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'
import { organisation as organisations, services, teamMembers, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { loadSamplePostmortem } from './load-sample-postmortem.server.ts'
import { organisation } from './organisation.ts'
import { sampleLibrary } from './sample-library.ts'

export type Loaded = { ok: true; postmortems: number } | { ok: false; reason: 'not-allowed' | 'already-loaded' }

/**
 * Brings Skerry Line into the installation: its teams, services, people without a way to sign in, twelve published
 * post-mortems and a draft that belongs to the viewer. The organisation keeps its own name. All of it is one transaction,
 * so it is there whole or not at all; a second call changes nothing. Nobody gets mail.
 */
export async function loadSampleLibrary(db: Database, viewer: Viewer): Promise<Loaded> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return db.transaction(async (tx) => {
    const [own] = await tx.select({ loadedAt: organisations.sampleLoadedAt }).from(organisations).for('update')
    if (!own || own.loadedAt) return { ok: false, reason: 'already-loaded' }
    const loadedAt = await databaseTime(tx)
    await bringOrganisation(tx)
    const numbers = await drawNumbers(tx, sampleLibrary.length)
    const numberOf = new Map(sampleLibrary.map((sample, place) => [sample.number, numbers[place]!]))
    for (const sample of sampleLibrary) await loadSamplePostmortem(tx, viewer, sample, { loadedAt, numberOf })
    await tx.update(organisations).set({ sampleLoadedAt: loadedAt })
    return { ok: true, postmortems: sampleLibrary.length }
  })
}

/** The database's clock, which also dates later edits; one millisecond on, so that nothing brought here is younger. */
async function databaseTime(tx: Database): Promise<Date> {
  const [now] = await rows<{ ms: number | string }>(tx, sql`select floor(extract(epoch from now()) * 1000) as ms`)
  return new Date(Number(now!.ms) + 1)
}

/** Numbers of their own, drawn in order; in a new installation they are those the texts speak of. */
async function drawNumbers(tx: Database, count: number): Promise<number[]> {
  const drawn = await rows<{ number: number | string }>(
    tx,
    sql`select nextval(pg_get_serial_sequence('postmortems', 'number')) as number from generate_series(1, ${count}::int)`,
  )
  return drawn.map(({ number }) => Number(number)).sort((one, other) => one - other)
}

async function bringOrganisation(tx: Database): Promise<void> {
  const ownTeams = await tx.select({ name: teams.name }).from(teams).where(isNull(teams.retiredAt))
  const ownServices = await tx.select({ name: services.name }).from(services).where(isNull(services.retiredAt))
  await tx
    .insert(teams)
    .values(organisation.teams.map(({ id, name }) => ({ id, name: freeName(name, ownTeams) })))
    .onConflictDoNothing()
  await tx
    .insert(services)
    .values(
      organisation.services.map(({ id, name, team }) => ({ id, name: freeName(name, ownServices), teamId: team })),
    )
    .onConflictDoNothing()
  // Members all of them: an admin who cannot sign in would stand in the way of protecting the last one who can.
  await tx
    .insert(people)
    .values(organisation.people.map(({ teams: _, ...person }) => ({ ...person, role: 'member' as const })))
    .onConflictDoNothing()
  await tx
    .insert(teamMembers)
    .values(organisation.people.flatMap(({ id, teams: own }) => own.map((teamId) => ({ teamId, personId: id }))))
    .onConflictDoNothing()
}

/** The name, marked as the sample's where the organisation has one like it. */
function freeName(name: string, taken: { name: string }[]): string {
  return taken.some((own) => own.name.toLowerCase() === name.toLowerCase()) ? sampleName(name) : name
}

/** How an entry of the sample is called beside one of the same name. */
export function sampleName(name: string): string {
  return `${name} (${organisation.name})`
}
