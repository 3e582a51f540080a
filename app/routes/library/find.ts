import { data } from 'react-router'
import { databaseContext, viewerContext } from '#app/context.ts'
import { findAnywhere } from '#app/library/find-anywhere.server.ts'
import { readLibraryQuery } from '#app/library/read-library-query.ts'
import type { Route } from './+types/find.ts'

const places = [
  { id: 'new', title: 'New post-mortem', href: '/postmortems/new' },
  { id: 'list', title: 'Post-mortems', href: '/postmortems' },
  { id: 'library', title: 'Library', href: '/library' },
  { id: 'settings', title: 'Settings', href: '/settings' },
]

/** Answers the search palette. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)
  if (!viewer) throw data(null, { status: 404 })
  const { words } = readLibraryQuery(new URL(request.url).searchParams)
  const { postmortems, lessons, drafts } = await findAnywhere(context.get(databaseContext), viewer, words)
  const address = (number: number) => `/postmortems/PM-${number}`
  const groups = [
    {
      title: 'My drafts',
      items: drafts.map((row) => ({
        id: `draft-${row.id}`,
        title: row.text,
        detail: `PM-${row.number}`,
        href: `${address(row.number)}/write`,
      })),
    },
    {
      title: 'Post-mortems',
      items: postmortems.map((row) => ({
        id: row.id,
        title: row.text,
        detail: `PM-${row.number}`,
        href: address(row.number),
      })),
    },
    {
      title: 'Lessons',
      items: lessons.map((row) => ({
        id: row.id,
        title: row.text,
        detail: row.title,
        href: `${address(row.number)}#${row.id}`,
      })),
    },
    {
      title: 'Go to',
      items: places.filter((place) => place.title.toLowerCase().includes(words.toLowerCase())),
    },
  ]
  return Response.json({ groups }, { headers: { 'Cache-Control': 'private, no-store' } })
}
