import { Form, Link } from 'react-router'
import type { PublishPoint } from '#app/postmortems/publish-check.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, TextArea } from '#app/ui/field.tsx'

/** Points worth a look. One reason may cover several; those without one are recorded as left open. */
export function OpenPoints({
  points,
  reasons,
  reference,
  because,
}: {
  points: PublishPoint[]
  reasons: Record<string, string>
  reference: string
  /** What was typed as a reason and could not be taken. */
  because: string
}) {
  const open = points.filter((point) => !reasons[point.key])
  const answered = points.filter((point) => reasons[point.key])
  if (points.length === 0) return <p className="card mb-8 text-ink-2">Nothing is missing that this page knows of.</p>
  return (
    <div className="card mb-8">
      {open.length > 0 && (
        <Form key={answered.length} method="post" preventScrollReset>
          <fieldset>
            <legend className="sr-only">Points that may stay open</legend>
            <ul className="divide-y divide-line">
              {open.map((point) => (
                <li key={point.key} className="flex items-start gap-3 py-1.5">
                  <CheckboxField className="min-w-0 flex-1" name="point" value={point.key} label={point.text} />
                  <Look reference={reference} itemId={point.itemId} about={point.text} />
                </li>
              ))}
            </ul>
          </fieldset>
          <TextArea
            className="mt-3"
            label="One reason for those that are ticked"
            hint="Points without a reason may be published too. They are recorded as left open."
            name="because"
            rows={2}
            maxLength={1000}
            defaultValue={because}
          />
          <Button type="submit" name="intent" value="leave-open" className="mt-3">
            Leave these open, because …
          </Button>
        </Form>
      )}
      {answered.length > 0 && (
        <ul className={open.length > 0 ? 'mt-4 divide-y divide-line border-t border-line' : 'divide-y divide-line'}>
          {answered.map((point) => (
            <li key={point.key} className="flex items-start gap-3 py-2.5">
              <div className="min-w-0 flex-1">
                <p className="text-ink-2">{point.text}</p>
                <p className="mt-0.5 text-sm">Stays open: {reasons[point.key]}</p>
              </div>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="key" value={point.key} />
                <Button type="submit" name="intent" value="take-back" variant="quiet">
                  Take back<span className="sr-only"> the reason for: {point.text}</span>
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Look({ reference, itemId, about }: { reference: string; itemId: string | null; about: string }) {
  return (
    <Link
      to={`/postmortems/${reference}/write${itemId ? `#${itemId}` : ''}`}
      className="flex min-h-8 shrink-0 items-center px-1 text-sm underline decoration-line-strong underline-offset-4 pointer-coarse:min-h-11"
    >
      Look<span className="sr-only"> at: {about}</span>
    </Link>
  )
}
