import { and, desc, eq, like } from 'drizzle-orm'
import { isSameTemplate, templateDifference } from '#app/document/template-difference.ts'
import type { TemplateContent } from '#app/document/template-shape.ts'
import type { TemplateSection } from '#app/document/templates.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { templates, templateVersions } from '#db/schema/organisation.ts'
import { violatedConstraint } from '#db/violated-constraint.ts'
import { freeTemplateKey, keyOfName, stemOfKey } from './template-key.ts'
import type { TemplateOutcome } from './template-outcome.ts'

/** Adds a template with its first version. `key` is kept where it is free, as a file's; otherwise it follows from the name. */
export async function createTemplate(
  db: Database,
  viewer: Viewer,
  { name, description, sections }: TemplateContent,
  wanted?: string,
): Promise<TemplateOutcome<{ key: string }>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return namesAreTaken(() =>
    db.transaction(async (tx) => {
      const base = wanted || keyOfName(name)
      const near = await tx
        .select({ key: templates.key })
        .from(templates)
        .where(like(templates.key, `${stemOfKey(base)}%`))
      const key = freeTemplateKey(
        base,
        near.map((row) => row.key),
      )
      const [made] = await tx.insert(templates).values({ key, name, description }).returning({ id: templates.id })
      await tx.insert(templateVersions).values({ templateId: made!.id, number: 1, sections })
      return { ok: true, key } as const
    }),
  )
}

/**
 * Saves a template as it was written on the form that was opened at `revision`. Other sections make a next version, which
 * nobody's document follows by itself; `version` is its number, or null when the sections are as they were.
 */
export async function saveTemplate(
  db: Database,
  viewer: Viewer,
  key: string,
  { content, revision }: { content: TemplateContent; revision: number },
): Promise<TemplateOutcome<{ version: number | null }>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  return namesAreTaken(() =>
    db.transaction(async (tx) => {
      const found = await lockTemplate(tx, key)
      if (!found) return { ok: false, reason: 'no-such-template' } as const
      if (found.revision !== revision) return { ok: false, reason: 'changed-meanwhile' } as const
      if (isSameTemplate(found, content)) return { ok: true, version: null } as const
      const { name, description, sections } = content
      await tx
        .update(templates)
        .set({ name, description, revision: revision + 1 })
        .where(eq(templates.id, found.id))
      if (templateDifference(found.sections, sections).length === 0) return { ok: true, version: null } as const
      const number = found.number + 1
      await tx.insert(templateVersions).values({ templateId: found.id, number, sections })
      return { ok: true, version: number } as const
    }),
  )
}

/** Makes the sections of an older version those of a next one; what stood between stays in the list of versions. */
export async function restoreTemplateVersion(
  db: Database,
  viewer: Viewer,
  key: string,
  { number, revision }: { number: number; revision: number },
): Promise<TemplateOutcome<{ version: number | null }>> {
  if (viewer.role !== 'admin') return { ok: false, reason: 'not-allowed' }
  const [older] = await db
    .select({ sections: templateVersions.sections, name: templates.name, description: templates.description })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(and(eq(templates.key, key), eq(templateVersions.number, number)))
  if (!older) return { ok: false, reason: 'no-such-template' }
  const content = { ...older, sections: older.sections as TemplateSection[] }
  return saveTemplate(db, viewer, key, { content, revision })
}

async function lockTemplate(tx: Database, key: string) {
  const [template] = await tx.select().from(templates).where(eq(templates.key, key)).for('update')
  if (!template) return null
  const [newest] = await tx
    .select({ number: templateVersions.number, sections: templateVersions.sections })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, template.id))
    .orderBy(desc(templateVersions.number))
    .limit(1)
  return { ...template, number: newest?.number ?? 0, sections: (newest?.sections ?? []) as TemplateSection[] }
}

/** What the database says of a name that another template in use has. */
async function namesAreTaken<Outcome>(save: () => Promise<Outcome>) {
  try {
    return await save()
  } catch (error) {
    if (violatedConstraint(error) === 'one_template_per_name') return { ok: false, reason: 'name-taken' } as const
    throw error
  }
}
