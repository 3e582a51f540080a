import { facetNames, type LibraryQuery, libraryAddress } from '#app/library/library-query.ts'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'

/** Why there is nothing, and the next thing to try. */
export function NothingFound({ query }: { query: LibraryQuery }) {
  const narrowed = facetNames.some((name) => query.chosen[name].length > 0)
  if (!query.words && !narrowed) {
    return (
      <EmptyState
        title="The library is still empty"
        action={<ButtonLink to="/postmortems/new">Write the first post-mortem</ButtonLink>}
      >
        Lessons stand here once a post-mortem is published: one sentence each, with what allowed it and what was
        changed.
      </EmptyState>
    )
  }
  const other = query.shown === 'lessons' ? 'postmortems' : 'lessons'
  return (
    <EmptyState
      title={query.words ? `Nothing found for “${query.words}”` : 'Nothing found'}
      action={
        <>
          {narrowed && (
            <ButtonLink
              to={libraryAddress(query, {
                chosen: { service: [], severity: [], kind: [], role: [], factor: [], year: [] },
              })}
            >
              Search without the filters
            </ButtonLink>
          )}
          <ButtonLink to={libraryAddress(query, { shown: other })}>
            Look in {other === 'lessons' ? 'lessons' : 'whole post-mortems'}
          </ButtonLink>
        </>
      }
    >
      {query.words
        ? 'Any of the words is enough to be found, so try another one for it: what people saw, the name of a service, a thing that was changed.'
        : 'No lesson has all of these. Take one of the filters away.'}
    </EmptyState>
  )
}
