import X from 'lucide-react/icons/x'
import { Form } from 'react-router'
import type { ListedTeam } from '#app/catalogue/list-entries.server.ts'
import type { ListedPerson } from '#app/people/find-people.server.ts'
import { Avatar } from '#app/ui/avatar.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/field.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'

/** Who is in a team, by alphabet, and a way in and out of it. */
export function TeamPeople({
  team,
  people,
  action,
  problems,
}: {
  team: ListedTeam
  people: ListedPerson[]
  action: string
  problems?: string[]
}) {
  const others = people.filter((person) => !team.members.some((member) => member.id === person.id))
  return (
    <div className="mt-5 border-t border-line pt-5">
      <SectionHeading as="h3">People</SectionHeading>
      {team.members.length === 0 && <p className="mb-3 text-ink-2">Nobody is in this team yet.</p>}
      <ul className="mb-4">
        {team.members.map((member) => (
          <li key={member.id} className="flex min-h-11 items-center gap-3 py-1">
            <Avatar name={member.name} />
            <span className="min-w-0 flex-1">
              {member.name}
              {member.roleTitle && <span className="block text-sm text-ink-3">{member.roleTitle}</span>}
            </span>
            <Form method="post" action={action} preventScrollReset>
              <input type="hidden" name="act" value="remove-member" />
              <input type="hidden" name="id" value={team.id} />
              <input type="hidden" name="personId" value={member.id} />
              <Button type="submit" variant="quiet" iconOnly aria-label={`Take ${member.name} out of ${team.name}`}>
                <X aria-hidden="true" size={16} />
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Form method="post" action={action} noValidate preventScrollReset key={team.members.length}>
          <input type="hidden" name="act" value="add-member" />
          <input type="hidden" name="id" value={team.id} />
          <SelectField
            name="personId"
            label="Add someone"
            hint="They see what this team was invited to, and those post-mortems say so."
            defaultValue=""
            problems={problems}
            className="mb-3 max-w-sm"
          >
            <option value="">Choose a person …</option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
          <Button type="submit">Add to the team</Button>
        </Form>
      )}
    </div>
  )
}
