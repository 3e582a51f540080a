import MenuIcon from 'lucide-react/icons/menu'
import { NavLink } from 'react-router'
import { DisclosureMenu, disclosureItemLook } from './disclosure-menu.tsx'

const places = [
  { to: '/', label: 'Home' },
  { to: '/postmortems', label: 'Post-mortems' },
  { to: '/library', label: 'Library' },
  { to: '/language', label: 'Language' },
]

/** The rooms of the product: in a row, or behind a menu button where the row has no place (below 1024). */
export function MainNavigation() {
  return (
    <nav aria-label="Main">
      <ul className="hidden gap-1 lg:flex">
        {places.map(({ to, label }) => (
          <li key={to}>
            <NavLink
              to={to}
              end={to === '/'}
              className="flex min-h-8 items-center rounded-[6px] px-2.5 font-medium text-ink-2 hover:text-ink aria-[current=page]:bg-sunken aria-[current=page]:text-ink pointer-coarse:min-h-11"
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
      <DisclosureMenu
        label="Menu"
        className="lg:hidden [&>div]:right-auto [&>div]:left-0"
        button={<MenuIcon aria-hidden="true" size={20} />}
      >
        <ul>
          {places.map(({ to, label }) => (
            <li key={to}>
              <NavLink to={to} end={to === '/'} className={disclosureItemLook}>
                {label}
              </NavLink>
            </li>
          ))}
        </ul>
      </DisclosureMenu>
    </nav>
  )
}
