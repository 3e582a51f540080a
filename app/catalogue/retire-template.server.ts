import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { templateRules, templates } from '#db/schema/organisation.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import type { TemplateOutcome } from './template-outcome.ts'

/**
 * Takes a template out of what can be chosen. Documents that have it keep it, and nothing is deleted. The one that is offered
 * first stays, and so does the last.
 */
export async function retireTemplate(db: Database, viewer: Viewer, key: string): Promise<TemplateOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return db.transaction(async (tx) => {
    // All rows in use, so that two who retire the last two wait for each other.
    const inUse = await tx
      .select({ id: templates.id, key: templates.key })
      .from(templates)
      .where(isNull(templates.retiredAt))
      .orderBy(templates.id)
      .for('update')
    const template = inUse.find((one) => one.key === key)
    if (!template) return { ok: false, reason: 'not-now' }
    if (inUse.length === 1) return { ok: false, reason: 'is-last' }
    const isDefault = and(isNull(templateRules.kindId), isNull(templateRules.severityId))
    const [first] = await tx.select({ id: templateRules.templateId }).from(templateRules).where(isDefault)
    if (first?.id === template.id) return { ok: false, reason: 'is-default' }
    await tx.update(templates).set({ retiredAt: sql`now()` }).where(eq(templates.id, template.id))
    return { ok: true }
  })
}

/** Lets a retired template be chosen again. */
export async function bringBackTemplate(db: Database, viewer: Viewer, key: string): Promise<TemplateOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  try {
    const back = await db
      .update(templates)
      .set({ retiredAt: null })
      .where(and(eq(templates.key, key), isNotNull(templates.retiredAt)))
      .returning({ id: templates.id })
    return back.length > 0 ? { ok: true } : { ok: false, reason: 'not-now' }
  } catch (error) {
    if (violatedConstraint(error) === 'one_template_per_name') return { ok: false, reason: 'name-taken' }
    throw error
  }
}
