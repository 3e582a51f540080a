import { causeRoles } from '#app/document/items.ts'

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

/** Reads an address. What it does not know is left out; it never fails. Words are cut at 300 characters. */
export function readLibraryQuery(parameters: URLSearchParams): LibraryQuery {
  const chosen = Object.fromEntries(
    facetNames.map((name) => [
      name,
      [...new Set(parameters.getAll(name))].filter((value) => known(name, value)).slice(0, 50),
    ]),
  ) as LibraryQuery['chosen']
  return {
    // Control characters are no words, and a database refuses some of them.
    words: (parameters.get('q') ?? '')
      .replace(/\p{Cc}+/gu, ' ')
      .trim()
      .slice(0, 300),
    shown: parameters.get('show') === 'postmortems' ? 'postmortems' : 'lessons',
    sort: parameters.get('sort') === 'newest' ? 'newest' : 'best',
    page: Math.min(100, Math.max(1, Number.parseInt(parameters.get('page') ?? '', 10) || 1)),
    chosen,
  }
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

function known(name: FacetName, value: string): boolean {
  if (name === 'year') return /^\d{4}$/.test(value)
  if (name === 'role') return (causeRoles as readonly string[]).includes(value)
  return value.length > 0 && value.length <= 64
}
