import ChevronDown from 'lucide-react/icons/chevron-down'
import { type ComponentProps, type ReactNode, useId } from 'react'

interface FieldText {
  label: ReactNode
  /** Helps before anything is typed; read out with the field. */
  hint?: ReactNode
  /** What is wrong with what was typed, and how to mend it. */
  problems?: readonly string[]
}

/** What a control inside a `Field` spreads on itself, so that label, hint and problems belong to it. */
interface ControlProps {
  id: string
  name: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

interface FieldProps extends FieldText {
  name: string
  id?: string
  /** Keeps the label for screen readers only, where the place already says what the field is. */
  labelHidden?: boolean
  /** Shown after the label when the field may stay empty. */
  optional?: boolean
  className?: string
  children: (control: ControlProps) => ReactNode
}

const controlLook =
  'w-full rounded-md border border-field bg-surface px-3 py-1.5 text-ink min-h-9 pointer-coarse:min-h-11 ' +
  'aria-invalid:border-danger aria-invalid:shadow-[inset_0_0_0_1px_var(--danger)] [&[readonly]]:bg-sunken disabled:opacity-60'

/** Label, hint, control and problems as one thing; the control is drawn by `children` with the props it is given. */
export function Field({
  label,
  hint,
  problems = [],
  name,
  id,
  labelHidden,
  optional,
  className,
  children,
}: FieldProps) {
  const made = useId()
  const controlId = id ?? made
  return (
    <div className={className ?? 'mb-4'}>
      <label htmlFor={controlId} className={labelHidden ? 'sr-only' : 'mb-1 block font-[550]'}>
        {label}
        {optional && <span className="font-normal text-ink-3"> (may stay empty)</span>}
      </label>
      {hint && (
        <p id={`${controlId}-hint`} className="mb-1.5 text-sm text-ink-3">
          {hint}
        </p>
      )}
      {children(controlProps(controlId, name, hint, problems))}
      <FieldProblems id={`${controlId}-problems`} problems={problems} />
    </div>
  )
}

function controlProps(id: string, name: string, hint: ReactNode, problems: readonly string[]): ControlProps {
  const described = [hint && `${id}-hint`, problems.length > 0 && `${id}-problems`].filter(Boolean).join(' ')
  return { id, name, 'aria-describedby': described || undefined, 'aria-invalid': problems.length > 0 || undefined }
}

function FieldProblems({ id, problems }: { id: string; problems: readonly string[] }) {
  if (problems.length === 0) return null
  return (
    <div id={id} className="mt-1.5 space-y-0.5 text-sm font-medium text-danger">
      {problems.map((problem) => (
        <p key={problem} className="flex gap-1.5">
          <span aria-hidden="true">▲</span>
          {problem}
        </p>
      ))}
    </div>
  )
}

type Around = Omit<FieldProps, 'children' | 'id'>

/** Splits what belongs to the field from what belongs to its control. */
function split<P extends Around & { id?: string }>(props: P) {
  const { label, hint, problems, name, id, labelHidden, optional, className, ...control } = props
  return { around: { label, hint, problems, name, id, labelHidden, optional, className }, control }
}

/** One line of text. Takes every attribute of `<input>`. */
export function TextField(props: Around & Omit<ComponentProps<'input'>, keyof Around>) {
  const { around, control } = split(props)
  return <Field {...around}>{(given) => <input type="text" {...control} {...given} className={controlLook} />}</Field>
}

/** Several lines of text; grows with what is typed where the browser can. Takes every attribute of `<textarea>`. */
export function TextArea(props: Around & Omit<ComponentProps<'textarea'>, keyof Around>) {
  const { around, control } = split(props)
  return (
    <Field {...around}>
      {(given) => (
        <textarea
          rows={4}
          {...control}
          {...given}
          className={`${controlLook} block field-sizing-content min-h-20 max-h-[70vh] resize-y leading-normal`}
        />
      )}
    </Field>
  )
}

/** One of a few; a native `<select>`, with `<option>`s as children. */
export function SelectField(props: Around & Omit<ComponentProps<'select'>, keyof Around>) {
  const { around, control } = split(props)
  return (
    <Field {...around}>
      {(given) => (
        <span className="relative block">
          <select {...control} {...given} className={`${controlLook} appearance-none pr-9`} />
          <ChevronDown
            aria-hidden="true"
            size={16}
            className="pointer-events-none absolute inset-y-0 right-3 my-auto text-ink-3"
          />
        </span>
      )}
    </Field>
  )
}

/** Yes or no. The whole row is the target; give `type="radio"` for one of several with the same name. */
export function CheckboxField({
  label,
  hint,
  problems = [],
  name,
  id,
  className,
  ...control
}: FieldText & { name: string } & Omit<ComponentProps<'input'>, keyof FieldText | 'name'>) {
  const made = useId()
  const controlId = id ?? made
  return (
    <div className={className ?? 'mb-2'}>
      <label htmlFor={controlId} className="flex min-h-8 items-start gap-2.5 py-1 pointer-coarse:min-h-11">
        <input
          type="checkbox"
          {...control}
          {...controlProps(controlId, name, hint, problems)}
          className="mt-[3px] size-4 shrink-0"
        />
        <span className="min-w-0">{label}</span>
      </label>
      {hint && (
        <p id={`${controlId}-hint`} className="pl-6.5 text-sm text-ink-3">
          {hint}
        </p>
      )}
      <FieldProblems id={`${controlId}-problems`} problems={problems} />
    </div>
  )
}
