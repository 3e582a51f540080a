import { eq } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import type { Facts } from '#app/document/facts.ts'
import { startDocument } from '#app/document/start-document.ts'
import { standardTemplate } from '#app/document/templates.ts'
import type { Viewer } from '#app/people/viewer.ts'
import { createPostmortem } from '#app/postmortems/create-postmortem.server.ts'
import { publishPostmortem } from '#app/postmortems/publish-postmortem.server.ts'
import type { Database } from '#db/client.ts'
import { newId } from '#db/new-id.ts'
import { services, teamMembers, teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { completeDocument } from './documents.ts'

/** A person of the fictional Skerry Line, as they look when signed in. */
export async function person(db: Database, given: Partial<Viewer> = {}): Promise<Viewer> {
  const id = given.id ?? newId()
  const viewer: Viewer = {
    id,
    name: 'Ines Okafor',
    email: `${id}@skerry.example`,
    role: 'member',
    roleTitle: 'Payments engineer',
    timeZone: 'UTC',
    theme: 'auto',
    teamIds: [],
    ...given,
  }
  const { teamIds, ...row } = viewer
  await db.insert(people).values(row)
  if (teamIds.length > 0) await db.insert(teamMembers).values(teamIds.map((teamId) => ({ teamId, personId: id })))
  return viewer
}

export async function team(db: Database, name = 'Payments'): Promise<{ id: string; name: string }> {
  const [row] = await db.insert(teams).values({ name }).returning({ id: teams.id, name: teams.name })
  return row!
}

export async function service(db: Database, name = 'Card gateway', teamId?: string): Promise<{ id: string }> {
  const [row] = await db.insert(services).values({ name, teamId }).returning({ id: services.id })
  return row!
}

/** A draft that `viewer` owns, empty by the Standard template unless a document is given. */
export async function draftOf(
  db: Database,
  viewer: Viewer,
  given: { title?: string; document?: DocumentJson; facts?: Partial<Facts> } = {},
): Promise<{ id: string; number: number; reference: string }> {
  return createPostmortem(db, viewer, {
    document: given.document ?? startDocument(standardTemplate.sections),
    facts: { title: given.title ?? 'Cards declined after a certificate rotation', ...given.facts },
  })
}

/**
 * A published post-mortem and its author. Its ten minutes to undo are over unless `now` says otherwise; all members read it
 * unless `visibility` does.
 */
export async function publishedPostmortem(
  db: Database,
  given: {
    author?: Viewer
    title?: string
    document?: DocumentJson
    facts?: Partial<Facts>
    visibility?: 'invited' | 'teams' | 'members'
    restricted?: boolean
    now?: Date
  } = {},
): Promise<{ id: string; number: number; reference: string; author: Viewer; versionId: string }> {
  const author = given.author ?? (await person(db))
  const { title, facts, document = completeDocument() } = given
  const draft = await draftOf(db, author, { title, facts, document })
  const { visibility = 'members', restricted = false } = given
  await db.update(postmortems).set({ visibility, restricted }).where(eq(postmortems.id, draft.id))
  const now = given.now ?? new Date(Date.now() - 11 * 60_000)
  const outcome = await publishPostmortem(db, author, draft.id, { now })
  if (!outcome.ok) throw new Error(`The factory could not publish: ${outcome.reason}`)
  return { ...draft, author, versionId: outcome.versionId }
}
