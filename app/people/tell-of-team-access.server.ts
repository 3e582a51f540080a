import { and, eq } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { access, events } from '#db/schema/postmortems.ts'
import type { Viewer } from './viewer.ts'

/**
 * A change of a team changes who sees what the team was invited to, drafts included. It is told in each of these
 * post-mortems, as any other invitation, so that nobody comes in unseen.
 */
export async function tellOfTeamAccess(
  tx: Database,
  viewer: Pick<Viewer, 'id'>,
  told: { teamId: string; because: string; subject: { subjectKind: 'person' | 'team'; subjectId: string } },
): Promise<void> {
  const { teamId, because, subject } = told
  const invited = await tx
    .select({ postmortemId: access.postmortemId, role: access.role })
    .from(access)
    .where(and(eq(access.subjectKind, 'team'), eq(access.subjectId, teamId)))
  if (invited.length === 0) return
  await tx.insert(events).values(
    invited.map(({ postmortemId, role }) => ({
      kind: 'access-given',
      postmortemId,
      personId: viewer.id,
      data: { ...subject, role, because },
    })),
  )
}
