import { lt } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { attempts, sessions, verifications } from '#db/schema/people.ts'

const day = 24 * 60 * 60 * 1000

/** Deletes counted attempts of yesterday and before, and sessions and mailed links that have run out. */
export async function forgetOldAttempts(db: Database, now = new Date()): Promise<void> {
  await db.delete(attempts).where(lt(attempts.windowStart, new Date(now.getTime() - day)))
  await db.delete(sessions).where(lt(sessions.expiresAt, now))
  await db.delete(verifications).where(lt(verifications.expiresAt, now))
}
