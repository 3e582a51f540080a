import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'

/** What is not offered any more, folded away; what was merged says into what. */
export function RetiredEntries({
  entries,
  action,
  canEdit,
}: {
  entries: { id: string; name: string; mergedInto: string | null }[]
  action: string
  canEdit: boolean
}) {
  if (entries.length === 0) return null
  return (
    <Disclosure label={`Retired (${entries.length})`} className="mt-6">
      <ul className="mt-2 divide-y divide-line border-y border-line">
        {entries.map((entry) => (
          <li key={entry.id} className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5">
            <span className="min-w-0 text-ink-2">
              {entry.name}
              {entry.mergedInto && <span className="text-ink-3"> · part of {entry.mergedInto}</span>}
            </span>
            {canEdit && !entry.mergedInto && (
              <Form method="post" action={action} preventScrollReset>
                <input type="hidden" name="act" value="bring-back" />
                <input type="hidden" name="id" value={entry.id} />
                <Button type="submit" aria-label={`Bring ${entry.name} back`}>
                  Bring back
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
