import { and, desc, eq, gt, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '#db/client.ts'
import { sessions } from '#db/schema/people.ts'
import { deviceWords } from './device-words.ts'
import type { Viewer } from './viewer.ts'

export interface OwnSession {
  id: string
  /** "Firefox on Linux" */
  device: string
  startedAt: Date
  /** By the hour. */
  lastUsedAt: Date
}

/** The viewer's own sessions, the last used first. Nobody reads those of others. */
export async function listSessions(db: Database, viewer: Viewer): Promise<OwnSession[]> {
  const rows = await db
    .select({
      id: sessions.id,
      userAgent: sessions.userAgent,
      startedAt: sessions.createdAt,
      lastUsedAt: sessions.updatedAt,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, viewer.id), gt(sessions.expiresAt, sql`now()`)))
    .orderBy(desc(sessions.updatedAt))
  return rows.map(({ userAgent, ...row }) => ({ ...row, device: deviceWords(userAgent) }))
}

/** Ends one of the viewer's own sessions; that browser is asked to sign in again. */
export async function endSession(db: Database, viewer: Viewer, sessionId: string): Promise<boolean> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.userId, viewer.id)))
    .returning({ id: sessions.id })
  return ended.length > 0
}

/** Ends all sessions of a person, but for the one to keep. */
export async function endSessions(db: Database, personId: string, keep?: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, personId), keep ? ne(sessions.id, keep) : undefined))
}

/** Sessions that are over leave no row behind; called when someone signs in. */
export async function dropOverSessions(db: Database, personId: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, personId), lte(sessions.expiresAt, sql`now()`)))
}
