import { Drawer as Base } from '@base-ui/react/drawer'
import X from 'lucide-react/icons/x'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'

const places = {
  right:
    'ml-auto h-full w-[min(24rem,calc(100vw-2.5rem))] border-l [transform:translateX(var(--drawer-swipe-movement-x))] data-ending-style:[transform:translateX(100%)] data-starting-style:[transform:translateX(100%)]',
  bottom:
    'mx-auto mt-auto max-h-[85dvh] w-full max-w-2xl rounded-t-2xl border [transform:translateY(var(--drawer-swipe-movement-y))] data-ending-style:[transform:translateY(100%)] data-starting-style:[transform:translateY(100%)]',
}

/** A side column on narrow screens (`right`), or a sheet (`bottom`). Swiped, clicked or escaped away; the focus goes back. */
export function Drawer({
  trigger,
  open,
  onOpenChange,
  title,
  description,
  side = 'right',
  finalFocus,
  children,
}: {
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  description?: ReactNode
  side?: 'right' | 'bottom'
  /** Where the focus goes when it closes, if not to where it came from; `false` leaves it where it is. */
  finalFocus?: () => HTMLElement | false
  children: ReactNode
}) {
  return (
    <Base.Root
      open={open}
      onOpenChange={(next) => onOpenChange?.(next)}
      swipeDirection={side === 'right' ? 'right' : 'down'}
    >
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex">
          <Base.Popup
            finalFocus={finalFocus}
            className={`flex flex-col overflow-y-auto overscroll-contain border-line-strong bg-surface text-ink shadow-card transition-transform duration-200 outline-none data-swiping:duration-0 ${places[side]}`}
          >
            {side === 'bottom' && (
              <div aria-hidden="true" className="mx-auto mt-2.5 h-1 w-10 shrink-0 rounded-full bg-line-strong" />
            )}
            <Base.Content className="px-5 pt-3 pb-6">
              <div className="mb-3 flex items-start justify-between gap-4">
                <Base.Title className="pt-0.5 font-serif text-xl font-medium">{title}</Base.Title>
                <Base.Close render={<Button variant="quiet" iconOnly aria-label="Close" className="-mr-2" />}>
                  <X aria-hidden="true" size={18} />
                </Base.Close>
              </div>
              {description && <Base.Description className="mb-4 text-ink-2">{description}</Base.Description>}
              {children}
            </Base.Content>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
