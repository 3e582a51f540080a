import Search from 'lucide-react/icons/search'
import { type ComponentType, type MouseEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CommandPaletteProps } from './command-palette.tsx'

/**
 * The way to the search: a link to the library, and with JavaScript the palette, also by Ctrl K or ⌘K from anywhere. The
 * palette's code is fetched when someone reaches for it; where it cannot be had, the link is followed.
 */
export function SearchTrigger() {
  const navigate = useNavigate()
  const trigger = useRef<HTMLAnchorElement>(null)
  const [Palette, setPalette] = useState<ComponentType<CommandPaletteProps> | null>(null)
  const [open, setOpen] = useState(false)
  const isApple = useSyncExternalStore(subscribeToNothing, readIsApple, () => false)

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') return void fetchPalette().catch(() => undefined)
      // Over selected words the same key makes a link.
      if (event.defaultPrevented) return
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setOpen(true)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  useEffect(() => {
    if (!open || Palette) return
    fetchPalette().then(
      (module) => setPalette(() => module.CommandPalette),
      () => {
        setOpen(false)
        navigate('/library')
      },
    )
  }, [open, Palette, navigate])

  const prepare = () => void fetchPalette().catch(() => undefined)
  const press = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    setOpen(true)
  }

  return (
    <>
      <Link
        ref={trigger}
        to="/library"
        aria-label="Search lessons, incidents and services"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={press}
        onPointerEnter={prepare}
        onFocus={prepare}
        className="ml-auto flex min-h-8 min-w-8 items-center justify-center gap-2 rounded-md text-ink-3 hover:text-ink-2 sm:max-w-90 sm:flex-1 sm:justify-start sm:border sm:border-field sm:bg-paper sm:px-2.5 pointer-coarse:min-h-11 pointer-coarse:min-w-11"
      >
        <Search aria-hidden="true" size={18} className="shrink-0 sm:hidden" />
        <span className="hidden truncate sm:block">Search lessons, incidents, services…</span>
        <kbd className="ml-auto hidden min-w-10 text-center whitespace-nowrap lg:block">
          {isApple ? '⌘K' : 'Ctrl K'}
        </kbd>
      </Link>
      {Palette && <Palette open={open} onOpenChange={setOpen} returnFocus={trigger} />}
    </>
  )
}

const fetchPalette = () => import('./command-palette.tsx')
const subscribeToNothing = () => () => undefined
const readIsApple = () => /Mac|iPhone|iPad/.test(navigator.platform)
