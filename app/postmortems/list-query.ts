/** What the list of post-mortems can be narrowed by; never by a person, other than by oneself. */
const listStates = ['draft', 'in_review', 'published', 'archived', 'not_required', 'trash'] as const
export type ListState = (typeof listStates)[number]

export interface ListQuery {
  words: string
  /** Null: everything that is being written or was published. */
  state: ListState | null
  serviceId: string | null
  severityId: string | null
  kindId: string | null
  teamId: string | null
  mine: boolean
  /** From 1. */
  page: number
}

const nameOf = { serviceId: 'service', severityId: 'severity', kindId: 'kind', teamId: 'team' } as const

/** Reads an address; whatever it does not know is as if it was not there. */
export function readListQuery(search: URLSearchParams): ListQuery {
  const id = (name: string) => search.get(name)?.slice(0, 64) || null
  const page = Number(search.get('page'))
  return {
    words: (search.get('q') ?? '').trim().slice(0, 200),
    state: listStates.find((state) => state === search.get('state')) ?? null,
    serviceId: id('service'),
    severityId: id('severity'),
    kindId: id('kind'),
    teamId: id('team'),
    mine: search.get('mine') !== null && search.get('mine') !== '',
    page: Number.isInteger(page) && page > 1 ? Math.min(page, 10_000) : 1,
  }
}

/** The shortest address of a query with some of it changed; a change other than of the page goes back to the first one. */
export function listAddress(query: ListQuery, change: Partial<ListQuery> = {}): string {
  const next = { ...query, page: 1, ...change }
  const search = new URLSearchParams()
  if (next.words) search.set('q', next.words)
  if (next.state) search.set('state', next.state)
  for (const key of ['serviceId', 'severityId', 'kindId', 'teamId'] as const) {
    const value = next[key]
    if (value) search.set(nameOf[key], value)
  }
  if (next.mine) search.set('mine', 'yes')
  if (next.page > 1) search.set('page', String(next.page))
  const text = search.toString()
  return text ? `/postmortems?${text}` : '/postmortems'
}

export function isNarrowed({ words, state, serviceId, severityId, kindId, teamId, mine }: ListQuery): boolean {
  return Boolean(words || state || serviceId || severityId || kindId || teamId || mine)
}
