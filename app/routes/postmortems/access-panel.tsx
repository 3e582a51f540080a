import { Form } from 'react-router'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { CopyField } from '#app/ui/copy-field.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { AccessAnswer, ShownAccess } from './access.tsx'
import { AccessHistory } from './access-history.tsx'
import { AccessRows } from './access-rows.tsx'
import { InviteForms } from './invite-forms.tsx'
import { PostmortemHead } from './postmortem-head.tsx'
import { VisibilityFields } from './visibility-fields.tsx'

/** Who can see a post-mortem: people, teams, links, what they may do, why and since when; and how to change it. */
export function AccessPanel({ shown, answer }: { shown: ShownAccess; answer?: AccessAnswer }) {
  const { reference, title, counts, visibility, restricted, isPublished, mayShare } = shown
  const owners = new Set(shown.given.filter((row) => row.role === 'owner').map((row) => row.id))
  const readers = restricted ? counts.invited : counts[visibility]
  return (
    <>
      <PostmortemHead reference={reference} title={title} page="Who can see this" />
      <Problem messages={answer?.message} />
      <div
        role="status"
        className={answer?.done ? 'mb-6 rounded-xl bg-accent-soft px-5 py-4 text-accent-ink' : undefined}
      >
        {answer?.done && <p>{answer.done}</p>}
        {answer?.link && (
          <div className="mt-3 max-w-xl">
            <CopyField label="Invitation link" name="link" value={answer.link} />
          </div>
        )}
      </div>

      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_360px]">
        <div className="min-w-0">
          <SectionHeading id="given">Invited, also to the draft</SectionHeading>
          <AccessRows rows={shown.given} zone={shown.zone} mayShare={mayShare} viewerId={shown.viewerId} />

          <SectionHeading id="published">{isPublished ? 'Published' : 'After publishing'}</SectionHeading>
          <section aria-labelledby="published" className="card">
            <p className="mb-3">
              {isPublished ? 'It is read by ' : 'It will be read by '}
              <strong className="font-semibold">{readers === 1 ? '1 person' : `${readers} people`}</strong>.
            </p>
            {mayShare ? (
              <Form method="post" preventScrollReset>
                <VisibilityFields
                  visibility={visibility}
                  restricted={restricted}
                  counts={counts}
                  organisation={shown.organisation}
                />
                <Button type="submit" name="intent" value="visibility" className="mt-3">
                  Change who reads it
                </Button>
              </Form>
            ) : (
              <p className="text-ink-2">Its owner and its editors decide that.</p>
            )}
          </section>
          <AccessHistory events={shown.history} zone={shown.zone} />
        </div>

        <aside className="space-y-8">
          {mayShare && (
            <InviteForms
              people={shown.people.filter((person) => !owners.has(person.id))}
              teams={shown.teams}
              answer={answer}
            />
          )}
          {shown.mayHandOver && (
            <section aria-labelledby="hand-over">
              <SectionHeading id="hand-over">Hand it over</SectionHeading>
              <Form method="post" className="card">
                <SelectField
                  label="New owner"
                  hint="You stay as an editor. Everyone invited is shown it."
                  name="person"
                  defaultValue=""
                  required
                >
                  <option value="">Choose a person</option>
                  {shown.people
                    .filter((person) => person.id !== shown.viewerId)
                    .map((person) => (
                      <option key={person.id} value={person.id}>
                        {person.name}
                      </option>
                    ))}
                </SelectField>
                <Button type="submit" name="intent" value="hand-over">
                  Hand it over
                </Button>
              </Form>
            </section>
          )}
          <ButtonLink to={`/postmortems/${reference}`} variant="quiet">
            Back to {reference}
          </ButtonLink>
        </aside>
      </div>
    </>
  )
}
