import { and, asc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { AccessRole } from '#app/people/permissions.ts'
import type { Database } from '#db/client.ts'
import { teamMembers, teams } from '#db/schema/organisation.ts'
import { invitations, people } from '#db/schema/people.ts'
import { access } from '#db/schema/postmortems.ts'

export interface GivenAccess {
  kind: 'person' | 'team' | 'link'
  id: string
  /** A person's or team's name; for a link, whom it was made for, or ''. */
  name: string
  /** A person's e-mail address, '' for others. */
  email: string
  role: AccessRole
  because: string
  since: Date
  givenBy: string | null
  suspended: boolean
  /** For a link: until when it works, and whether someone has used it. */
  link: { expiresAt: Date; usedAt: Date | null } | null
  /** For a team: how many people are in it. */
  members: number | null
}

const rank: Record<AccessRole, number> = { owner: 0, editor: 1, commenter: 2, reader: 3 }

/** Who can see a post-mortem, as what, why and since when: people first, then teams, then links that still work. */
export async function listAccess(db: Database, postmortemId: string, now = new Date()): Promise<GivenAccess[]> {
  const giver = alias(people, 'giver')
  const given = await db
    .select({
      kind: access.subjectKind,
      id: access.subjectId,
      role: access.role,
      because: access.because,
      since: access.givenAt,
      givenBy: giver.name,
      person: { name: people.name, email: people.email, suspendedAt: people.suspendedAt },
      team: teams.name,
      link: {
        email: invitations.email,
        expiresAt: invitations.expiresAt,
        usedAt: invitations.usedAt,
        revokedAt: invitations.revokedAt,
      },
    })
    .from(access)
    .leftJoin(giver, eq(giver.id, access.givenById))
    .leftJoin(people, and(eq(access.subjectKind, 'person'), eq(people.id, access.subjectId)))
    .leftJoin(teams, and(eq(access.subjectKind, 'team'), eq(teams.id, access.subjectId)))
    .leftJoin(invitations, and(eq(access.subjectKind, 'link'), eq(invitations.id, access.subjectId)))
    .where(eq(access.postmortemId, postmortemId))
    .orderBy(asc(access.givenAt))
  const sizes = await teamSizes(
    db,
    given.filter((row) => row.kind === 'team').map((row) => row.id),
  )
  const kinds = ['person', 'team', 'link']
  return given
    .filter(({ kind, link }) => kind !== 'link' || (link && !link.revokedAt && !link.usedAt && link.expiresAt > now))
    .map(({ person, team, link, ...row }) => ({
      ...row,
      name: person?.name ?? team ?? link?.email ?? '',
      email: person?.email ?? '',
      suspended: Boolean(person?.suspendedAt),
      link: link && { expiresAt: link.expiresAt, usedAt: link.usedAt },
      members: row.kind === 'team' ? (sizes.get(row.id) ?? 0) : null,
    }))
    .toSorted(
      (one, other) =>
        kinds.indexOf(one.kind) - kinds.indexOf(other.kind) ||
        rank[one.role] - rank[other.role] ||
        one.name.localeCompare(other.name),
    )
}

async function teamSizes(db: Database, ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const members = await db
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .innerJoin(people, eq(people.id, teamMembers.personId))
    .where(inArray(teamMembers.teamId, ids))
  return new Map(ids.map((id) => [id, members.filter((row) => row.teamId === id).length]))
}
