import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { teams } from '#db/schema/organisation.ts'
import { people } from '#db/schema/people.ts'
import { events } from '#db/schema/postmortems.ts'

const told = ['access-given', 'access-revoked', 'visibility-changed', 'handed-over', 'taken-over'] as const

export interface AccessEvent {
  id: number
  kind: (typeof told)[number]
  at: Date
  /** Who did it, or null when their account is gone. */
  by: string | null
  /** Whom or which team it concerned, '' where that is nobody or gone. */
  whom: string
  role: string | null
  because: string
  visibility: string | null
  restricted: boolean
}

interface EventData {
  subjectKind?: string
  subjectId?: string
  toId?: string
  role?: string
  because?: string
  visibility?: string
  restricted?: boolean
}

/** What was done to the access of a post-mortem, newest first, for everyone who is invited to it. */
export async function accessHistory(db: Database, postmortemId: string): Promise<AccessEvent[]> {
  const rows = await db
    .select({ id: events.id, kind: events.kind, at: events.createdAt, by: people.name, data: events.data })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(and(eq(events.postmortemId, postmortemId), inArray(events.kind, [...told])))
    .orderBy(desc(events.id))
    .limit(50)
  const names = await namesOf(
    db,
    rows.map(({ data }) => subjectOf(data as EventData)),
  )
  return rows.map(({ data, kind, ...row }) => {
    const { role = null, because = '', visibility = null, restricted = false } = data as EventData
    const whom = names.get(subjectOf(data as EventData)) ?? ''
    return { ...row, kind: kind as AccessEvent['kind'], whom, role, because, visibility, restricted }
  })
}

function subjectOf({ toId, subjectId }: EventData): string {
  return toId ?? subjectId ?? ''
}

async function namesOf(db: Database, ids: string[]): Promise<Map<string, string>> {
  const asked = [...new Set(ids.filter(Boolean))]
  if (asked.length === 0) return new Map()
  const found = await db.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, asked))
  const groups = await db.select({ id: teams.id, name: teams.name }).from(teams).where(inArray(teams.id, asked))
  return new Map([...found, ...groups].map(({ id, name }) => [id, name]))
}
