import type { ReactNode } from 'react'

/** A place with nothing in it yet: says why, and what may be done about it. */
export function EmptyState({
  title,
  children,
  action,
  as: Heading = 'h2',
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
  as?: 'h1' | 'h2' | 'h3'
}) {
  return (
    <div className="rounded-xl border border-dashed border-line-strong px-6 py-10 text-center">
      <Heading className="font-serif text-xl font-medium">{title}</Heading>
      {children && <div className="mx-auto mt-2 max-w-prose text-ink-2">{children}</div>}
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
