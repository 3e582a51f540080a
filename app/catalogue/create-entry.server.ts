import { eq, max } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import type { CatalogueList, TermList } from './catalogue-list.ts'
import type { CatalogueOutcome } from './catalogue-outcome.ts'

interface NewEntry {
  name: string
  /** Of a factor, severity or kind. */
  help?: string
  /** The team that owns a service. */
  teamId?: string | null
}

/** Adds an entry to a list; a factor, severity or kind comes last in its order. */
export async function createEntry(
  db: Database,
  viewer: Viewer,
  list: CatalogueList,
  { name, help = '', teamId = null }: NewEntry,
): Promise<CatalogueOutcome<{ id: string }>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  try {
    const [made] =
      list === 'team'
        ? await db.insert(teams).values({ name }).returning({ id: teams.id })
        : list === 'service'
          ? await db.insert(services).values({ name, teamId }).returning({ id: services.id })
          : await db
              .insert(terms)
              .values({ list, name, help, position: await lastPlace(db, list) })
              .returning({ id: terms.id })
    return { ok: true, id: made!.id }
  } catch (error) {
    return refusalOf(error)
  }
}

async function lastPlace(db: Database, list: TermList): Promise<number> {
  const [last] = await db
    .select({ position: max(terms.position) })
    .from(terms)
    .where(eq(terms.list, list))
  return (last?.position ?? -1) + 1
}

/** What a violated constraint of the catalogue means to whoever typed; anything else is a bug and goes on. */
export function refusalOf(error: unknown): { ok: false; reason: 'name-taken' | 'no-such-entry' } {
  const constraint = violatedConstraint(error)
  if (constraint?.startsWith('one_')) return { ok: false, reason: 'name-taken' }
  // The team that a service was given to is gone.
  if (constraint?.startsWith('services_')) return { ok: false, reason: 'no-such-entry' }
  throw error
}
