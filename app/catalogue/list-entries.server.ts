import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'
import { libraryRows } from '#db/schema/library.ts'
import { services, teamMembers, teams, terms } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import type { CatalogueList, TermList } from './catalogue-list.ts'

/** An entry as the settings show it. */
interface ListedEntry {
  id: string
  name: string
  retired: boolean
  /** The name of what it was merged into, or null. */
  mergedInto: string | null
  /** In how many post-mortems it stands; null for members, since the number also counts what is not shared with them. */
  used: number | null
}
export interface ListedTerm extends ListedEntry {
  help: string
}
export interface ListedService extends ListedEntry {
  team: { id: string; name: string } | null
}
export interface ListedTeam extends ListedEntry {
  members: { id: string; name: string; roleTitle: string }[]
  services: string[]
}

/** Factors, severities or kinds in their order, the retired ones last. */
export async function listTerms(db: Database, viewer: Viewer, list: TermList): Promise<ListedTerm[]> {
  const found = await db
    .select({ ...columns(terms), help: terms.help })
    .from(terms)
    .where(eq(terms.list, list))
    .orderBy(sql`${terms.retiredAt} is not null`, asc(terms.position), asc(terms.id))
  return listed(found, await postmortemsPer(db, viewer, list))
}

/** Services by alphabet, the retired ones last. */
export async function listServices(db: Database, viewer: Viewer): Promise<ListedService[]> {
  const found = await db
    .select({ ...columns(services), teamId: services.teamId, team: teams.name })
    .from(services)
    .leftJoin(teams, eq(teams.id, services.teamId))
    .orderBy(sql`${services.retiredAt} is not null`, asc(sql`lower(${services.name})`), asc(services.id))
  const entries = listed(found, await postmortemsPer(db, viewer, 'service'))
  return entries.map(({ teamId, team, ...entry }) => ({
    ...entry,
    team: teamId && team ? { id: teamId, name: team } : null,
  }))
}

/** Teams by alphabet with their people by alphabet, the retired ones last. */
export async function listTeams(db: Database, viewer: Viewer): Promise<ListedTeam[]> {
  const found = await db
    .select(columns(teams))
    .from(teams)
    .orderBy(sql`${teams.retiredAt} is not null`, asc(sql`lower(${teams.name})`), asc(teams.id))
  const members = await db
    .select({ teamId: teamMembers.teamId, id: people.id, name: people.name, roleTitle: people.roleTitle })
    .from(teamMembers)
    .innerJoin(people, and(eq(people.id, teamMembers.personId), isNull(people.suspendedAt)))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
  const owned = await db
    .select({ teamId: services.teamId, name: services.name })
    .from(services)
    .where(isNull(services.retiredAt))
    .orderBy(asc(sql`lower(${services.name})`))
  return listed(found, await postmortemsPer(db, viewer, 'team')).map((team) => ({
    ...team,
    members: members.filter((row) => row.teamId === team.id).map(({ teamId: _, ...person }) => person),
    services: owned.filter((row) => row.teamId === team.id).map((row) => row.name),
  }))
}

function columns<Table extends typeof teams | typeof services | typeof terms>(table: Table) {
  const { id, name, mergedIntoId, retiredAt }: Pick<Table, 'id' | 'name' | 'mergedIntoId' | 'retiredAt'> = table
  return { id, name, mergedIntoId, retiredAt }
}

type Found = { id: string; name: string; mergedIntoId: string | null; retiredAt: Date | null }

function listed<Row extends Found>(found: Row[], used: Map<string, number> | null) {
  const names = new Map(found.map((row) => [row.id, row.name]))
  return found.map(({ mergedIntoId, retiredAt, ...row }) => ({
    ...row,
    retired: retiredAt !== null,
    mergedInto: names.get(mergedIntoId ?? '') ?? null,
    used: used && (used.get(row.id) ?? 0),
  }))
}

/** Post-mortems per entry, those in the trash left out. */
async function postmortemsPer(db: Database, viewer: Viewer, list: CatalogueList): Promise<Map<string, number> | null> {
  if (viewer.role !== 'admin') return null
  const counted = await rows<{ id: string; used: number | string }>(
    db,
    sql`select uses.id as id, count(distinct ${postmortems.id}) as used
      from (${usesOf[list]}) as uses join ${postmortems} on ${postmortems.id} = uses.postmortem_id
      where ${postmortems.trashedAt} is null and uses.id is not null group by uses.id`,
  )
  return new Map(counted.map(({ id, used }) => [id, Number(used)]))
}

const usesOf: Record<CatalogueList, SQL> = {
  team: sql`select ${postmortemTeams.teamId} as id, ${postmortemTeams.postmortemId} as postmortem_id from ${postmortemTeams}`,
  service: sql`select ${postmortemServices.serviceId} as id, ${postmortemServices.postmortemId} as postmortem_id from ${postmortemServices}`,
  severity: sql`select p.severity_id as id, p.id as postmortem_id from ${postmortems} as p`,
  kind: sql`select p.kind_id as id, p.id as postmortem_id from ${postmortems} as p`,
  factor: sql`select coalesce(f.merged_into_id, f.id) as id, r.postmortem_id from ${libraryRows} as r
    cross join lateral jsonb_array_elements_text(coalesce(r.attributes->'factors', '[]'::jsonb)) as named(id)
    join ${terms} as f on f.id = named.id where r.version_id is null and r.kind = 'cause'`,
}
