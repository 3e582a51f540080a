import type { Sql } from 'postgres'
import type { LoggedUpdate } from './open-database.ts'

/** Writes updates to the log in one statement, whose text does not depend on how many there are: it is prepared once. */
export async function logToPostgres(sql: Sql, updates: readonly LoggedUpdate[]): Promise<number[]> {
  const owners = updates.map(({ postmortemId }) => postmortemId)
  const texts = updates.map(({ update }) => Buffer.from(update).toString('base64'))
  const written = await sql<{ seq: string }[]>`
    insert into document_updates (postmortem_id, update)
    select postmortem_id, decode(text, 'base64')
    from unnest(${owners}::text[], ${texts}::text[]) with ordinality as given (postmortem_id, text, place)
    order by place
    returning seq`
  return written.map(({ seq }) => Number(seq)).sort((one, other) => one - other)
}
