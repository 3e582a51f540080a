import { Form, Link, useNavigation } from 'react-router'
import { type CatalogueOption, catalogueOptions } from '#app/catalogue/options.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { agoWords } from '#app/postmortems/ago-words.ts'
import { listPageSize, listPostmortems } from '#app/postmortems/list-postmortems.server.ts'
import { isNarrowed, type ListState, listAddress, readListQuery } from '#app/postmortems/list-query.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import type { Route } from './+types/list.ts'
import { ListedRow } from './listed-row.tsx'

export async function loader({ request, context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const query = readListQuery(new URL(request.url).searchParams)
  const { found, total, counts } = await listPostmortems(db, viewer, query)
  const chosen = [query.serviceId, query.severityId, query.kindId, query.teamId].filter((id) => id !== null)
  const { services, severities, kinds, teams } = await catalogueOptions(db, [
    ...chosen,
    ...found.flatMap((row) => [row.severityId, row.kindId]).filter((id) => id !== null),
  ])
  const wordOf = new Map([...severities, ...kinds].map(({ id, name }) => [id, name]))
  const now = new Date()
  return {
    query,
    counts,
    total,
    pages: Math.max(1, Math.ceil(total / listPageSize)),
    choices: {
      services: offered(services, chosen),
      severities: offered(severities, chosen),
      kinds: offered(kinds, chosen),
      teams: offered(teams, chosen),
    },
    isAdmin: viewer.role === 'admin',
    rows: found.map(({ movedAt, startedAt, severityId, kindId, ...row }) => ({
      ...row,
      severity: wordOf.get(severityId ?? '') ?? null,
      kind: wordOf.get(kindId ?? '') ?? null,
      startedAt: startedAt?.toISOString() ?? null,
      moved: `${row.draft ? 'edited' : 'published'} ${agoWords(movedAt, now)}`,
    })),
  }
}

/** What is retired is offered only while the list is narrowed by it. */
function offered(options: CatalogueOption[], chosen: string[]): { id: string; name: string }[] {
  return options.filter((option) => !option.retired || chosen.includes(option.id)).map(({ id, name }) => ({ id, name }))
}

export const meta: Route.MetaFunction = () => [{ title: 'Post-mortems · Candor' }]

const shownStates: { state: ListState | null; label: string }[] = [
  { state: null, label: 'All' },
  { state: 'draft', label: 'Drafts' },
  { state: 'in_review', label: 'In review' },
  { state: 'published', label: 'Published' },
  { state: 'archived', label: 'Archived' },
  { state: 'not_required', label: 'Not required' },
  { state: 'trash', label: 'Trash' },
]

export default function PostmortemList({ loaderData }: Route.ComponentProps) {
  const { query, counts, total, pages, choices, rows, isAdmin } = loaderData
  const searching = useNavigation().location?.pathname === '/postmortems'
  const filterKey = listAddress(query, { page: query.page })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-3xl font-semibold tracking-[-0.01em]">Post-mortems</h1>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to="/postmortems/import">Import a file</ButtonLink>
          <ButtonLink to="/postmortems/new" variant="primary">
            New post-mortem
          </ButtonLink>
        </div>
      </div>

      <nav aria-label="State" className="mt-5 flex flex-wrap gap-x-1 gap-y-0.5 border-b border-line pb-1.5">
        {shownStates.map(({ state, label }) => (
          <Link
            key={label}
            to={listAddress(query, { state })}
            aria-current={query.state === state ? 'page' : undefined}
            className="flex min-h-8 items-center gap-1.5 rounded-md px-2.5 text-sm font-[550] text-ink-3 hover:text-ink aria-[current]:bg-sunken aria-[current]:text-ink pointer-coarse:min-h-11"
          >
            {label} <span className="num text-ink-3">{counts[state ?? 'open']}</span>
          </Link>
        ))}
      </nav>

      <Form
        key={filterKey}
        action="/postmortems"
        role="search"
        aria-label="Post-mortems"
        className="mt-4 grid grid-cols-2 items-end gap-x-3 gap-y-3 md:grid-cols-[minmax(0,1.6fr)_repeat(4,minmax(0,1fr))_auto_auto]"
      >
        {query.state && <input type="hidden" name="state" value={query.state} />}
        <TextField
          className="col-span-2 md:col-span-1"
          label="Title or number"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={query.words}
          placeholder="certificate, PM-17 …"
        />
        <Filter label="Service" name="service" chosen={query.serviceId} choices={choices.services} />
        <Filter
          label="Severity"
          name="severity"
          chosen={query.severityId}
          choices={[...choices.severities, { id: 'none-yet', name: 'Not set yet' }]}
        />
        <Filter label="Kind" name="kind" chosen={query.kindId} choices={choices.kinds} />
        <Filter label="Team" name="team" chosen={query.teamId} choices={choices.teams} />
        <CheckboxField className="" label="Mine" name="mine" value="yes" defaultChecked={query.mine} />
        <Button type="submit" pending={searching} className="min-h-9">
          Show
        </Button>
      </Form>

      <p role="status" className="meta mt-5 mb-2">
        {total === 1 ? '1 post-mortem' : `${total} post-mortems`}
        {isNarrowed(query) && (
          <>
            {' · '}
            <Link to="/postmortems" className="underline decoration-line-strong underline-offset-4 hover:text-ink">
              show all
            </Link>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <NothingHere narrowed={isNarrowed(query)} inTrash={query.state === 'trash'} isAdmin={isAdmin} />
      ) : (
        <ul className="divide-y divide-line rounded-xl border border-line bg-surface">
          {rows.map((row) => (
            <ListedRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <nav aria-label="Pages" className="mt-6 flex items-center justify-between gap-3">
          {query.page > 1 ? (
            <ButtonLink to={listAddress(query, { page: query.page - 1 })}>Later edits</ButtonLink>
          ) : (
            <span />
          )}
          <span className="meta">
            Page {query.page} of {pages}
          </span>
          {query.page < pages ? (
            <ButtonLink to={listAddress(query, { page: query.page + 1 })}>Earlier edits</ButtonLink>
          ) : (
            <span />
          )}
        </nav>
      )}
    </>
  )
}

function Filter({
  label,
  name,
  chosen,
  choices,
}: {
  label: string
  name: string
  chosen: string | null
  choices: { id: string; name: string }[]
}) {
  return (
    <SelectField className="min-w-0" label={label} name={name} defaultValue={chosen ?? ''}>
      <option value="">Any</option>
      {choices.map((choice) => (
        <option key={choice.id} value={choice.id}>
          {choice.name}
        </option>
      ))}
    </SelectField>
  )
}

function NothingHere({ narrowed, inTrash, isAdmin }: { narrowed: boolean; inTrash: boolean; isAdmin: boolean }) {
  if (inTrash)
    return (
      <EmptyState title="The trash is empty" action={<ButtonLink to="/postmortems">Show all</ButtonLink>}>
        What you put here stays for 30 days and can be restored until then.
      </EmptyState>
    )
  if (narrowed)
    return (
      <EmptyState
        title="Nothing with these filters"
        action={<ButtonLink to="/postmortems">Clear the filters</ButtonLink>}
      >
        Take one away, or look in the library: it searches the text of what was published.
      </EmptyState>
    )
  return (
    <EmptyState
      title="No post-mortems yet"
      action={
        <>
          <ButtonLink to="/postmortems/new" variant="primary">
            Start one
          </ButtonLink>
          <ButtonLink to="/postmortems/import">Import a file</ButtonLink>
          {isAdmin && <ButtonLink to="/settings/organisation">Load the sample library</ButtonLink>}
        </>
      }
    >
      The last incident you still remember is a good one to begin with. A near miss takes three minutes.
    </EmptyState>
  )
}
