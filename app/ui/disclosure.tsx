import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ReactNode } from 'react'

/** Something folded away under its own name: `<details>`, so that it opens without JavaScript. */
export function Disclosure({
  label,
  open,
  className,
  children,
}: {
  label: ReactNode
  /** Whether it is open at first. */
  open?: boolean
  className?: string
  children: ReactNode
}) {
  return (
    <details open={open} className={`group ${className ?? ''}`}>
      <summary className="-ml-1 inline-flex min-h-8 cursor-pointer items-center gap-1 rounded-md pr-1.5 font-[550] text-ink-2 hover:text-ink pointer-coarse:min-h-11">
        <ChevronRight
          aria-hidden="true"
          size={16}
          className="shrink-0 transition-transform group-open:rotate-90 motion-reduce:transition-none"
        />
        {label}
      </summary>
      {children}
    </details>
  )
}
