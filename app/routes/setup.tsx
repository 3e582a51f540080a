import { data, Form, redirect, useNavigation } from 'react-router'
import { z } from 'zod'
import { foundOrganisation } from '#app/catalogue/found-organisation.server.ts'
import { clientAddressContext, databaseContext, environmentContext } from '#app/context.ts'
import { addressProblem } from '#app/people/address-problem.ts'
import { signInWithPassword, viewerById } from '#app/people/auth.server.ts'
import { accountExists, createFirstAdmin } from '#app/people/first-admin.server.ts'
import { countAttempt } from '#app/people/limit-attempts.server.ts'
import { emailField, nameField, newPasswordField, shortestPassword, timeZoneField } from '#app/people/person-fields.ts'
import { forgetSetupCode, isSetupCode, printSetupCodeForProxy, setupNeedsCode } from '#app/people/setup-code.server.ts'
import { tryAgainWords } from '#app/people/try-again-words.ts'
import { loadSampleLibrary } from '#app/sample/load-sample-library.server.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, TextArea, TextField } from '#app/ui/field.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { answerTo, readForm } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/setup.ts'
import { EntryPage } from './entry-page.tsx'
import { OwnZoneInput } from './own-zone-input.tsx'

const SetupForm = z.object({
  setupCode: z.string().max(100).default(''),
  name: nameField,
  email: emailField,
  newPassword: newPasswordField,
  timeZone: timeZoneField.catch('UTC'),
  organisation: z
    .string({ error: 'Type the name of your organisation.' })
    .trim()
    .min(1, 'Type the name of your organisation.')
    .max(100, 'Use at most 100 characters.'),
  promise: z.string().trim().max(4000, 'Use at most 4,000 characters.').default(''),
  sample: z.enum(['yes', 'no'], { error: 'Choose one of the two.' }),
})

export const meta: Route.MetaFunction = () => [{ title: 'Set up · Candor' }]

export async function loader({ request, context }: Route.LoaderArgs) {
  const settings = context.get(environmentContext)
  if (await accountExists(context.get(databaseContext))) throw redirect('/')
  const needsCode = setupNeedsCode(settings, request)
  if (needsCode) printSetupCodeForProxy(settings)
  return { needsCode, addressProblem: addressProblem(settings, request) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const settings = context.get(environmentContext)
  if (await accountExists(db)) throw redirect('/sign-in')
  const form = await request.formData()
  const read = readForm(SetupForm, form)
  if (!read.ok) return data(read.answer, { status: 400 })
  const { setupCode, organisation, promise, sample, newPassword: password, ...person } = read.value

  if (setupNeedsCode(settings, request)) {
    const counted = await countAttempt(db, 'setup-code', { address: context.get(clientAddressContext) })
    if (!counted.ok) return data(answerTo(form, { message: tryAgainWords(counted.again) }), { status: 429 })
    if (!isSetupCode(settings, setupCode)) {
      const problem = 'This is not the code that the server printed when it started. Look for it in its output or log.'
      return data(answerTo(form, { problems: { setupCode: [problem] } }), { status: 400 })
    }
  }

  const made = await createFirstAdmin(db, { ...person, password }, (tx) =>
    foundOrganisation(tx, { name: organisation, promise }),
  )
  if (!made.ok && made.reason === 'already-set-up') throw redirect('/sign-in')
  if (!made.ok) {
    const problem = 'Someone has this address here already. Use another one.'
    return data(answerTo(form, { problems: { email: [problem] } }), { status: 400 })
  }
  forgetSetupCode(settings)
  if (sample === 'yes') {
    await loadSampleLibrary(db, (await viewerById(db, made.id))!)
  }
  const signedIn = await signInWithPassword(db, settings, request, { email: person.email, password })
  return redirect('/', { headers: signedIn.ok ? signedIn.headers : undefined })
}

export default function Setup({ loaderData, actionData: answer }: Route.ComponentProps) {
  const pending = useNavigation().state !== 'idle'
  useFocusOnProblem(answer)
  const problems = answer?.problems ?? {}
  const typed = answer?.typed ?? {}
  return (
    <EntryPage title="Set up Candor" width="normal">
      <p className="mb-6 text-ink-2">
        Three short parts, and everything in them can be changed later. The account you make here is the first admin.
      </p>
      <Problem messages={answer?.message ?? loaderData.addressProblem} />
      <Form method="post" noValidate>
        {loaderData.needsCode && (
          <TextField
            name="setupCode"
            label="Setup code"
            hint="The server printed it when it started, because it can be reached by others."
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            required
            problems={problems.setupCode}
            className="mb-6 max-w-60"
          />
        )}
        <SectionHeading>You</SectionHeading>
        <TextField
          name="name"
          label="Your name"
          autoComplete="name"
          required
          defaultValue={typed.name}
          problems={problems.name}
        />
        <TextField
          name="email"
          type="email"
          label="E-mail"
          hint="You sign in with it."
          autoComplete="username"
          required
          defaultValue={typed.email}
          problems={problems.email}
        />
        <TextField
          name="newPassword"
          type="password"
          label="Password"
          hint={`At least ${shortestPassword} characters. A few words in a row work well.`}
          autoComplete="new-password"
          required
          problems={problems.newPassword}
        />
        <OwnZoneInput />
        <SectionHeading>Your organisation</SectionHeading>
        <TextField
          name="organisation"
          label="Name"
          autoComplete="organization"
          required
          defaultValue={typed.organisation}
          problems={problems.organisation}
        />
        <TextArea
          name="promise"
          label="What you promise about post-mortems"
          optional
          hint="It stands on requests and published pages, unsigned until someone signs it in the settings. Change these words, or empty the field and let it wait."
          rows={6}
          defaultValue={answer ? (typed.promise ?? '') : suggestedPromise}
          problems={problems.promise}
        />
        <fieldset className="mt-8">
          <legend className="mb-1 text-xs leading-none font-semibold tracking-[0.06em] text-ink-3 uppercase">
            A library to look around in
          </legend>
          <p className="mb-2 text-ink-2">
            Twelve post-mortems of Skerry Line, a ferry company that does not exist, and a draft to try the notes on.
          </p>
          <CheckboxField
            type="radio"
            name="sample"
            value="yes"
            label="Load the sample library"
            defaultChecked={typed.sample !== 'no'}
            problems={problems.sample}
          />
          <CheckboxField
            type="radio"
            name="sample"
            value="no"
            label="Begin with an empty library"
            defaultChecked={typed.sample === 'no'}
          />
        </fieldset>
        <Button type="submit" variant="primary" pending={pending} className="mt-6">
          {pending ? 'Setting up …' : 'Set up Candor'}
        </Button>
      </Form>
    </EntryPage>
  )
}

const suggestedPromise = `We write post-mortems to learn how our systems allowed something, and what to change in them. They play no part in appraisals, pay, promotion or disciplinary matters, and nobody here searches them for a person.

Your part in one is shown by role, unless you choose to be named. You may see it differently, and what you say about it stays.

We cannot promise what a court or a copy outside of our organisation does with a text.`
