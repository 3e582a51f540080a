import type { ReactNode } from 'react'

/** The heading of a page of settings and what it is about. */
export function SettingsHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="mb-6">
      <h1 className="font-serif text-3xl font-medium">{title}</h1>
      {children && <div className="mt-2 max-w-prose text-ink-2">{children}</div>}
    </div>
  )
}
