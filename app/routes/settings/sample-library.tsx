import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { DateTime } from '#app/ui/date-time.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** Loads the sample library, or takes it away again after saying what goes and what stays. */
export function SampleLibrary({
  loadedAt,
  pending,
  zone,
}: {
  loadedAt: string | null
  pending: string | null
  zone: string
}) {
  return (
    <section aria-labelledby="sample-heading">
      <SectionHeading id="sample-heading">Sample library</SectionHeading>
      {loadedAt ? (
        <>
          <p className="max-w-prose text-ink-2">
            Skerry Line, a ferry company that does not exist, is here since{' '}
            <DateTime at={loadedAt} zone={zone} show="date" />: its teams, services, people and post-mortems stand
            beside your own.
          </p>
          <Disclosure label="Remove the sample library" className="mt-2">
            <Form method="post" preventScrollReset className="mt-2 max-w-prose">
              <input type="hidden" name="act" value="remove-sample" />
              <p className="mb-3 text-ink-2">
                This deletes the thirteen post-mortems of Skerry Line, and its teams, services and people. What someone
                has written in or renamed since stays, and so does whatever your own post-mortems refer to. You can load
                the sample again later; it comes with new numbers then.
              </p>
              <Button type="submit" variant="danger" pending={pending === 'remove-sample'}>
                Remove it
              </Button>
            </Form>
          </Disclosure>
        </>
      ) : (
        <Form method="post" preventScrollReset>
          <input type="hidden" name="act" value="load-sample" />
          <p className="mb-3 max-w-prose text-ink-2">
            Twelve post-mortems of Skerry Line, a ferry company that does not exist, with its teams, services and
            people, and a draft of your own to try the notes on. Nobody gets mail, and all of it can be removed again.
          </p>
          <Button type="submit" pending={pending === 'load-sample'}>
            {pending === 'load-sample' ? 'Loading …' : 'Load the sample library'}
          </Button>
        </Form>
      )}
    </section>
  )
}
