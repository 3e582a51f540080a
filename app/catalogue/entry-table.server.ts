import { and, eq, type SQL } from 'drizzle-orm'
import { services, teams, terms } from '#db/schema/organisation.ts'
import type { CatalogueList } from './catalogue-list.ts'

/** The table a list lives in. Factors, severities and kinds share one. */
export function tableOf(list: CatalogueList): typeof teams | typeof services | typeof terms {
  return list === 'team' ? teams : list === 'service' ? services : terms
}

/** SQL: the entry with this id, of this list. */
export function isEntry(list: CatalogueList, id: string): SQL | undefined {
  if (list === 'team') return eq(teams.id, id)
  if (list === 'service') return eq(services.id, id)
  return and(eq(terms.id, id), eq(terms.list, list))
}
