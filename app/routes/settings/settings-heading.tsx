import type { ReactNode } from 'react'

/** The heading of a page of settings and what it is about. It `takesFocus` where the page has become another one by a form. */
export function SettingsHeading({
  title,
  takesFocus = false,
  children,
}: {
  title: string
  takesFocus?: boolean
  children?: ReactNode
}) {
  return (
    <div className="mb-6">
      <h1
        tabIndex={-1}
        ref={takesFocus ? (heading) => heading?.focus() : undefined}
        className="font-serif text-3xl font-medium outline-none"
      >
        {title}
      </h1>
      {children && <div className="mt-2 max-w-prose text-ink-2">{children}</div>}
    </div>
  )
}
