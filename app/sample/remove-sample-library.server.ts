import { and, eq, exists, inArray, like, not, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Viewer } from '#app/people/viewer.ts'
import type { LiveEditing } from '#app/postmortems/live-editing.ts'
import { referenceOf } from '#app/postmortems/reference.ts'
import type { Database } from '#db/client.ts'
import { libraryRows } from '#db/schema/library.ts'
import { organisation as organisations, services, teamMembers, teams } from '#db/schema/organisation.ts'
import { accounts, people } from '#db/schema/people.ts'
import {
  access,
  changeProgress,
  documentUpdates,
  postmortemServices,
  postmortems,
  postmortemTeams,
  versions,
} from '#db/schema/postmortems.ts'
import { sampleName } from './load-sample-library.server.ts'
import { organisation } from './organisation.ts'
import { samplePrefix } from './sample-postmortem-id.ts'

/** `kept`: references of sample post-mortems that someone has written in since, and that stay for that reason. */
export type Removed =
  | { ok: true; removed: number; kept: string[] }
  | { ok: false; reason: 'not-allowed' | 'not-loaded' }

/**
 * Takes away what loading the sample library brought, and nothing that people wrote since: a sample post-mortem that was
 * edited stays, with the teams, services and people it refers to. So does whatever was renamed, got an account, or is used
 * by a post-mortem of the organisation's own.
 */
export async function removeSampleLibrary(db: Database, live: LiveEditing, viewer: Viewer): Promise<Removed> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const outcome = await db.transaction(async (tx) => {
    const [own] = await tx.select({ loadedAt: organisations.sampleLoadedAt }).from(organisations).for('update')
    if (!own?.loadedAt) return null
    const brought = like(postmortems.id, `${samplePrefix(own.loadedAt)}%`)
    await tx.select({ id: postmortems.id }).from(postmortems).where(brought).for('update')
    const removed = await tx
      .delete(postmortems)
      .where(and(brought, not(writtenSince(own.loadedAt))))
      .returning({ id: postmortems.id })
    const kept = await tx
      .select({ number: postmortems.number })
      .from(postmortems)
      .where(brought)
      .orderBy(postmortems.number)
    await removeServices(tx)
    await removeTeamsAndPeople(tx)
    await tx.update(organisations).set({ sampleLoadedAt: null })
    return { removed: removed.map((row) => row.id), kept: kept.map((row) => referenceOf(row.number)) }
  })
  if (!outcome) return { ok: false, reason: 'not-loaded' }
  for (const postmortemId of outcome.removed) live.close({ postmortemId })
  return { ok: true, removed: outcome.removed.length, kept: outcome.kept }
}

/** An edit, logged or already derived; a version; a word on a change. Everything the sample brought itself is older. */
function writtenSince(loadedAt: Date): SQL {
  const at = loadedAt.toISOString()
  return sql`(${postmortems.editedAt} > ${at}
    or exists (select 1 from ${documentUpdates} where ${documentUpdates.postmortemId} = ${postmortems.id} and ${documentUpdates.createdAt} > ${at})
    or exists (select 1 from ${versions} where ${versions.postmortemId} = ${postmortems.id} and ${versions.madeAt} > ${at})
    or exists (select 1 from ${changeProgress} where ${changeProgress.postmortemId} = ${postmortems.id} and ${changeProgress.updatedAt} > ${at}))`
}

async function removeServices(tx: Database): Promise<void> {
  const merged = alias(services, 'merged')
  await tx
    .delete(services)
    .where(
      and(
        unchanged(services, organisation.services),
        notExists(
          tx.select({ one: sql`1` }).from(postmortemServices).where(eq(postmortemServices.serviceId, services.id)),
        ),
        notExists(tx.select({ one: sql`1` }).from(merged).where(eq(merged.mergedIntoId, services.id))),
      ),
    )
}

/** People first: a team goes once nobody but people of the sample was in it. */
async function removeTeamsAndPeople(tx: Database): Promise<void> {
  await tx.delete(people).where(
    and(
      unchanged(people, organisation.people),
      notExists(tx.select({ one: sql`1` }).from(accounts).where(eq(accounts.userId, people.id))),
      notExists(tx.select({ one: sql`1` }).from(postmortems).where(eq(postmortems.ownerId, people.id))),
      notExists(
        tx
          .select({ one: sql`1` })
          .from(access)
          .where(and(eq(access.subjectKind, 'person'), eq(access.subjectId, people.id))),
      ),
    ),
  )
  const merged = alias(teams, 'merged')
  const stays = or(
    exists(tx.select({ one: sql`1` }).from(postmortemTeams).where(eq(postmortemTeams.teamId, teams.id))),
    exists(tx.select({ one: sql`1` }).from(services).where(eq(services.teamId, teams.id))),
    exists(
      tx
        .select({ one: sql`1` })
        .from(access)
        .where(and(eq(access.subjectKind, 'team'), eq(access.subjectId, teams.id))),
    ),
    // A change or a thanks in a text that stays names its team by id.
    exists(
      tx
        .select({ one: sql`1` })
        .from(libraryRows)
        .where(eq(sql`${libraryRows.attributes}->>'teamId'`, teams.id)),
    ),
    exists(
      tx
        .select({ one: sql`1` })
        .from(teamMembers)
        .where(
          and(
            eq(teamMembers.teamId, teams.id),
            not(
              inArray(
                teamMembers.personId,
                organisation.people.map(({ id }) => id),
              ),
            ),
          ),
        ),
    ),
    exists(tx.select({ one: sql`1` }).from(merged).where(eq(merged.mergedIntoId, teams.id))),
  )
  await tx.delete(teams).where(and(unchanged(teams, organisation.teams), not(stays!)))
}

/** Those of the sample that still have the name they came with. */
function unchanged(table: typeof teams | typeof services | typeof people, brought: { id: string; name: string }[]) {
  return and(
    inArray(
      table.id,
      brought.map(({ id }) => id),
    ),
    inArray(
      table.name,
      brought.flatMap(({ name }) => [name, sampleName(name)]),
    ),
  )
}
