import { Dialog as Base } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactElement, ReactNode } from 'react'
import { Button } from './button.tsx'

interface DialogProps {
  /** A `Button` that opens it; without one, `open` says when it shows. */
  trigger?: ReactElement
  open?: boolean
  onOpenChange?: (open: boolean) => void
  title: string
  description?: ReactNode
  /** `wide` for previews and tables. */
  width?: 'normal' | 'wide'
  children?: ReactNode
}

/** A question or a small form over the page: holds the focus, closes with Escape, gives the focus back. A sheet on phones. */
export function Dialog({ trigger, open, onOpenChange, title, description, width = 'normal', children }: DialogProps) {
  return (
    <Base.Root open={open} onOpenChange={(next) => onOpenChange?.(next)}>
      {trigger && <Base.Trigger render={trigger} />}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Base.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6">
          <Base.Popup
            className={`flex max-h-[92dvh] w-full flex-col rounded-t-2xl border border-line-strong bg-surface text-ink shadow-card transition duration-150 outline-none data-ending-style:translate-y-2 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0 sm:rounded-xl ${width === 'wide' ? 'sm:max-w-4xl' : 'sm:max-w-lg'}`}
          >
            <div className="flex items-start justify-between gap-4 px-5 pt-4">
              <Base.Title className="pt-0.5 font-serif text-xl font-medium">{title}</Base.Title>
              <Base.Close render={<Button variant="quiet" iconOnly aria-label="Close" className="-mr-2" />}>
                <X aria-hidden="true" size={18} />
              </Base.Close>
            </div>
            <div className="overflow-y-auto overscroll-contain px-5 pt-2 pb-5">
              {description && <Base.Description className="mb-4 text-ink-2">{description}</Base.Description>}
              {children}
            </div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
