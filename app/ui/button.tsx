import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Link } from 'react-router'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

interface Look {
  /** `primary` once per view, `plain` by default, `quiet` beside others, `danger` for what is hard to take back. */
  variant?: ButtonVariant
  /** A square button whose only content is an icon; give it an `aria-label`. */
  iconOnly?: boolean
}

const looks: Record<ButtonVariant, string> = {
  primary: 'border-accent bg-accent text-on-accent hover:bg-accent/90',
  plain: 'border-line-strong bg-surface text-ink hover:bg-sunken',
  quiet: 'border-transparent text-ink-2 hover:bg-sunken hover:text-ink',
  danger: 'border-danger bg-surface text-danger hover:bg-danger-soft',
}

function buttonLook({ variant = 'plain', iconOnly = false }: Look, className?: string) {
  return [
    'inline-flex min-h-8 items-center justify-center gap-2 rounded-md border py-1 text-center leading-snug font-[550] select-none',
    'transition-colors pointer-coarse:min-h-11',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:opacity-60',
    iconOnly ? 'min-w-8 px-1 pointer-coarse:min-w-11' : 'px-3',
    looks[variant],
    className,
  ].join(' ')
}

type ButtonProps = ComponentProps<'button'> &
  Look & {
    /** The press is being worked on: the button keeps its place and its focus, and takes no second press. */
    pending?: boolean
  }

/** A button that is `type="button"` unless it says otherwise. */
export function Button({
  variant,
  iconOnly,
  pending,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const press = (event: MouseEvent<HTMLButtonElement>) => (pending ? event.preventDefault() : onClick?.(event))
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      aria-busy={pending || undefined}
      onClick={press}
      className={buttonLook({ variant, iconOnly }, className)}
    >
      {pending && <Spinner />}
      {children}
    </button>
  )
}

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({ variant, iconOnly, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link {...rest} className={buttonLook({ variant, iconOnly }, className)} />
}

function Spinner(): ReactNode {
  return (
    <span
      aria-hidden="true"
      className="size-3.5 shrink-0 animate-spin rounded-full border-2 border-current border-r-transparent"
    />
  )
}
