import { eq } from 'drizzle-orm'
import type { TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { templates, templateVersions } from '#db/schema/organisation.ts'

export interface FoundTemplateVersion {
  id: string
  key: string
  name: string
  number: number
  sections: TemplateSection[]
}

/** The version of a template that a document remembers, also an older one or one of a retired template; null where there is none. */
export async function findTemplateVersion(
  db: Database,
  versionId: string | null,
): Promise<FoundTemplateVersion | null> {
  if (versionId === null) return null
  const [found] = await db
    .select({
      id: templateVersions.id,
      key: templates.key,
      name: templates.name,
      number: templateVersions.number,
      sections: templateVersions.sections,
    })
    .from(templateVersions)
    .innerJoin(templates, eq(templates.id, templateVersions.templateId))
    .where(eq(templateVersions.id, versionId))
  if (!found) return null
  return { ...found, sections: found.sections as TemplateSection[] }
}
