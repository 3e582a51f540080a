import { and, eq, isNull } from 'drizzle-orm'
import { tellOfTeamAccess } from '#app/people/tell-of-team-access.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { teamMembers, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import type { CatalogueOutcome } from './catalogue-outcome.ts'

/** Adds someone to a team. They see from now on what the team was invited to, which those invited are told. */
export async function addTeamMember(
  db: Database,
  viewer: Viewer,
  teamId: string,
  personId: string,
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return db.transaction(async (tx) => {
    const [team] = await tx
      .select({ name: teams.name })
      .from(teams)
      .where(and(eq(teams.id, teamId), isNull(teams.retiredAt)))
    const [person] = await tx
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.id, personId), isNull(people.suspendedAt)))
    if (!team || !person) return { ok: false, reason: 'no-such-entry' }
    const added = await tx
      .insert(teamMembers)
      .values({ teamId, personId })
      .onConflictDoNothing()
      .returning({ personId: teamMembers.personId })
    if (added.length > 0) {
      const subject = { subjectKind: 'person', subjectId: personId } as const
      await tellOfTeamAccess(tx, viewer, { teamId, because: `Joined the team ${team.name}`, subject })
    }
    return { ok: true }
  })
}

/** Takes someone out of a team. The caller closes their sockets, so that rights which came by the team end now. */
export async function removeTeamMember(
  db: Database,
  viewer: Viewer,
  teamId: string,
  personId: string,
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const removed = await db
    .delete(teamMembers)
    .where(and(eq(teamMembers.teamId, teamId), eq(teamMembers.personId, personId)))
    .returning({ personId: teamMembers.personId })
  return removed.length > 0 ? { ok: true } : { ok: false, reason: 'no-such-entry' }
}
