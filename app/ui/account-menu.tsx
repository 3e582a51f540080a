import { Form, NavLink } from 'react-router'
import { Avatar } from './avatar.tsx'
import { DisclosureMenu, disclosureItemLook } from './disclosure-menu.tsx'

/** Behind one's own initials: profile, settings, sign out. */
export function AccountMenu({ name }: { name: string }) {
  return (
    <DisclosureMenu label={`${name}: your account`} button={<Avatar name={name} />}>
      <p className="border-b border-line px-2.5 pt-1.5 pb-2 font-[550]">{name}</p>
      <ul className="pt-1">
        <li>
          <NavLink to="/settings" end className={disclosureItemLook}>
            Your profile
          </NavLink>
        </li>
        <li>
          <NavLink to="/settings/organisation" className={disclosureItemLook}>
            Settings
          </NavLink>
        </li>
        <li>
          <Form method="post" action="/sign-out">
            <button type="submit" className={disclosureItemLook}>
              Sign out
            </button>
          </Form>
        </li>
      </ul>
    </DisclosureMenu>
  )
}
