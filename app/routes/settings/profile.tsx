import { data, Form, useNavigation, useSubmit } from 'react-router'
import { z } from 'zod'
import { databaseContext, viewerContext } from '#app/context.ts'
import { nameField, roleTitleField, timeZoneField, timeZones } from '#app/people/person-fields.ts'
import { updateProfile } from '#app/people/update-profile.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, SelectField, TextField } from '#app/ui/field.tsx'
import { readForm } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/profile.ts'

const ProfileForm = z.object({ name: nameField, roleTitle: roleTitleField, timeZone: timeZoneField })
const ThemeForm = z.object({ theme: z.enum(['auto', 'light', 'dark'], { error: 'Choose one of the three.' }) })

export const meta: Route.MetaFunction = () => [{ title: 'Your profile · Candor' }]

export function loader({ context }: Route.LoaderArgs) {
  const { name, roleTitle, timeZone, theme } = context.get(viewerContext)!
  return { name, roleTitle, timeZone, theme, zones: timeZones() }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const intent = form.get('intent') === 'theme' ? 'theme' : 'profile'
  const read = intent === 'theme' ? readForm(ThemeForm, form) : readForm(ProfileForm, form)
  if (!read.ok) return data({ intent, saved: false, answer: read.answer }, { status: 400 })
  await updateProfile(context.get(databaseContext), context.get(viewerContext)!, read.value)
  return { intent, saved: true, answer: null }
}

export default function Profile({ loaderData, actionData }: Route.ComponentProps) {
  const pending = useNavigation().formData?.get('intent') === 'profile'
  const submit = useSubmit()
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const typed = answer?.typed ?? loaderData
  return (
    <>
      <h1 className="mb-6 font-serif text-3xl font-medium">Your profile</h1>
      <Form method="post" noValidate className="max-w-md">
        <TextField
          name="name"
          label="Name"
          autoComplete="name"
          required
          defaultValue={typed.name}
          problems={answer?.problems.name}
        />
        <TextField
          name="roleTitle"
          label="Role"
          optional
          hint="Published texts show you by it, unless you choose to be named: “Payments engineer on call”."
          autoComplete="organization-title"
          defaultValue={typed.roleTitle}
          problems={answer?.problems.roleTitle}
        />
        <SelectField
          name="timeZone"
          label="Time zone"
          hint="For post-mortems that you start. Times of others stay in their own zone."
          defaultValue={typed.timeZone}
          problems={answer?.problems.timeZone}
        >
          {loaderData.zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.replaceAll('_', ' ')}
            </option>
          ))}
        </SelectField>
        <div className="flex items-center gap-3">
          <Button type="submit" name="intent" value="profile" variant="primary" pending={pending}>
            Save
          </Button>
          <span role="status" className="text-ink-2">
            {actionData?.intent === 'profile' && actionData.saved && !pending && 'Saved.'}
          </span>
        </div>
      </Form>

      <SectionHeading>Look</SectionHeading>
      <Form method="post" onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}>
        <input type="hidden" name="intent" value="theme" />
        <fieldset>
          <legend className="sr-only">Light or dark</legend>
          {themes.map(({ value, label }) => (
            <CheckboxField
              key={value}
              type="radio"
              name="theme"
              value={value}
              label={label}
              defaultChecked={loaderData.theme === value}
            />
          ))}
        </fieldset>
        <noscript>
          <button type="submit" className="mt-2 min-h-8 rounded-md border border-line-strong bg-surface px-3">
            Use this look
          </button>
        </noscript>
      </Form>
    </>
  )
}

const themes = [
  { value: 'auto', label: 'As this device is set' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]
