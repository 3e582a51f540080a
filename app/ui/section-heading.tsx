import type { ReactNode } from 'react'

/** The small heading above a list or a group of facts; `action` stands at its end of the line. */
export function SectionHeading({
  as: Heading = 'h2',
  id,
  action,
  children,
}: {
  as?: 'h2' | 'h3' | 'h4'
  id?: string
  action?: ReactNode
  children: ReactNode
}) {
  return (
    <div className="mt-8 mb-3 flex flex-wrap items-center justify-between gap-2 first:mt-0">
      <Heading id={id} className="text-xs leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">
        {children}
      </Heading>
      {action}
    </div>
  )
}
