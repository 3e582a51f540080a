import { Link } from 'react-router'
import type { FacetValue } from '#app/library/facet-words.server.ts'
import { type FacetName, facetNames, type LibraryQuery, libraryAddress } from '#app/library/library-query.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'

const headings: Record<FacetName, string> = {
  service: 'Service',
  severity: 'Severity',
  kind: 'Kind',
  role: 'Conditions that',
  factor: 'Factor',
  year: 'Year',
}
const shownAtFirst = 8

/** The facets as links: each address is the search with this value added or taken away, so they need no script. */
export function FacetList({ query, facets }: { query: LibraryQuery; facets: Record<FacetName, FacetValue[]> }) {
  const count = facetNames.reduce((sum, name) => sum + query.chosen[name].length, 0)
  return (
    <nav aria-label="Narrow down">
      <Disclosure
        label={count > 0 ? `Narrow down (${count} chosen)` : 'Narrow down'}
        className="unfolded max-lg:rounded-lg max-lg:border max-lg:border-line max-lg:px-3 max-lg:py-1"
      >
        <div className="grid gap-x-6 max-lg:mt-2 sm:grid-cols-2 lg:grid-cols-1">
          {facetNames.map((name) => {
            const values = facets[name]
            if (values.length === 0) return null
            return (
              <section key={name} className="mb-5">
                <h2 className="mb-1 text-xs leading-6 font-semibold tracking-[0.06em] text-ink-3 uppercase">
                  {headings[name]}
                </h2>
                <ul>
                  {values.slice(0, shownAtFirst).map((facet) => (
                    <FacetRow key={facet.value} query={query} name={name} facet={facet} />
                  ))}
                </ul>
                {values.length > shownAtFirst && (
                  <Disclosure label={`${values.length - shownAtFirst} more`} className="text-sm">
                    <ul>
                      {values.slice(shownAtFirst).map((facet) => (
                        <FacetRow key={facet.value} query={query} name={name} facet={facet} />
                      ))}
                    </ul>
                  </Disclosure>
                )}
              </section>
            )
          })}
        </div>
      </Disclosure>
    </nav>
  )
}

function FacetRow({ query, name, facet }: { query: LibraryQuery; name: FacetName; facet: FacetValue }) {
  const chosen = facet.chosen
    ? query.chosen[name].filter((value) => value !== facet.value)
    : [...query.chosen[name], facet.value]
  return (
    <li>
      <Link
        to={libraryAddress(query, { chosen: { ...query.chosen, [name]: chosen } })}
        aria-current={facet.chosen ? 'true' : undefined}
        preventScrollReset
        prefetch="intent"
        className="-mx-2 flex min-h-8 items-center gap-2 rounded-md px-2 text-sm text-ink-2 hover:bg-sunken hover:text-ink pointer-coarse:min-h-11"
      >
        <span
          aria-hidden="true"
          className={`grid size-[15px] shrink-0 place-items-center rounded border-[1.5px] text-[11px] leading-none ${facet.chosen ? 'border-accent bg-accent text-on-accent' : 'border-field'}`}
        >
          {facet.chosen && '✓'}
        </span>
        <span className="min-w-0 flex-1">{facet.word}</span>
        <span className="font-mono text-xs text-ink-3 tabular-nums">
          <span className="sr-only">, </span>
          {facet.count}
        </span>
      </Link>
    </li>
  )
}
