import { sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { accounts } from '#db/schema/people.ts'
import { createPerson, type NewPerson, passwordHash } from './auth.server.ts'

/** Whether anyone can sign in yet. Until then every page leads to setup. */
export async function accountExists(db: Database): Promise<boolean> {
  const found = await db.select({ id: accounts.id }).from(accounts).limit(1)
  return found.length > 0
}

/**
 * Makes the first account, an admin, and whatever belongs to it (`found`) in one transaction. A lock makes a second
 * setup wait and then be refused, so that one server never gets two first admins.
 */
export async function createFirstAdmin(
  db: Database,
  person: NewPerson,
  found: (transaction: Database, personId: string) => Promise<void>,
): Promise<{ ok: true; id: string } | { ok: false; reason: 'already-set-up' | 'email-taken' }> {
  const password = await passwordHash(person.password)
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(hashtext('candor.setup'))`)
    if (await accountExists(transaction)) return { ok: false, reason: 'already-set-up' }
    const made = await createPerson(transaction, { ...person, role: 'admin', password })
    if (made.ok) await found(transaction, made.id)
    return made
  })
}
