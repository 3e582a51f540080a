import { and, eq, inArray, or, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { access, postmortems, postmortemTeams } from '#db/schema/postmortems.ts'
import type { AccessRole, Standing } from './permissions.ts'
import type { Viewer } from './viewer.ts'

const strongestFirst: AccessRole[] = ['owner', 'editor', 'commenter', 'reader']

/** Reads what the policy needs to know, or null when there is no such post-mortem. Decides nothing. */
export async function standingOf(db: Database, viewer: Viewer | null, postmortemId: string): Promise<Standing | null> {
  const [found] = await db
    .select({
      state: postmortems.state,
      visibility: postmortems.visibility,
      restricted: postmortems.restricted,
      trashed: sql<boolean>`${postmortems.trashedAt} is not null`,
      publishedForAll: sql<boolean>`${postmortems.publishedVersionId} is not null and ${postmortems.visibleFrom} <= now()`,
      hasPublishedVersion: sql<boolean>`${postmortems.publishedVersionId} is not null`,
    })
    .from(postmortems)
    .where(eq(postmortems.id, postmortemId))
  if (!found) return null
  if (!viewer) return { ...found, role: null, inItsTeams: false }

  const teamIds = viewer.teamIds.length > 0 ? viewer.teamIds : ['']
  const given = await db
    .select({ role: access.role })
    .from(access)
    .where(
      and(
        eq(access.postmortemId, postmortemId),
        or(
          and(eq(access.subjectKind, 'person'), eq(access.subjectId, viewer.id)),
          and(eq(access.subjectKind, 'team'), inArray(access.subjectId, teamIds)),
        ),
      ),
    )
  const own = await db
    .select({ teamId: postmortemTeams.teamId })
    .from(postmortemTeams)
    .where(and(eq(postmortemTeams.postmortemId, postmortemId), inArray(postmortemTeams.teamId, teamIds)))
    .limit(1)
  const role = strongestFirst.find((candidate) => given.some((row) => row.role === candidate)) ?? null
  return { ...found, role, inItsTeams: own.length > 0 }
}
