import { and, eq, inArray } from 'drizzle-orm'
import { mentionKey } from '#app/document/mention.ts'
import { participantLabel } from '#app/people/participant-label.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { nameNow } from '#db/name-now.ts'
import { services, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'
import { linkedPostmortems } from './linked-postmortems.server.ts'

export interface MentionName {
  label: string
  /** Said beside it to whoever writes: who has the role, or what the post-mortem is about. */
  detail?: string
}

/**
 * What mentions in the draft of this post-mortem stand for, by `person:id`; one that is unknown, gone or not for this viewer is
 * left out. People appear as readers will get them: as their role, or by name where they chose that.
 */
export async function mentionNames(
  db: Database,
  viewer: Viewer,
  postmortemId: string,
  keys: readonly string[],
): Promise<Record<string, MentionName>> {
  const idsOf = (kind: string) =>
    keys.flatMap((key) => (key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : []))
  const [personIds, teamIds, serviceIds] = [idsOf('person'), idsOf('team'), idsOf('service')]
  const names: Record<string, MentionName> = {}
  if (personIds.length > 0) {
    const found = await db
      .select({ id: participants.id, label: participantLabel, name: people.name })
      .from(participants)
      .leftJoin(people, eq(people.id, participants.personId))
      .where(and(eq(participants.postmortemId, postmortemId), inArray(participants.id, personIds)))
    for (const { id, label, name } of found) {
      names[mentionKey('person', id)] = { label, ...(name && name !== label && { detail: name }) }
    }
  }
  if (teamIds.length > 0) {
    const found = await db
      .select({ id: teams.id, label: nameNow(teams) })
      .from(teams)
      .where(inArray(teams.id, teamIds))
    for (const { id, label } of found) names[mentionKey('team', id)] = { label }
  }
  if (serviceIds.length > 0) {
    const found = await db
      .select({ id: services.id, label: nameNow(services) })
      .from(services)
      .where(inArray(services.id, serviceIds))
    for (const { id, label } of found) names[mentionKey('service', id)] = { label }
  }
  for (const { id, reference, title } of await linkedPostmortems(db, viewer, idsOf('postmortem'))) {
    names[mentionKey('postmortem', id)] = { label: reference, detail: title }
  }
  return names
}
