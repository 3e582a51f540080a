import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { participantLabel } from '#app/people/participant-label.ts'
import type { Database } from '#db/client.ts'
import { hasWords } from '#db/has-words.ts'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'

export interface Mentionable {
  personId: string
  /** Their id in this post-mortem, where they are in it already. */
  participantId: string | null
  name: string
  /** What they would appear as in what is published. */
  label: string
}

/** People who can be mentioned in a post-mortem, whose name or role has all of the words; those already in it come first. */
export async function findMentionable(db: Database, postmortemId: string, words: string): Promise<Mentionable[]> {
  const about = sql`(${people.name} || ' ' || ${people.roleTitle})`
  return db
    .select({ personId: people.id, participantId: participants.id, name: people.name, label: participantLabel })
    .from(people)
    .leftJoin(participants, and(eq(participants.personId, people.id), eq(participants.postmortemId, postmortemId)))
    .where(and(isNull(people.suspendedAt), hasWords(about, words)))
    .orderBy(sql`${participants.id} is null`, asc(sql`lower(${people.name})`), asc(people.id))
    .limit(8)
}
