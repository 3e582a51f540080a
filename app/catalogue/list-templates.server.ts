import { asc, desc, eq } from 'drizzle-orm'
import { builtInTemplates, type TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { templates, templateVersions } from '#db/schema/organisation.ts'

export interface ListedTemplate {
  id: string
  key: string
  name: string
  description: string
  retired: boolean
  /** Changes so far, for the form that changes it. */
  revision: number
  /** Newest first. */
  versions: { id: string; number: number; madeAt: Date; sections: TemplateSection[] }[]
}

/** Every template with all of its versions, the program's own first and in their order. */
export async function listTemplates(db: Database): Promise<ListedTemplate[]> {
  const found = await db
    .select({
      id: templates.id,
      key: templates.key,
      name: templates.name,
      description: templates.description,
      retiredAt: templates.retiredAt,
      revision: templates.revision,
      versionId: templateVersions.id,
      number: templateVersions.number,
      madeAt: templateVersions.createdAt,
      sections: templateVersions.sections,
    })
    .from(templates)
    .innerJoin(templateVersions, eq(templateVersions.templateId, templates.id))
    .orderBy(asc(templates.name), desc(templateVersions.number))
  const listed = new Map<string, ListedTemplate>()
  for (const { versionId, number, madeAt, sections, retiredAt, ...template } of found) {
    const one = listed.get(template.id) ?? { ...template, retired: retiredAt !== null, versions: [] }
    one.versions.push({ id: versionId, number, madeAt, sections: sections as TemplateSection[] })
    listed.set(template.id, one)
  }
  const place = (key: string) => builtInTemplates.findIndex((template) => template.key === key) >>> 0
  return [...listed.values()].toSorted((one, other) => place(one.key) - place(other.key))
}
