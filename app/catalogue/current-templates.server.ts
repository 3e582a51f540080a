import { and, asc, desc, eq, isNull } from 'drizzle-orm'
import { builtInTemplates, type TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { templateRules, templates, templateVersions } from '#db/schema/organisation.ts'

export interface CurrentTemplate {
  key: string
  name: string
  description: string
  /** Null for a template that stands in the program and in no row. */
  versionId: string | null
  number: number
  sections: TemplateSection[]
}

/**
 * The templates to start a post-mortem with, each in its newest version: the one that a rule says is first, then the program's
 * own in their order, then by name. Where no row is, the program's own.
 */
export async function currentTemplates(db: Database): Promise<CurrentTemplate[]> {
  const rows = await db
    .selectDistinctOn([templates.id], {
      key: templates.key,
      name: templates.name,
      description: templates.description,
      versionId: templateVersions.id,
      number: templateVersions.number,
      sections: templateVersions.sections,
    })
    .from(templates)
    .innerJoin(templateVersions, eq(templateVersions.templateId, templates.id))
    .where(isNull(templates.retiredAt))
    .orderBy(asc(templates.id), desc(templateVersions.number))
  if (rows.length === 0) return builtInTemplates.map((template) => ({ ...template, versionId: null, number: 1 }))
  const [first] = await db
    .select({ key: templates.key })
    .from(templateRules)
    .innerJoin(templates, eq(templates.id, templateRules.templateId))
    .where(and(isNull(templateRules.kindId), isNull(templateRules.severityId)))
  const place = (key: string) => (key === first?.key ? -1 : placeOfOwn(key))
  return rows
    .map((row) => ({ ...row, sections: row.sections as TemplateSection[] }))
    .toSorted((one, other) => place(one.key) - place(other.key) || one.name.localeCompare(other.name))
}

function placeOfOwn(key: string): number {
  const found = builtInTemplates.findIndex((template) => template.key === key)
  return found === -1 ? builtInTemplates.length : found
}
