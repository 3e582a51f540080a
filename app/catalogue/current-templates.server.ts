import { asc, desc, eq, isNull } from 'drizzle-orm'
import { builtInTemplates, type TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { templates, templateVersions } from '#db/schema/organisation.ts'

export interface CurrentTemplate {
  key: string
  name: string
  description: string
  /** Null for a template that stands in the program and in no row. */
  versionId: string | null
  sections: TemplateSection[]
}

/** The templates to start a post-mortem with, each in its newest version, Standard first; the program's own where no row is. */
export async function currentTemplates(db: Database): Promise<CurrentTemplate[]> {
  const rows = await db
    .selectDistinctOn([templates.id], {
      key: templates.key,
      name: templates.name,
      description: templates.description,
      versionId: templateVersions.id,
      sections: templateVersions.sections,
    })
    .from(templates)
    .innerJoin(templateVersions, eq(templateVersions.templateId, templates.id))
    .where(isNull(templates.retiredAt))
    .orderBy(asc(templates.id), desc(templateVersions.number))
  if (rows.length === 0) return builtInTemplates.map((template) => ({ ...template, versionId: null }))
  return rows
    .map((row) => ({ ...row, sections: row.sections as TemplateSection[] }))
    .toSorted((one, other) => place(one.key) - place(other.key) || one.name.localeCompare(other.name))
}

function place(key: string): number {
  const found = builtInTemplates.findIndex((template) => template.key === key)
  return found === -1 ? builtInTemplates.length : found
}
