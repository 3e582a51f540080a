import { asc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { type Operator, operator } from './operator.ts'
import type { Viewer } from './viewer.ts'

export interface ListedPerson {
  id: string
  name: string
  roleTitle: string
  /** Names of the teams they belong to, by alphabet. */
  teams: string[]
}

/** Everyone who can be chosen in a picker, by alphabet. People who are suspended are left out. */
export async function findPeople(db: Database): Promise<ListedPerson[]> {
  return db
    .select({ id: people.id, name: people.name, roleTitle: people.roleTitle, teams: teamNames })
    .from(people)
    .where(isNull(people.suspendedAt))
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
}

export interface ManagedPerson extends ListedPerson {
  email: string
  role: Viewer['role']
  suspended: boolean
}

/** Everyone with role and state, by alphabet, for admins; others get nobody. Nothing in it tells what someone does or did. */
export async function listPeople(db: Database, viewer: Viewer | Operator): Promise<ManagedPerson[]> {
  if (viewer !== operator && viewer.role !== 'admin') return []
  return db
    .select(managed)
    .from(people)
    .orderBy(asc(sql`lower(${people.name})`), asc(people.id))
}

/** One person as admins see them, or null. */
export async function findPerson(db: Database, viewer: Viewer, id: string): Promise<ManagedPerson | null> {
  if (viewer.role !== 'admin') return null
  const [found] = await db.select(managed).from(people).where(eq(people.id, id))
  return found ?? null
}

/** The teams a newcomer can be invited to, by alphabet. */
export async function openTeams(db: Database): Promise<{ id: string; name: string }[]> {
  return db
    .select({ id: teams.id, name: teams.name })
    .from(teams)
    .where(isNull(teams.retiredAt))
    .orderBy(asc(sql`lower(${teams.name})`))
}

// Written out: Drizzle leaves the table's name off a column in a query over one table, and `id` would be the team's.
const teamNames = sql<string[]>`coalesce((select json_agg(team.name order by lower(team.name)) from team_members member
  join teams team on team.id = member.team_id and team.retired_at is null
  where member.person_id = people.id), '[]'::json)`

const managed = {
  id: people.id,
  name: people.name,
  roleTitle: people.roleTitle,
  teams: teamNames,
  email: people.email,
  role: people.role,
  suspended: sql<boolean>`${people.suspendedAt} is not null`,
}
