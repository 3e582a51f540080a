import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/field.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { AccessAnswer, ShownAccess } from './access.tsx'

/** Four ways to let someone see it: a person, a team, an address, a link. Each works without JavaScript. */
export function InviteForms({
  people,
  teams,
  answer,
}: {
  people: ShownAccess['people']
  teams: ShownAccess['teams']
  answer?: AccessAnswer
}) {
  useFocusOnProblem(answer?.problems && answer)
  const of = (intent: string) => (answer?.intent === intent ? answer : undefined)
  return (
    <section aria-labelledby="invite">
      <SectionHeading id="invite">Invite</SectionHeading>
      <div className="divide-y divide-line rounded-xl border border-line bg-surface">
        <Way title="A person" open>
          <Form method="post" noValidate preventScrollReset key={`person ${answer?.done}`}>
            <SelectField
              label="Person"
              name="person"
              required
              defaultValue={of('person')?.typed?.person ?? ''}
              problems={of('person')?.problems?.person}
            >
              <option value="">Choose a person</option>
              {people.map((person) => (
                <option key={person.id} value={person.id}>
                  {person.roleTitle ? `${person.name}, ${person.roleTitle}` : person.name}
                </option>
              ))}
            </SelectField>
            <RoleAndReason answer={of('person')} />
            <Button type="submit" name="intent" value="person" variant="primary">
              Invite
            </Button>
          </Form>
        </Way>
        <Way title="A team" open={answer?.intent === 'team'}>
          <Form method="post" noValidate preventScrollReset key={`team ${answer?.done}`}>
            <SelectField
              label="Team"
              hint="Whoever belongs to it, now and later."
              name="team"
              required
              defaultValue={of('team')?.typed?.team ?? ''}
              problems={of('team')?.problems?.team}
            >
              <option value="">Choose a team</option>
              {teams.map((team) => (
                <option key={team.id} value={team.id}>
                  {team.name}
                </option>
              ))}
            </SelectField>
            <RoleAndReason answer={of('team')} />
            <Button type="submit" name="intent" value="team">
              Invite the team
            </Button>
          </Form>
        </Way>
        <Way title="By e-mail" open={answer?.intent === 'email'}>
          <Form method="post" noValidate preventScrollReset key={`email ${answer?.done}`}>
            <TextField
              label="E-mail address"
              hint="Someone new gets an account with the link."
              name="email"
              type="email"
              autoComplete="off"
              required
              defaultValue={of('email')?.typed?.email}
              problems={of('email')?.problems?.email}
            />
            <RoleAndReason answer={of('email')} />
            <Button type="submit" name="intent" value="email">
              Invite
            </Button>
          </Form>
        </Way>
        <Way title="A link to hand on" open={answer?.intent === 'link'}>
          <Form method="post" preventScrollReset>
            <p className="mb-3 text-sm text-ink-3">It lets in whoever has it, once, within seven days.</p>
            <Role answer={of('link')} />
            <Button type="submit" name="intent" value="link">
              Make a link
            </Button>
          </Form>
        </Way>
      </div>
    </section>
  )
}

function Way({ title, open = false, children }: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="group px-4">
      <summary className="flex min-h-11 items-center justify-between font-[550]">
        {title}
        <span aria-hidden="true" className="text-ink-3 group-open:rotate-90">
          ›
        </span>
      </summary>
      <div className="pb-4">{children}</div>
    </details>
  )
}

function RoleAndReason({ answer }: { answer?: AccessAnswer }) {
  return (
    <>
      <Role answer={answer} />
      <TextField
        label="Why"
        optional
        name="because"
        maxLength={300}
        placeholder="Was on call that night"
        defaultValue={answer?.typed?.because}
        problems={answer?.problems?.because}
      />
    </>
  )
}

function Role({ answer }: { answer?: AccessAnswer }) {
  return (
    <SelectField
      label="May"
      name="role"
      defaultValue={answer?.typed?.role ?? 'commenter'}
      problems={answer?.problems?.role}
    >
      <option value="reader">read the draft</option>
      <option value="commenter">read and comment</option>
      <option value="editor">write, invite and publish</option>
    </SelectField>
  )
}
