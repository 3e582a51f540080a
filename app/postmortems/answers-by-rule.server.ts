import { eq, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { notesByRule } from '#db/schema/library.ts'
import { postmortems } from '#db/schema/postmortems.ts'
import { isOftenNotUseful, type NoteCounts } from './often-not-useful.ts'

export interface RuleAnswers {
  ruleId: string
  isOftenNotUseful: boolean
  /** Null for members, since the numbers also count what is not shared with them. */
  counts: NoteCounts | null
}

/** What became of the notes of each rule that has any, in all post-mortems outside the trash. */
export async function answersByRule(db: Database, viewer: Viewer): Promise<RuleAnswers[]> {
  const sum = (column: typeof notesByRule.standing | typeof notesByRule.kept | typeof notesByRule.notUseful) =>
    sql`sum(${column})`.mapWith(Number)
  const found = await db
    .select({
      ruleId: notesByRule.ruleId,
      standing: sum(notesByRule.standing),
      kept: sum(notesByRule.kept),
      notUseful: sum(notesByRule.notUseful),
      inPostmortems: sql`count(*) filter (where ${notesByRule.notUseful} > 0)`.mapWith(Number),
    })
    .from(notesByRule)
    .innerJoin(postmortems, eq(postmortems.id, notesByRule.postmortemId))
    .where(isNull(postmortems.trashedAt))
    .groupBy(notesByRule.ruleId)
  return found.map(({ ruleId, inPostmortems, ...counts }) => ({
    ruleId,
    isOftenNotUseful: isOftenNotUseful(counts, inPostmortems),
    counts: viewer.role === 'admin' ? counts : null,
  }))
}
