import { type ReactNode, useEffect, useRef } from 'react'
import { Form, Link, useNavigation } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { CatalogueAnswer } from './catalogue-form.server.ts'

interface PanelEntry {
  id: string
  name: string
}

/**
 * One entry of the catalogue opened for changes, in its place in the list: its fields (`children`), merging and retiring.
 * Made of forms and `<details>`, so that it works without JavaScript.
 */
export function EntryPanel({
  entry,
  others,
  answer,
  action,
  one,
  mergeWords,
  children,
  beside,
}: {
  entry: PanelEntry
  /** What it can be merged into. */
  others: { id: string; name: string }[]
  answer: CatalogueAnswer | null
  /** The address of the page, where the forms are posted. */
  action: string
  /** "service" */
  one: string
  /** What merging does, beside what holds for every list. */
  mergeWords?: ReactNode
  /** The fields of the form that changes it. */
  children: ReactNode
  /** More forms between that one and merging. */
  beside?: ReactNode
}) {
  const pending = useNavigation().formData
  const isPending = (act: string) => pending?.get('act') === act && pending.get('id') === entry.id
  const merging = answer?.act === 'merge'
  const panel = useRef<HTMLDivElement>(null)
  // The link that opened it is gone; who came by keyboard goes on here.
  useEffect(() => panel.current?.querySelector<HTMLElement>('input:not([type=hidden])')?.focus(), [])
  return (
    <div ref={panel} className="rounded-xl border border-line-strong bg-surface p-4 sm:p-5">
      <h2 className="mb-4 font-serif text-xl font-medium">{entry.name}</h2>
      <Form method="post" action={action} noValidate preventScrollReset>
        <input type="hidden" name="act" value="change" />
        <input type="hidden" name="id" value={entry.id} />
        {children}
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" pending={isPending('change')}>
            Save
          </Button>
          <Link
            to={action}
            preventScrollReset
            className="inline-flex min-h-8 items-center rounded-md px-3 font-[550] text-ink-2 hover:bg-sunken pointer-coarse:min-h-11"
          >
            Close
          </Link>
        </div>
      </Form>
      {beside}
      <Disclosure label="Merge or retire" open={merging} className="mt-5 border-t border-line pt-3">
        {others.length > 0 && (
          <Form method="post" action={action} noValidate preventScrollReset className="mt-3">
            <input type="hidden" name="act" value="merge" />
            <input type="hidden" name="id" value={entry.id} />
            <SelectField
              name="intoId"
              label={`Merge ${entry.name} into`}
              hint={
                <>
                  Whatever has this {one} will have the other one, also in what is published, and this one is retired.{' '}
                  {mergeWords} It cannot be undone.
                </>
              }
              defaultValue={merging ? (answer.answer?.typed.intoId ?? '') : ''}
              problems={merging ? answer.answer?.problems.intoId : undefined}
            >
              <option value="">Choose a {one} …</option>
              {others.map((other) => (
                <option key={other.id} value={other.id}>
                  {other.name}
                </option>
              ))}
            </SelectField>
            <Button type="submit" variant="danger" pending={isPending('merge')}>
              Merge the two
            </Button>
          </Form>
        )}
        <Form method="post" action={action} preventScrollReset className="mt-5">
          <input type="hidden" name="act" value="retire" />
          <input type="hidden" name="id" value={entry.id} />
          <p className="mb-2 text-sm text-ink-3">
            A retired {one} stays where it is and is not offered any more. You can bring it back.
          </p>
          <Button type="submit" pending={isPending('retire')}>
            Retire {entry.name}
          </Button>
        </Form>
      </Disclosure>
    </div>
  )
}

/** "in 3 post-mortems", or nothing for those who are not told. */
export function usedWords(used: number | null): string {
  if (used === null) return ''
  if (used === 0) return 'in no post-mortem yet'
  return used === 1 ? 'in 1 post-mortem' : `in ${used} post-mortems`
}
