import { causeRoles } from '#app/document/items.ts'
import { type FacetName, facetNames, type LibraryQuery } from './library-query.ts'

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

function known(name: FacetName, value: string): boolean {
  if (name === 'year') return /^\d{4}$/.test(value)
  if (name === 'role') return (causeRoles as readonly string[]).includes(value)
  return value.length > 0 && value.length <= 64
}
