/** The lists an organisation keeps, and everything else refers to. */
export type TermList = 'factor' | 'severity' | 'kind'
export type CatalogueList = 'team' | 'service' | TermList

/** How a list and one of its entries are called on the screen; `severities` are addressed by their plural. */
export const listWords: Record<CatalogueList, { one: string; many: string }> = {
  team: { one: 'team', many: 'teams' },
  service: { one: 'service', many: 'services' },
  factor: { one: 'factor', many: 'factors' },
  severity: { one: 'severity', many: 'severities' },
  kind: { one: 'kind', many: 'kinds' },
}

/** The list of terms behind `/settings/terms/factors`, or null for any other word. */
export function termListIn(address: string): TermList | null {
  const lists: TermList[] = ['factor', 'severity', 'kind']
  return lists.find((list) => listWords[list].many === address) ?? null
}
