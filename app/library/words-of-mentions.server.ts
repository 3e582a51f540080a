import { and, eq, inArray } from 'drizzle-orm'
import type { DocumentJson, NodeJson } from '#app/document/document-json.ts'
import { mentionedIds, mentionKey, unknownMention } from '#app/document/mention.ts'
import type { Database } from '#db/client.ts'
import { nameNow } from '#db/name-now.ts'
import { services, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'

/**
 * What mentions are found by: a team or service by its name of now, a person by their role alone, whatever they chose to be called,
 * so that no name is left behind in a row when they choose otherwise. The title of another post-mortem is not this one's to tell.
 */
export async function wordsOfMentions(
  tx: Database,
  postmortemId: string,
  document: DocumentJson,
): Promise<(mention: NodeJson) => string> {
  const words = new Map<string, string>()
  const personIds = mentionedIds(document, 'person')
  if (personIds.length > 0) {
    const found = await tx
      .select({ id: participants.id, roleTitle: participants.roleTitle, personRole: people.roleTitle })
      .from(participants)
      .leftJoin(people, eq(people.id, participants.personId))
      .where(and(eq(participants.postmortemId, postmortemId), inArray(participants.id, personIds)))
    for (const { id, roleTitle, personRole } of found)
      words.set(mentionKey('person', id), roleTitle || personRole || '')
  }
  const teamIds = mentionedIds(document, 'team')
  if (teamIds.length > 0) {
    const found = await tx
      .select({ id: teams.id, name: nameNow(teams) })
      .from(teams)
      .where(inArray(teams.id, teamIds))
    for (const { id, name } of found) words.set(mentionKey('team', id), name)
  }
  const serviceIds = mentionedIds(document, 'service')
  if (serviceIds.length > 0) {
    const found = await tx
      .select({ id: services.id, name: nameNow(services) })
      .from(services)
      .where(inArray(services.id, serviceIds))
    for (const { id, name } of found) words.set(mentionKey('service', id), name)
  }
  return ({ attrs }) => words.get(mentionKey(String(attrs?.kind), attrs?.id)) || unknownMention(attrs?.kind)
}
