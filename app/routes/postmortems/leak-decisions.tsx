import { Form, Link } from 'react-router'
import { leakWords } from '#app/postmortems/leak-check.ts'
import type { DocumentLeak } from '#app/postmortems/leaks-in-document.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Passages that look like secrets, hosts or people outside: mask, keep, or look at each. */
export function LeakDecisions({
  leaks,
  reasons,
  reference,
}: {
  leaks: DocumentLeak[]
  reasons: Record<string, string>
  reference: string
}) {
  if (leaks.length === 0)
    return <p className="card mb-8 text-ink-2">No passage looks like a secret, a private host or an address.</p>
  const undecided = leaks.filter((leak) => reasons[leak.key] === undefined).length
  return (
    <div className="card mb-8">
      <p className="mb-2">
        {leaks.length === 1
          ? '1 passage looks like a secret, a host or a customer.'
          : `${leaks.length} passages look like secrets, hosts or customers.`}
        {undecided > 0 && ' Mask, keep, or look.'}
      </p>
      <ul className="divide-y divide-line">
        {leaks.map((leak) => (
          <li key={leak.key} className="py-3">
            <p>
              <span className="num rounded bg-sunken px-1.5 py-0.5 break-all">{leak.shown}</span>{' '}
              <span className="text-sm text-ink-2">
                {leakWords[leak.kind]}, in {leak.places.map((place) => `“${place}”`).join(' and ')}
              </span>
            </p>
            <Form method="post" preventScrollReset className="mt-2 flex flex-wrap items-end gap-2">
              <input type="hidden" name="key" value={leak.key} />
              {reasons[leak.key] === undefined ? (
                <>
                  <Button type="submit" name="intent" value="mask">
                    Mask it everywhere
                  </Button>
                  <TextField
                    className="min-w-40 flex-1"
                    labelHidden
                    label={`Why ${leak.shown} stays`}
                    name="because"
                    maxLength={1000}
                    placeholder="Stays, because …"
                  />
                  <Button type="submit" name="intent" value="keep">
                    Keep
                  </Button>
                </>
              ) : (
                <>
                  <p className="flex-1 text-sm text-ink-2">Stays: {reasons[leak.key]}</p>
                  <Button type="submit" name="intent" value="take-back" variant="quiet">
                    Decide again
                  </Button>
                </>
              )}
              <Link
                to={`/postmortems/${reference}/write${leak.itemId ? `#${leak.itemId}` : ''}`}
                className="flex min-h-8 items-center px-1 text-sm underline decoration-line-strong underline-offset-4 pointer-coarse:min-h-11"
              >
                Look
              </Link>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  )
}
