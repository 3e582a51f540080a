import { type SQL, sql } from 'drizzle-orm'
import { publishedReadableBy } from '#app/people/readable-by.server.ts'
import type { Viewer } from '#app/people/viewer.ts'
import type { Database } from '#db/client.ts'
import { rows } from '#db/rows.ts'
import { libraryRows } from '#db/schema/library.ts'
import { postmortemServices, postmortems, versions } from '#db/schema/postmortems.ts'
import { countFacets, type FacetCounts, type FacetValues, matches } from './facets.ts'
import { markEnd, markStart, type Piece, readHighlights } from './highlight.ts'
import type { LibraryQuery } from './library-query.ts'
import { mostSearched } from './search-text.ts'
import { everyWordQuery, wordQuery } from './word-query.ts'

/** At most so many of the best matches are looked at; the page says so when there are more. */
export const matchLimit = 1000
export const pageSize = 20

export interface FoundRow {
  postmortemId: string
  number: number
  itemId: string
  kind: string
  pieces: Piece[]
  attributes: Record<string, unknown>
}
export interface LibraryAnswer {
  found: FoundRow[]
  total: number
  /** More rows matched than were looked at. */
  capped: boolean
  facets: FacetCounts
}

interface Match extends FacetValues {
  id: string
  postmortemId: string
}

/**
 * Searches what is published and may be read by the viewer: lessons, or post-mortems by whatever of them matches. With
 * no words it is all of them, newest first.
 */
export async function searchLibrary(db: Database, viewer: Viewer, query: LibraryQuery): Promise<LibraryAnswer> {
  const words = wordQuery(query.words)
  const all = await findMatches(db, viewer, query, words)
  const capped = all.length > matchLimit
  const looked = query.shown === 'postmortems' ? firstPerPostmortem(all.slice(0, matchLimit)) : all.slice(0, matchLimit)
  const kept = looked.filter((match) => matches(match, query.chosen))
  const page = kept.slice((query.page - 1) * pageSize, query.page * pageSize)
  return {
    found: await readRows(db, page, words),
    total: kept.length,
    capped,
    facets: countFacets(looked, query.chosen),
  }
}

async function findMatches(db: Database, viewer: Viewer, query: LibraryQuery, words: SQL | null): Promise<Match[]> {
  const kind = query.shown === 'lessons' ? sql`${libraryRows.kind} = 'lesson'` : sql`true`
  const onlyOne = query.shown === 'postmortems' && !words ? sql`${libraryRows.kind} = 'postmortem'` : sql`true`
  const rank =
    words && query.sort === 'best'
      ? sql`(case when ${libraryRows.search} @@ ${everyWordQuery(query.words)} then 1 else 0 end) + ts_rank(${libraryRows.search}, ${words}) desc,`
      : sql``
  const found = await rows<Omit<Match, 'service'> & { service: string[] | null }>(
    db,
    sql`select ${libraryRows.id} as id, ${postmortems.id} as "postmortemId",
      array_remove(array[${postmortems.severityId}], null) as severity,
      array_remove(array[${postmortems.kindId}], null) as kind,
      array_remove(array[extract(year from coalesce(${postmortems.startedAt}, ${postmortems.publishedAt}))::int::text], null) as year,
      (select array_agg(${postmortemServices.serviceId}) from ${postmortemServices} where ${postmortemServices.postmortemId} = ${postmortems.id}) as service,
      ${causesOf(sql`c.attributes->>'role'`)} as role,
      ${causesOf(sql`coalesce(t.merged_into_id, f.value)`, factorsOf)} as factor
      from ${libraryRows} join ${postmortems} on ${postmortems.id} = ${libraryRows.postmortemId}
      where ${libraryRows.versionId} is not null and ${kind} and ${onlyOne} and ${publishedReadableBy(viewer)}
      ${words ? sql`and ${libraryRows.search} @@ ${words}` : sql``}
      order by ${rank} coalesce(${postmortems.startedAt}, ${postmortems.publishedAt}) desc, ${libraryRows.position}, ${libraryRows.id}
      limit ${matchLimit + 1}`,
  )
  return found.map((row) => ({ ...row, service: row.service ?? [], role: row.role ?? [], factor: row.factor ?? [] }))
}

// Documents keep the id of a factor that was merged; here it is what it became.
const factorsOf = sql`cross join lateral jsonb_array_elements_text(c.attributes->'factors') as f(value)
  left join terms t on t.id = f.value`

/** Values of the causes that a lesson names, or of all causes of its post-mortem where it names none. */
function causesOf(value: SQL, join: SQL = sql``): SQL {
  return sql`(select array_agg(distinct ${value}) from library_rows c ${join}
    where c.postmortem_id = ${postmortems.id} and c.version_id = ${libraryRows.versionId} and c.kind = 'cause'
    and (${libraryRows.kind} <> 'lesson' or coalesce(jsonb_array_length(${libraryRows.attributes}->'causes'), 0) = 0
      or ${libraryRows.attributes}->'causes' ? c.item_id) and ${value} is not null)`
}

/** The best place in each post-mortem; a post-mortem stands where its best place stands. */
function firstPerPostmortem(found: Match[]): Match[] {
  const seen = new Set<string>()
  return found.filter(({ postmortemId }) => !seen.has(postmortemId) && seen.add(postmortemId))
}

async function readRows(db: Database, page: Match[], words: SQL | null): Promise<FoundRow[]> {
  if (page.length === 0) return []
  const options = `StartSel=${markStart},StopSel=${markEnd},`
  const shown = words
    ? sql`ts_headline('english', left(${libraryRows.text}, ${mostSearched}), ${words},
        ${options} || case when ${libraryRows.kind} in ('lesson', 'postmortem') then 'HighlightAll=true' else 'MaxWords=34,MinWords=16,MaxFragments=1' end)`
    : sql`left(${libraryRows.text}, 400)`
  const found = await rows<Omit<FoundRow, 'pieces'> & { id: string; marked: string }>(
    db,
    sql`select ${libraryRows.id} as id, ${libraryRows.postmortemId} as "postmortemId", ${postmortems.number} as number,
      ${libraryRows.itemId} as "itemId", ${libraryRows.kind} as kind, ${libraryRows.attributes} as attributes, ${shown} as marked
      from ${libraryRows} join ${postmortems} on ${postmortems.id} = ${libraryRows.postmortemId}
      join ${versions} on ${versions.id} = ${libraryRows.versionId}
      where ${libraryRows.id} in (${sql.join(
        page.map((match) => sql`${match.id}`),
        sql`, `,
      )})`,
  )
  const byId = new Map(found.map(({ id, marked, ...row }) => [id, { ...row, pieces: readHighlights(marked) }]))
  return page.flatMap((match) => byId.get(match.id) ?? [])
}
