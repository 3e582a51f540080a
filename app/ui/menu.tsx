import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement, ReactNode } from 'react'
import { Link } from 'react-router'

/** One line of a menu: goes somewhere (`to`) or does something (`onSelect`). `line` draws a line above it. */
export interface MenuItem {
  id: string
  label: ReactNode
  /** Said in small letters under the label. */
  detail?: ReactNode
  icon?: ReactNode
  /** The keys that do the same, as `['⌘', 'D']`. */
  keys?: readonly string[]
  to?: string
  onSelect?: () => void
  disabled?: boolean
  tone?: 'plain' | 'danger'
  line?: boolean
}

const itemLook =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1.5 outline-none select-none pointer-coarse:min-h-11 ' +
  'data-highlighted:bg-sunken data-highlighted:shadow-[inset_0_0_0_1px_var(--line-strong)] data-disabled:text-ink-3'

/** A list of things to do, opened by `trigger` (a `Button`). Arrow keys, typing, Escape; the focus goes back to the trigger. */
export function Menu({
  trigger,
  items,
  align = 'end',
  openAtOnce = false,
}: {
  trigger: ReactElement
  items: readonly MenuItem[]
  align?: 'start' | 'end'
  /** For a menu that is fetched when its trigger is pressed. */
  openAtOnce?: boolean
}) {
  return (
    <Base.Root defaultOpen={openAtOnce}>
      <Base.Trigger render={trigger} />
      <Base.Portal container={mainLandmark()}>
        <Base.Positioner align={align} sideOffset={6} collisionPadding={8} className="z-50 outline-none">
          <Base.Popup className="max-h-[min(var(--available-height),28rem)] max-w-[min(22rem,calc(100vw-1rem))] min-w-48 overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 text-ink shadow-card transition-opacity duration-100 outline-none data-ending-style:opacity-0 data-starting-style:opacity-0">
            {items.map((item) => (
              <MenuRow key={item.id} item={item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

/** Inside of `main`, so that screen readers find the menu in a landmark like the rest of the page. */
function mainLandmark() {
  return typeof document === 'undefined' ? undefined : (document.getElementById('main') ?? undefined)
}

function MenuRow({ item }: { item: MenuItem }) {
  const look = `${itemLook} ${item.tone === 'danger' ? 'text-danger' : ''}`
  const content = (
    <>
      {item.icon}
      <span className="min-w-0 flex-1">
        {item.label}
        {item.detail && <span className="block text-xs text-ink-3">{item.detail}</span>}
      </span>
      {item.keys?.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </>
  )
  return (
    <>
      {item.line && <Base.Separator className="mx-1 my-1 h-px bg-line" />}
      {item.to === undefined ? (
        <Base.Item className={look} disabled={item.disabled} onClick={item.onSelect}>
          {content}
        </Base.Item>
      ) : (
        <Base.LinkItem className={look} closeOnClick render={<Link to={item.to} />}>
          {content}
        </Base.LinkItem>
      )}
    </>
  )
}
