export const facetNames = ['service', 'severity', 'kind', 'role', 'factor', 'year'] as const
export type FacetName = (typeof facetNames)[number]
export type Shown = 'lessons' | 'postmortems'

/** What is asked of the library; everything in it stands in the address, so that a search can be shared. */
export interface LibraryQuery {
  words: string
  shown: Shown
  sort: 'best' | 'newest'
  page: number
  /** Chosen values per facet: ids, a cause role, or a year. Several of one facet mean "any of them". */
  chosen: Record<FacetName, string[]>
}

/** The address of a query, with `change` applied; a change of anything but the page begins at the first page. */
export function libraryAddress(query: LibraryQuery, change: Partial<LibraryQuery> = {}): string {
  const { words, shown, sort, chosen, page } = { ...query, page: 1, ...change }
  const parameters = new URLSearchParams()
  if (words) parameters.set('q', words)
  if (shown !== 'lessons') parameters.set('show', shown)
  if (sort !== 'best') parameters.set('sort', sort)
  for (const name of facetNames) for (const value of chosen[name]) parameters.append(name, value)
  if (page > 1) parameters.set('page', String(page))
  return parameters.size > 0 ? `/library?${parameters}` : '/library'
}
