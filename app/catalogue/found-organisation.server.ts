import { builtInTemplates } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { organisation, templates, templateVersions, terms } from '#db/schema/organisation.ts'
import { defaultCatalogue } from './default-catalogue.ts'

/**
 * Founds the one organisation of this installation, in the transaction that makes its first account: its name, its promise
 * (unsigned; empty when it is to wait), the default severities, kinds and factors, and the first version of each template.
 */
export async function foundOrganisation(
  tx: Database,
  { name, promise }: { name: string; promise: string },
): Promise<void> {
  await tx
    .insert(organisation)
    .values({ name, promise })
    .onConflictDoUpdate({ target: organisation.id, set: { name, promise } })

  const lists = [
    { list: 'severity', words: defaultCatalogue.severities },
    { list: 'kind', words: defaultCatalogue.kinds },
    { list: 'factor', words: defaultCatalogue.factors },
  ] as const
  const rows = lists.flatMap(({ list, words }) => words.map((word, position) => ({ ...word, list, position })))
  await tx.insert(terms).values(rows).onConflictDoNothing()

  for (const { key, name: title, description, sections } of builtInTemplates) {
    const [made] = await tx
      .insert(templates)
      .values({ key, name: title, description })
      .onConflictDoNothing()
      .returning({ id: templates.id })
    if (made) await tx.insert(templateVersions).values({ templateId: made.id, number: 1, sections })
  }
}
