import { sql } from 'drizzle-orm'
import { builtInTemplates } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { organisation, templates, templateVersions, terms } from '#db/schema/organisation.ts'
import { defaultCatalogue } from './default-catalogue.ts'

/**
 * Writes what a new organisation starts with: its name, its promise where there is one already, the words of the
 * taxonomy and the templates as their first versions. Where one stands already nothing is changed. Runs in the
 * transaction that makes the first account.
 */
export async function foundOrganisation(
  tx: Database,
  given: { name: string; promise?: string; promiseSignedBy?: string },
): Promise<void> {
  const { name, promiseSignedBy = '' } = given
  // Forms post lines that end in two characters; a promise has one, so that it can be compared when it is signed.
  const promise = (given.promise ?? '').replaceAll('\r\n', '\n')
  const signed = promise !== '' && promiseSignedBy !== ''
  const founded = await tx
    .insert(organisation)
    .values({
      name,
      promise,
      promiseSignedBy: signed ? promiseSignedBy : '',
      promiseSignedAt: signed ? sql`now()` : null,
    })
    .onConflictDoNothing()
    .returning({ id: organisation.id })
  if (founded.length === 0) return

  const lists = {
    severity: defaultCatalogue.severities,
    kind: defaultCatalogue.kinds,
    factor: defaultCatalogue.factors,
  }
  for (const [list, words] of Object.entries(lists) as [keyof typeof lists, typeof lists.kind][]) {
    await tx.insert(terms).values(words.map((word, position) => ({ ...word, list, position })))
  }
  for (const { key, name: title, description, sections } of builtInTemplates) {
    const [row] = await tx.insert(templates).values({ key, name: title, description }).returning({ id: templates.id })
    await tx.insert(templateVersions).values({ templateId: row!.id, number: 1, sections })
  }
}
