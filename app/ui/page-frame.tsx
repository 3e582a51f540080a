import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { AccountMenu } from './account-menu.tsx'
import { ButtonLink } from './button.tsx'
import { MainNavigation } from './main-navigation.tsx'
import { ReaderZone } from './reader-zone.ts'
import { SearchTrigger } from './search-trigger.tsx'
import { ToastRegion } from './toast.tsx'

/**
 * What stands around every page: skip link, header and the `main` landmark. Without a viewer the header has the name of the
 * product alone, and a way to sign in. `wide` is for pages with side columns on both sides; `actions` stand in the header.
 */
export function PageFrame({
  viewer,
  wide = false,
  signIn = true,
  actions,
  children,
}: {
  viewer: { name: string; timeZone: string } | null
  wide?: boolean
  /** Whether to offer the way to sign in; the pages of signing in itself do not. */
  signIn?: boolean
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <ReaderZone value={viewer?.timeZone ?? null}>
      <a href="#main" className="skip-link">
        Skip to the content
      </a>
      <header data-frame-header className="border-b border-line bg-surface">
        <div className="flex min-h-13 flex-wrap items-center gap-1.5 px-3 py-1 sm:gap-3 sm:px-5 lg:gap-5">
          <Brand />
          {viewer && <MainNavigation />}
          {viewer ? <SearchTrigger /> : <span className="ml-auto" />}
          {actions && (
            <div className="order-last flex basis-full flex-wrap items-center justify-end gap-2 sm:order-none sm:basis-auto">
              {actions}
            </div>
          )}
          {viewer ? (
            <AccountMenu name={viewer.name} />
          ) : (
            signIn && (
              <ButtonLink to="/sign-in" variant="quiet">
                Sign in
              </ButtonLink>
            )
          )}
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto px-4 pt-7 pb-20 sm:px-6 sm:pt-9 ${wide ? 'max-w-[90.75rem]' : 'max-w-[73.5rem]'}`}
      >
        {children}
      </main>
      <ToastRegion />
    </ReaderZone>
  )
}

function Brand() {
  return (
    <Link
      to="/"
      className="flex min-h-8 items-center gap-2 rounded-md font-serif text-lg leading-none font-semibold tracking-[-0.01em] pointer-coarse:min-h-11"
    >
      <span
        aria-hidden="true"
        className="size-[18px] rotate-40 rounded-full border-2 border-accent border-r-transparent"
      />
      Candor
    </Link>
  )
}
