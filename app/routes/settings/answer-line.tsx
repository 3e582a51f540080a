import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { Problem } from '#app/ui/problem.tsx'

/**
 * What the last form of the page did, read out, with a way back where there is a cheap one. It stays in view, since the form
 * may be far down a list.
 */
export function AnswerLine({
  words,
  undo,
  problem,
  action,
}: {
  words?: string | null
  /** Fields to post to take it back. */
  undo?: Record<string, string> | null
  problem?: string | null
  action?: string
}) {
  return (
    <>
      <div role="status" className="sticky top-3 z-10">
        {words && (
          <div className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-md bg-accent-soft px-4 py-2.5 text-accent-ink shadow-card">
            <p>{words}</p>
            {undo && (
              <Form method="post" action={action} preventScrollReset>
                {Object.entries(undo).map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
                <Button type="submit">Undo</Button>
              </Form>
            )}
          </div>
        )}
      </div>
      <Problem messages={problem} />
    </>
  )
}
