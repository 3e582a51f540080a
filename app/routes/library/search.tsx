import Search from 'lucide-react/icons/search'
import { Form, Link, useNavigation } from 'react-router'
import { databaseContext, viewerContext } from '#app/context.ts'
import { facetWords } from '#app/library/facet-words.server.ts'
import { foundContext } from '#app/library/found-context.server.ts'
import { facetNames, type LibraryQuery, libraryAddress } from '#app/library/library-query.ts'
import { readLibraryQuery } from '#app/library/read-library-query.ts'
import { matchLimit, pageSize, searchLibrary } from '#app/library/search-library.server.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { Chip } from '#app/ui/chip.tsx'
import type { Route } from './+types/search.ts'
import { FacetList } from './facet-list.tsx'
import { LessonCard } from './lesson-card.tsx'
import { NothingFound } from './nothing-found.tsx'
import { PostmortemCard } from './postmortem-card.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const query = readLibraryQuery(new URL(request.url).searchParams)
  const answer = await searchLibrary(db, context.get(viewerContext)!, query)
  return {
    query,
    found: answer.found,
    total: answer.total,
    capped: answer.capped,
    pages: Math.max(1, Math.ceil(answer.total / pageSize)),
    limit: matchLimit,
    facets: await facetWords(db, answer.facets, query.chosen),
    ...(await foundContext(db, answer.found)),
  }
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${(loaderData as { query?: { words: string } } | undefined)?.query?.words || 'Library'} · Candor` },
]

export default function LibrarySearch({ loaderData }: Route.ComponentProps) {
  const { query, found, total, capped, pages, limit, facets, postmortems, lessons } = loaderData
  const searching = useNavigation().location?.pathname === '/library'
  const chosen = facetNames.flatMap((name) =>
    facets[name].filter((facet) => facet.chosen).map((facet) => ({ name, ...facet })),
  )
  const noun = query.shown === 'lessons' ? ['lesson', 'lessons'] : ['post-mortem', 'post-mortems']

  return (
    <div className="grid grid-cols-1 lg:grid-cols-[216px_minmax(0,760px)] lg:grid-rows-[auto_1fr] lg:gap-x-10">
      <div className="min-w-0 lg:col-start-2">
        <h1 className="sr-only">Library</h1>
        <Form action="/library" role="search" className="flex gap-2">
          <label className="flex min-h-13 min-w-0 flex-1 items-center gap-3 rounded-xl border border-field bg-surface px-4 text-[17px] shadow-card focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-accent">
            <Search aria-hidden="true" size={20} className="shrink-0 text-ink-3" />
            <span className="sr-only">Search the library</span>
            <input
              key={query.words}
              name="q"
              type="search"
              defaultValue={query.words}
              maxLength={300}
              placeholder="What happened, a sign, a service …"
              className="min-w-0 flex-1 bg-transparent py-3 outline-none"
            />
          </label>
          {query.shown !== 'lessons' && <input type="hidden" name="show" value={query.shown} />}
          {facetNames.flatMap((name) =>
            query.chosen[name].map((value) => <input key={name + value} type="hidden" name={name} value={value} />),
          )}
          <Button type="submit" variant="primary" pending={searching}>
            Search
          </Button>
        </Form>
      </div>
      {total + chosen.length > 0 && (
        <div className="max-lg:mt-3 lg:row-span-2 lg:row-start-1">
          <FacetList query={query} facets={facets} />
        </div>
      )}
      <div className="min-w-0 lg:col-start-2">
        <div className="mt-3.5 mb-5 flex flex-wrap items-center gap-x-2 gap-y-1">
          <nav aria-label="What is shown" className="flex gap-1">
            <Shown query={query} change={{ shown: 'lessons' }} label="Lessons" />
            <Shown query={query} change={{ shown: 'postmortems' }} label="Post-mortems" />
          </nav>
          {chosen.map(({ name, value, word }) => (
            <Link
              key={name + value}
              to={libraryAddress(query, {
                chosen: { ...query.chosen, [name]: query.chosen[name].filter((other) => other !== value) },
              })}
              preventScrollReset
              aria-label={`Take ${word} away`}
              className="flex min-h-8 items-center pointer-coarse:min-h-11"
            >
              <Chip tone="accent">
                {word} <span aria-hidden="true">✕</span>
              </Chip>
            </Link>
          ))}
          <p role="status" className="meta ml-auto font-mono text-[13px] tabular-nums">
            {total} {noun[total === 1 ? 0 : 1]}
          </p>
          {query.words && (
            <nav aria-label="In which order" className="flex gap-1">
              <Shown query={query} change={{ sort: 'best' }} label="Best match" />
              <Shown query={query} change={{ sort: 'newest' }} label="Newest" />
            </nav>
          )}
        </div>

        {found.length === 0 && <NothingFound query={query} />}
        <ol className="space-y-3.5">
          {found.map((row) => (
            <li key={row.postmortemId + row.itemId}>
              {query.shown === 'lessons' ? (
                <LessonCard row={row} facts={postmortems[row.postmortemId]} behind={lessons[row.itemId]} />
              ) : (
                <PostmortemCard row={row} facts={postmortems[row.postmortemId]} />
              )}
            </li>
          ))}
        </ol>
        {capped && <p className="meta mt-4">The best {limit} matches were looked at. More words narrow them down.</p>}
        {pages > 1 && (
          <nav aria-label="Pages" className="mt-6 flex items-center justify-between gap-3">
            {query.page > 1 ? (
              <ButtonLink to={libraryAddress(query, { page: query.page - 1 })}>Earlier results</ButtonLink>
            ) : (
              <span />
            )}
            <span className="meta">
              Page {query.page} of {pages}
            </span>
            {query.page < pages ? (
              <ButtonLink to={libraryAddress(query, { page: query.page + 1 })}>More results</ButtonLink>
            ) : (
              <span />
            )}
          </nav>
        )}
      </div>
    </div>
  )
}

/** One of a few ways to look at the same search. */
function Shown({ query, change, label }: { query: LibraryQuery; change: Partial<LibraryQuery>; label: string }) {
  const current = libraryAddress(query, change) === libraryAddress(query)
  return (
    <Link
      to={libraryAddress(query, change)}
      aria-current={current ? 'true' : undefined}
      preventScrollReset
      prefetch="intent"
      className="flex min-h-8 items-center rounded-md px-2.5 text-[13.5px] font-[550] text-ink-3 hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      {label}
    </Link>
  )
}
