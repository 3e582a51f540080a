import { type SQL, sql } from 'drizzle-orm'
import { people } from '#db/schema/people.ts'
import { participants } from '#db/schema/postmortems.ts'

/** SQL over participants with their people: the role someone appears as, or their name where they chose to be named. */
export const participantLabel: SQL<string> = sql<string>`coalesce(case when ${participants.named} then ${people.name}
  else coalesce(nullif(${participants.roleTitle}, ''), nullif(${people.roleTitle}, '')) end, 'someone')`
