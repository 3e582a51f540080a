import { and, asc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { tellOfTeamAccess } from '#app/people/tell-of-team-access.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { services, teamMembers, terms } from '#db/schema/organisation.ts'
import { invitations } from '#db/schema/people.ts'
import { access, postmortemServices, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import type { CatalogueList } from './catalogue-list.ts'
import type { CatalogueOutcome } from './catalogue-outcome.ts'
import { tableOf } from './entry-table.server.ts'
import { mergeTemplateRules } from './template-rules.server.ts'

/**
 * Makes two entries of a list one: everything that referred to `fromId` refers to `intoId`, and `fromId` is retired. Texts
 * and frozen versions keep the id they have; it is resolved through `mergedIntoId` where it is shown. Members of both teams
 * see what either was invited to, so each such post-mortem gets an event that everyone invited to it sees.
 */
export async function mergeEntries(
  db: Database,
  viewer: Viewer,
  list: CatalogueList,
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<CatalogueOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  if (fromId === intoId) return { ok: false, reason: 'not-now' }
  const table = tableOf(list)
  return db.transaction(async (tx) => {
    const found = await tx
      .select({ id: table.id, name: table.name, mergedIntoId: table.mergedIntoId, retiredAt: table.retiredAt })
      .from(table)
      .where(and(inArray(table.id, [fromId, intoId]), isTerm(list) ? eq(terms.list, list) : undefined))
      .orderBy(asc(table.id))
      .for('update')
    const from = found.find((row) => row.id === fromId)
    const into = found.find((row) => row.id === intoId)
    if (!from || !into) return { ok: false, reason: 'no-such-entry' }
    if (from.mergedIntoId || into.retiredAt) return { ok: false, reason: 'not-now' }

    if (list === 'team') await mergeTeams(tx, viewer, from, into)
    else if (list === 'service') await mergeServices(tx, fromId, intoId)
    else if (list === 'severity') {
      await tx.update(postmortems).set({ severityId: intoId }).where(eq(postmortems.severityId, fromId))
      await mergeTemplateRules(tx, 'severityId', { fromId, intoId })
    } else if (list === 'kind') {
      await tx.update(postmortems).set({ kindId: intoId }).where(eq(postmortems.kindId, fromId))
      await mergeTemplateRules(tx, 'kindId', { fromId, intoId })
    }

    // What was merged into `fromId` before follows, so that an id is always resolved in one step.
    await tx
      .update(table)
      .set({ mergedIntoId: intoId, retiredAt: sql`coalesce(${table.retiredAt}, now())` })
      .where(or(eq(table.id, fromId), eq(table.mergedIntoId, fromId)))
    return { ok: true }
  })
}

function isTerm(list: CatalogueList): list is 'factor' | 'severity' | 'kind' {
  return list !== 'team' && list !== 'service'
}

async function mergeServices(tx: Database, fromId: string, intoId: string): Promise<void> {
  const uses = await tx
    .delete(postmortemServices)
    .where(eq(postmortemServices.serviceId, fromId))
    .returning({ postmortemId: postmortemServices.postmortemId })
  const moved = uses.map(({ postmortemId }) => ({ postmortemId, serviceId: intoId }))
  if (moved.length > 0) await tx.insert(postmortemServices).values(moved).onConflictDoNothing()
}

interface Team {
  id: string
  name: string
}

async function mergeTeams(tx: Database, viewer: Viewer, from: Team, into: Team): Promise<void> {
  const uses = await tx
    .delete(postmortemTeams)
    .where(eq(postmortemTeams.teamId, from.id))
    .returning({ postmortemId: postmortemTeams.postmortemId })
  const moved = uses.map(({ postmortemId }) => ({ postmortemId, teamId: into.id }))
  if (moved.length > 0) await tx.insert(postmortemTeams).values(moved).onConflictDoNothing()

  const members = await tx
    .delete(teamMembers)
    .where(eq(teamMembers.teamId, from.id))
    .returning({ personId: teamMembers.personId })
  const joined = members.map(({ personId }) => ({ personId, teamId: into.id }))
  if (joined.length > 0) await tx.insert(teamMembers).values(joined).onConflictDoNothing()

  await tx.update(services).set({ teamId: into.id }).where(eq(services.teamId, from.id))
  await tx
    .update(invitations)
    .set({ teamId: into.id })
    .where(and(eq(invitations.teamId, from.id), isNull(invitations.usedAt)))
  await mergeAccess(tx, from.id, into.id)
  await tellOfTeamAccess(tx, viewer, {
    teamId: into.id,
    because: `The team ${from.name} became a part of ${into.name}`,
    subject: { subjectKind: 'team', subjectId: into.id },
  })
}

/** The team that stays gets the stronger of both roles. */
async function mergeAccess(tx: Database, fromId: string, intoId: string): Promise<void> {
  const given = await tx
    .delete(access)
    .where(and(eq(access.subjectKind, 'team'), eq(access.subjectId, fromId)))
    .returning()
  if (given.length === 0) return
  await tx
    .insert(access)
    .values(given.map((row) => ({ ...row, subjectId: intoId })))
    .onConflictDoUpdate({
      target: [access.postmortemId, access.subjectKind, access.subjectId],
      set: {
        role: sql`case when 'editor' in (${access.role}, excluded.role) then 'editor'
          when 'commenter' in (${access.role}, excluded.role) then 'commenter' else 'reader' end`,
      },
    })
}
