import { eq } from 'drizzle-orm'
import type { DocumentJson } from '#app/document/document-json.ts'
import { builtInTemplates, standardTemplate, type TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { templateVersions } from '#db/schema/organisation.ts'

/**
 * The sections of the template version a document remembers. A document that remembers none is read by the smallest of the
 * program's own templates that has all of its sections, else by Standard.
 */
export async function templateSections(
  db: Database,
  versionId: string | null,
  document: DocumentJson,
): Promise<TemplateSection[]> {
  const [found] = versionId
    ? await db
        .select({ sections: templateVersions.sections })
        .from(templateVersions)
        .where(eq(templateVersions.id, versionId))
    : []
  return found ? (found.sections as TemplateSection[]) : sectionsLike(document)
}

function sectionsLike(document: DocumentJson): TemplateSection[] {
  const keys = document.content.flatMap((section) => section.attrs.key ?? [])
  const fitting = builtInTemplates
    .filter((template) => keys.every((key) => template.sections.some((section) => section.key === key)))
    .toSorted((one, other) => one.sections.length - other.sections.length)
  return (keys.length > 0 && fitting[0] ? fitting[0] : standardTemplate).sections
}
