import { and, asc, eq, isNull } from 'drizzle-orm'
import type { TemplateRule } from '#app/document/fitting-template.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { organisation, templateRules, templates, terms } from '#db/schema/organisation.ts'
import type { TemplateOutcome } from './template-outcome.ts'

export interface ListedTemplateRule extends TemplateRule {
  id: string
  /** Names as they are called now; null where the rule holds for any. */
  kind: string | null
  severity: string | null
  template: string
  /** Whether its template, kind or severity is retired: then it is offered nowhere. */
  idle: boolean
}

/** Every rule, by kind and severity in the order of their lists, the one that holds where nothing else does last. */
export async function listTemplateRules(db: Database): Promise<ListedTemplateRule[]> {
  const rules = await db
    .select({
      id: templateRules.id,
      kindId: templateRules.kindId,
      severityId: templateRules.severityId,
      templateKey: templates.key,
      template: templates.name,
      retiredAt: templates.retiredAt,
    })
    .from(templateRules)
    .innerJoin(templates, eq(templates.id, templateRules.templateId))
  const words = await db
    .select({ id: terms.id, name: terms.name, retiredAt: terms.retiredAt })
    .from(terms)
    .orderBy(asc(terms.position), asc(terms.id))
  const word = (id: string | null) => words.find((term) => term.id === id)
  const place = (id: string | null) => words.findIndex((term) => term.id === id) >>> 0
  return rules
    .map(({ retiredAt, ...rule }) => ({
      ...rule,
      kind: word(rule.kindId)?.name ?? null,
      severity: word(rule.severityId)?.name ?? null,
      idle: Boolean(retiredAt || word(rule.kindId)?.retiredAt || word(rule.severityId)?.retiredAt),
    }))
    .toSorted(
      (one, other) => place(one.kindId) - place(other.kindId) || place(one.severityId) - place(other.severityId),
    )
}

/** Says which template is offered for a kind, a severity, both or neither; an earlier rule for the same is replaced. */
export async function setTemplateRule(
  db: Database,
  viewer: Viewer,
  { kindId, severityId, templateKey }: TemplateRule,
): Promise<TemplateOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return db.transaction(async (tx) => {
    const [template] = await tx
      .select({ id: templates.id })
      .from(templates)
      .where(and(eq(templates.key, templateKey), isNull(templates.retiredAt)))
      .for('update')
    if (!template) return { ok: false, reason: 'no-such-template' }
    for (const [id, list] of [[kindId, 'kind'] as const, [severityId, 'severity'] as const]) {
      if (id === null) continue
      const known = await tx.$count(terms, and(eq(terms.id, id), eq(terms.list, list), isNull(terms.retiredAt)))
      if (known === 0) return { ok: false, reason: 'no-such-template' }
    }
    // Whoever sets a rule at the same moment waits here, so that one replaces the other.
    await tx.select({ id: organisation.id }).from(organisation).for('update')
    const same = and(isOrNone(templateRules.kindId, kindId), isOrNone(templateRules.severityId, severityId))
    await tx.delete(templateRules).where(same)
    await tx.insert(templateRules).values({ kindId, severityId, templateId: template.id })
    return { ok: true }
  })
}

function isOrNone(column: typeof templateRules.kindId | typeof templateRules.severityId, id: string | null) {
  return id === null ? isNull(column) : eq(column, id)
}

export async function removeTemplateRule(db: Database, viewer: Viewer, id: string): Promise<TemplateOutcome> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const gone = await db.delete(templateRules).where(eq(templateRules.id, id)).returning({ id: templateRules.id })
  return gone.length > 0 ? { ok: true } : { ok: false, reason: 'not-now' }
}

/** When one kind or severity becomes another: its rules are that one's, where that one has none for the same. */
export async function mergeTemplateRules(
  tx: Database,
  column: 'kindId' | 'severityId',
  { fromId, intoId }: { fromId: string; intoId: string },
): Promise<void> {
  const moved = await tx.delete(templateRules).where(eq(templateRules[column], fromId)).returning()
  if (moved.length === 0) return
  await tx
    .insert(templateRules)
    .values(moved.map((rule) => ({ ...rule, [column]: intoId })))
    .onConflictDoNothing()
}
