import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

/**
 * A small panel under a button, made of `<details>`: it opens without JavaScript; with it, Escape, a press elsewhere, the focus
 * leaving and going to another page close it.
 */
export function DisclosureMenu({
  label,
  button,
  className,
  children,
}: {
  /** Names the button for screen readers, where `button` is only a picture. */
  label?: string
  button: ReactNode
  className?: string
  children: ReactNode
}) {
  const details = useRef<HTMLDetailsElement>(null)
  const { key } = useLocation()

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says that another page was reached
  useEffect(() => {
    if (details.current) details.current.open = false
  }, [key])

  useEffect(() => {
    const element = details.current!
    const leave = (event: Event) => {
      if (event.target instanceof Node && !element.contains(event.target)) element.open = false
    }
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !element.open) return
      element.open = false
      element.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    element.addEventListener('keydown', closeByKey)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      element.removeEventListener('keydown', closeByKey)
    }
  }, [])

  return (
    <details ref={details} className={`relative ${className ?? ''}`}>
      <summary
        aria-label={label}
        className="flex min-h-8 min-w-8 items-center justify-center gap-2 rounded-md px-1 hover:bg-sunken pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        {button}
      </summary>
      <div className="absolute right-0 z-50 mt-1.5 w-60 max-w-[calc(100vw-1.5rem)] rounded-lg border border-line-strong bg-surface p-1 text-ink shadow-card">
        {children}
      </div>
    </details>
  )
}

/** How a link or a button looks inside the panel. */
export const disclosureItemLook =
  'flex min-h-8 w-full items-center gap-2.5 rounded-md px-2.5 py-1.5 text-left hover:bg-sunken aria-[current=page]:bg-sunken aria-[current=page]:font-semibold pointer-coarse:min-h-11'
