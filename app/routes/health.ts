import { sql } from 'drizzle-orm'
import { databaseContext } from '#app/context.ts'
import type { Route } from './+types/health.ts'

/** For supervisors and load balancers: is the database there and does it answer. */
export async function loader({ context }: Route.LoaderArgs) {
  try {
    await context.get(databaseContext).execute(sql`select 1`)
    return Response.json({ status: 'ok' })
  } catch {
    return Response.json({ status: 'the database does not answer' }, { status: 503 })
  }
}
