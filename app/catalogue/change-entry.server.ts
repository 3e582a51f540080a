import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'
import type { CatalogueList, TermList } from './catalogue-list.ts'
import type { CatalogueOutcome } from './catalogue-outcome.ts'
import { refusalOf } from './create-entry.server.ts'
import { isEntry, tableOf } from './entry-table.server.ts'

interface EntryChange {
  name: string
  help?: string
  teamId?: string | null
}

/** Changes name, help and owning team, as far as the list has them. Documents refer by id, so the new name shows in all. */
export async function changeEntry(
  db: Database,
  viewer: Viewer,
  list: CatalogueList,
  id: string,
  { name, help, teamId }: EntryChange,
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  try {
    const changed =
      list === 'team'
        ? await db.update(teams).set({ name }).where(isEntry(list, id)).returning({ id: teams.id })
        : list === 'service'
          ? await db.update(services).set({ name, teamId }).where(isEntry(list, id)).returning({ id: services.id })
          : await db.update(terms).set({ name, help }).where(isEntry(list, id)).returning({ id: terms.id })
    return changed.length > 0 ? { ok: true } : { ok: false, reason: 'no-such-entry' }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Takes an entry out of what can be chosen. Whatever has it keeps it. */
export async function retireEntry(
  db: Database,
  viewer: Viewer,
  list: CatalogueList,
  id: string,
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const table = tableOf(list)
  const retired = await db
    .update(table)
    .set({ retiredAt: sql`now()` })
    .where(and(isEntry(list, id), isNull(table.retiredAt)))
    .returning({ id: table.id })
  return retired.length > 0 ? { ok: true } : { ok: false, reason: 'not-now' }
}

/** Lets a retired entry be chosen again. One that was merged stays merged: what it meant is elsewhere now. */
export async function bringBackEntry(
  db: Database,
  viewer: Viewer,
  list: CatalogueList,
  id: string,
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const table = tableOf(list)
  try {
    const back = await db
      .update(table)
      .set({ retiredAt: null })
      .where(and(isEntry(list, id), isNotNull(table.retiredAt), isNull(table.mergedIntoId)))
      .returning({ id: table.id })
    return back.length > 0 ? { ok: true } : { ok: false, reason: 'not-now' }
  } catch (error) {
    return refusalOf(error)
  }
}

/** Moves a factor, severity or kind one place up or down among those in use. At the end of the list nothing happens. */
export async function moveTerm(
  db: Database,
  viewer: Viewer,
  list: TermList,
  id: string,
  direction: 'up' | 'down',
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return db.transaction(async (tx) => {
    const inUse = await tx
      .select({ id: terms.id })
      .from(terms)
      .where(and(eq(terms.list, list), isNull(terms.retiredAt)))
      .orderBy(asc(terms.position), asc(terms.id))
      .for('update')
    const ids = inUse.map((row) => row.id)
    const from = ids.indexOf(id)
    if (from === -1) return { ok: false, reason: 'no-such-entry' }
    const to = direction === 'up' ? from - 1 : from + 1
    if (to < 0 || to >= ids.length) return { ok: true }
    ids.splice(to, 0, ...ids.splice(from, 1))
    for (const [position, termId] of ids.entries()) {
      await tx.update(terms).set({ position }).where(eq(terms.id, termId))
    }
    return { ok: true }
  })
}
