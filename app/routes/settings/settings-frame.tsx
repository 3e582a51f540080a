import { NavLink, Outlet } from 'react-router'
import { viewerContext } from '#app/context.ts'
import type { Route } from './+types/settings-frame.ts'

const own = [
  { to: '/settings', label: 'Profile' },
  { to: '/settings/sign-in', label: 'Sign-in and sessions' },
]
const shared = [
  { to: '/settings/organisation', label: 'Organisation and promise' },
  { to: '/settings/teams', label: 'Teams' },
  { to: '/settings/services', label: 'Services' },
  { to: '/settings/terms/severities', label: 'Severities' },
  { to: '/settings/terms/kinds', label: 'Kinds' },
  { to: '/settings/terms/factors', label: 'Factors' },
  { to: '/settings/templates', label: 'Templates' },
  { to: '/settings/language', label: 'House words and rules' },
]
const people = { to: '/settings/people', label: 'People' }

export function loader({ context }: Route.LoaderArgs) {
  return { isAdmin: context.get(viewerContext)!.role === 'admin' }
}

/** The list of settings beside each of them; on phones above. */
export default function SettingsFrame({ loaderData }: Route.ComponentProps) {
  return (
    <div className="grid gap-8 lg:grid-cols-[200px_minmax(0,720px)] lg:gap-12">
      <nav aria-label="Settings" className="flex flex-wrap gap-x-8 gap-y-5 lg:flex-col">
        <LinkList title="You" links={own} />
        <LinkList title="Organisation" links={loaderData.isAdmin ? [shared[0]!, people, ...shared.slice(1)] : shared} />
      </nav>
      <div className="min-w-0">
        <Outlet />
      </div>
    </div>
  )
}

function LinkList({ title, links }: { title: string; links: { to: string; label: string }[] }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 px-2.5 text-xs leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">{title}</p>
      <ul className="flex flex-wrap lg:flex-col">
        {links.map((link) => (
          <li key={link.to}>
            <NavLink
              to={link.to}
              end={link.to === '/settings'}
              className="flex min-h-8 items-center rounded-md px-2.5 py-1 text-ink-2 hover:bg-sunken hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:font-semibold aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {link.label}
            </NavLink>
          </li>
        ))}
      </ul>
    </div>
  )
}
