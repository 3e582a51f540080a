import type { ComponentProps } from 'react'
import { Field } from './field.tsx'

type Around = Omit<ComponentProps<typeof Field>, 'children' | 'id'>

/** One file from the device. Takes every attribute of `<input>`. */
export function FileField({
  name,
  label,
  hint,
  problems,
  className,
  ...control
}: Around & Omit<ComponentProps<'input'>, keyof Around>) {
  return (
    <Field {...{ name, label, hint, problems, className }}>
      {(given) => (
        <input
          type="file"
          {...control}
          {...given}
          className="block w-full rounded-md text-sm file:mr-3 file:min-h-9 file:rounded-md file:border file:border-line-strong file:bg-surface file:px-3 file:text-ink pointer-coarse:file:min-h-11"
        />
      )}
    </Field>
  )
}
