import type { Editor } from '@tiptap/core'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { Button } from '#app/ui/button.tsx'
import { linkAddress } from './link-address.ts'

/** The address of a link over the selected words. Enter sets it, an empty one takes the link away, Escape leaves it. */
export function LinkField({ editor, done }: { editor: Editor; done: () => void }) {
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState(false)
  const before = String(editor.getAttributes('link').href ?? '')
  useEffect(() => field.current?.select(), [])

  function set(event: FormEvent) {
    event.preventDefault()
    const typed = field.current!.value
    const href = linkAddress(typed)
    if (typed.trim() && !href) {
      setProblem(true)
      return
    }
    const chain = editor.chain().focus().extendMarkRange('link')
    if (href) chain.setLink({ href }).run()
    else chain.unsetLink().run()
    done()
  }
  return (
    <form
      onSubmit={set}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        done()
      }}
      className="flex flex-wrap items-center gap-1.5 p-0.5 sm:w-[26rem]"
    >
      <label htmlFor={id} className="sr-only">
        Address of the link
      </label>
      <input
        ref={field}
        id={id}
        defaultValue={before}
        placeholder="https://…"
        autoComplete="off"
        spellCheck={false}
        inputMode="url"
        aria-invalid={problem}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={() => setProblem(false)}
        className="min-h-8 w-72 max-w-full min-w-0 flex-1 rounded-md border border-field bg-surface px-2.5 text-ink pointer-coarse:min-h-11"
      />
      <Button type="submit">{before ? 'Change' : 'Link'}</Button>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="w-full px-1 text-danger">
          ▲ A link leads to an address such as https://status.example/1 or /postmortems/PM-3.
        </p>
      )}
    </form>
  )
}
