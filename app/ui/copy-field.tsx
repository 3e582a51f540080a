import { useRef, useState } from 'react'
import { Button } from './button.tsx'
import { Field } from './field.tsx'

/** A link or a code to be copied: selected at a press, and without JavaScript by hand. */
export function CopyField({ label, hint, name, value }: { label: string; hint?: string; name: string; value: string }) {
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    input.current!.select()
    // Browsers offer the clipboard over https and on localhost only; elsewhere the text stays selected.
    await navigator.clipboard?.writeText(value).then(
      () => setCopied(true),
      () => {},
    )
  }
  return (
    <Field label={label} hint={hint} name={name}>
      {(control) => (
        <span className="flex gap-2">
          <input
            {...control}
            ref={input}
            readOnly
            value={value}
            onFocus={(event) => event.currentTarget.select()}
            className="min-h-9 w-full min-w-0 rounded-md border border-field bg-sunken px-3 py-1.5 font-mono text-sm pointer-coarse:min-h-11"
          />
          <Button onClick={copy} className="shrink-0">
            <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
          </Button>
        </span>
      )}
    </Field>
  )
}
