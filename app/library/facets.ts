import { type FacetName, facetNames, type LibraryQuery } from './library-query.ts'

/** The facet values of one found row, by id. */
export type FacetValues = Record<FacetName, string[]>
export type FacetCounts = Record<FacetName, Map<string, number>>

/** Whether a row has one of the chosen values in every facet, `except` left aside. */
export function matches(values: FacetValues, chosen: LibraryQuery['chosen'], except?: FacetName): boolean {
  return facetNames.every(
    (name) =>
      name === except || chosen[name].length === 0 || chosen[name].some((value) => values[name].includes(value)),
  )
}

/** For each value how many rows one would see by choosing it: the other facets' choices count, its own do not. */
export function countFacets(rows: FacetValues[], chosen: LibraryQuery['chosen']): FacetCounts {
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map<string, number>()])) as FacetCounts
  for (const row of rows) {
    for (const name of facetNames) {
      if (!matches(row, chosen, name)) continue
      for (const value of new Set(row[name])) counts[name].set(value, (counts[name].get(value) ?? 0) + 1)
    }
  }
  return counts
}
