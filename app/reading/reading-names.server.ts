import { eq, inArray } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { extract } from '#app/document/extract.ts'
import { mentionedIds } from '#app/document/mention.ts'
import { participantLabel } from '#app/people/participant-label.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { nameNow } from '#db/name-now.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { changeProgress, participants } from '#db/schema/postmortems.ts'
import { linkedPostmortems } from './linked-postmortems.server.ts'
import type { ChangeRows, ReadingNames } from './reading-view.ts'

/** Names for the ids in a document: people as roles, unless they chose to be named in it. */
export async function readingNames(
  db: Database,
  viewer: Viewer | null,
  postmortemId: string,
  document: DocumentJson,
): Promise<ReadingNames> {
  const factorIds = [
    ...new Set(
      extract(document)
        .flatMap((section) => section.items)
        .flatMap((item) => (item.attributes.factors as string[] | undefined) ?? []),
    ),
  ]
  const factors =
    factorIds.length > 0
      ? await db
          .select({
            id: terms.id,
            name: nameNow(terms),
          })
          .from(terms)
          .where(inArray(terms.id, factorIds))
      : []
  const inDocument = await db
    .select({
      id: participants.id,
      name: participantLabel,
    })
    .from(participants)
    .leftJoin(people, eq(people.id, participants.personId))
    .where(eq(participants.postmortemId, postmortemId))
  const linked = await linkedPostmortems(db, viewer, mentionedIds(document, 'postmortem'))
  return {
    factors: byId(factors),
    teams: byId(await db.select({ id: teams.id, name: nameNow(teams) }).from(teams)),
    services: byId(await db.select({ id: services.id, name: nameNow(services) }).from(services)),
    participants: byId(inDocument),
    postmortems: Object.fromEntries(linked.map(({ id, reference, title }) => [id, { reference, title }])),
  }
}

/** What moves after publishing, by item id. */
export async function changeRows(db: Database, postmortemId: string): Promise<ChangeRows> {
  const rows = await db
    .select({
      itemId: changeProgress.itemId,
      state: changeProgress.state,
      dueOn: changeProgress.dueOn,
      trackerUrl: changeProgress.trackerUrl,
      didItHelp: changeProgress.didItHelp,
    })
    .from(changeProgress)
    .where(eq(changeProgress.postmortemId, postmortemId))
  return Object.fromEntries(rows.map(({ itemId, ...row }) => [itemId, row]))
}

function byId(rows: { id: string; name: string }[]): Record<string, string> {
  return Object.fromEntries(rows.map((row) => [row.id, row.name]))
}
