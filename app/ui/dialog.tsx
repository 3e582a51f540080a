import { Dialog as Base } from '@base-ui/react/dialog'
import X from 'lucide-react/icons/x'
import type { ReactElement, ReactNode } from 'react'
import { Form } from 'react-router'
import { Button, type ButtonVariant } from './button.tsx'

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

/** The row of buttons that ends a dialog or a form; the button that acts comes first, on phones it spans the width. */
export function DialogActions({ children }: { children: ReactNode }) {
  return <div className="mt-5 flex flex-col gap-2 sm:flex-row sm:items-center">{children}</div>
}

/** Closes the dialog around it. */
export function DialogClose({ children, variant = 'quiet' }: { children: ReactNode; variant?: ButtonVariant }) {
  return <Base.Close render={<Button variant={variant} />}>{children}</Base.Close>
}

interface ConfirmDialogProps extends Omit<DialogProps, 'width'> {
  /** What the acting button says: the act itself, "Move to trash". */
  confirm: string
  cancel?: string
  tone?: 'primary' | 'danger'
  pending?: boolean
  /** Fields to post, with `action` as the address (this page by default). */
  fields?: Record<string, string>
  action?: string
  /** Acts in the browser instead of posting a form. */
  onConfirm?: () => void
}

/** Asks once before something that is hard to take back. Posts a form, or calls `onConfirm`. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    confirm,
    cancel = 'Not now',
    tone = 'primary',
    pending,
    fields,
    action,
    onConfirm,
    children,
    ...dialog
  } = props
  const buttons = (
    <DialogActions>
      <Button type={onConfirm ? 'button' : 'submit'} variant={tone} pending={pending} onClick={onConfirm}>
        {confirm}
      </Button>
      <DialogClose>{cancel}</DialogClose>
    </DialogActions>
  )
  return (
    <Dialog {...dialog}>
      {onConfirm ? (
        <>
          {children}
          {buttons}
        </>
      ) : (
        <Form method="post" action={action}>
          {Object.entries(fields ?? {}).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          {children}
          {buttons}
        </Form>
      )}
    </Dialog>
  )
}
