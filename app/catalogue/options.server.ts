import { asc, sql } from 'drizzle-orm'
import type { TemplateSection } from '#app/document/templates.ts'
import type { Database } from '#db/client.ts'
import { services, teams, terms } from '#db/schema/organisation.ts'
import type { TermList } from './catalogue-list.ts'
import { currentTemplates } from './current-templates.server.ts'

export interface CatalogueOption {
  id: string
  name: string
  help?: string
  /** Not to be offered: it stands in the list because it is in use, to be shown under its name. */
  retired?: true
}
export interface CatalogueOptions {
  services: (CatalogueOption & { teamId: string | null })[]
  teams: CatalogueOption[]
  severities: CatalogueOption[]
  kinds: CatalogueOption[]
  factors: CatalogueOption[]
  /** `id` is the template version; the program's own templates, which no row has, carry their key. */
  templates: { id: string; key: string; name: string; help: string; number: number; sections: TemplateSection[] }[]
}

/**
 * What can be chosen in the editor and in forms: teams and services by alphabet, terms in their order. Entries that are
 * retired are left out unless `inUse` has their id; one that was merged then carries the name of what it became.
 */
export async function catalogueOptions(db: Database, inUse: readonly string[] = []): Promise<CatalogueOptions> {
  const used = new Set(inUse)
  const named = <Row extends Found>(all: Row[]) => {
    const names = new Map(all.map((row) => [row.id, row.name]))
    return all
      .filter((row) => !row.retired || used.has(row.id))
      .map(({ retired, mergedIntoId, ...row }) => ({
        ...row,
        name: names.get(mergedIntoId ?? '') ?? row.name,
        ...(retired ? { retired: true as const } : {}),
      }))
  }
  const allTerms = await db
    .select({ ...columns(terms), list: terms.list, help: terms.help })
    .from(terms)
    .orderBy(asc(terms.position), asc(terms.id))
  const termsOf = (wanted: TermList) =>
    named(allTerms.filter((row) => row.list === wanted).map(({ list: _, ...row }) => row))
  return {
    services: named(
      await db
        .select({ ...columns(services), teamId: services.teamId })
        .from(services)
        .orderBy(asc(sql`lower(${services.name})`)),
    ),
    teams: named(
      await db
        .select(columns(teams))
        .from(teams)
        .orderBy(asc(sql`lower(${teams.name})`)),
    ),
    severities: termsOf('severity'),
    kinds: termsOf('kind'),
    factors: termsOf('factor'),
    templates: (await currentTemplates(db)).map(({ versionId, key, name, description, number, sections }) => ({
      id: versionId ?? key,
      key,
      name,
      help: description,
      number,
      sections,
    })),
  }
}

interface Found {
  id: string
  name: string
  retired: boolean
  mergedIntoId: string | null
}

function columns(table: typeof teams | typeof services | typeof terms) {
  const { id, name, mergedIntoId, retiredAt } = table
  return { id, name, mergedIntoId, retired: sql<boolean>`${retiredAt} is not null` }
}
