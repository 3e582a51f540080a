import { data, useNavigation } from 'react-router'
import { z } from 'zod'
import {
  keepLocalCopies,
  readOrganisation,
  renameOrganisation,
  signPromise,
  writePromise,
} from '#app/catalogue/organisation.server.ts'
import { databaseContext, liveEditingContext, viewerContext } from '#app/context.ts'
import { loadSampleLibrary } from '#app/sample/load-sample-library.server.ts'
import { removeSampleLibrary } from '#app/sample/remove-sample-library.server.ts'
import { answerTo, type FormAnswer, readForm } from '#app/ui/read-form.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/organisation.ts'
import { AnswerLine } from './answer-line.tsx'
import { CopiesForm } from './copies-form.tsx'
import { NameForm } from './name-form.tsx'
import { PromiseForms } from './promise-forms.tsx'
import { PromiseText } from './promise-text.tsx'
import { SampleLibrary } from './sample-library.tsx'
import { SettingsHeading } from './settings-heading.tsx'

const Name = z.object({
  name: z
    .string({ error: 'Type the name of your organisation.' })
    .trim()
    .min(1, 'Type the name of your organisation.')
    .max(100, 'Use at most 100 characters.'),
})
const Words = z.object({
  promise: z
    .string()
    .transform((typed) => typed.replaceAll('\r\n', '\n').trim())
    .pipe(z.string().max(4000, 'Use at most 4,000 characters.'))
    .default(''),
})
const Signature = z.object({
  role: z
    .string({ error: 'Say in which role.' })
    .trim()
    .min(1, 'Say in which role.')
    .max(100, 'Use at most 100 characters.'),
  read: z
    .string()
    .max(4000)
    .transform((posted) => posted.replaceAll('\r\n', '\n')),
})

export const meta: Route.MetaFunction = () => [{ title: 'Organisation and promise · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const viewer = context.get(viewerContext)!
  const found = await readOrganisation(context.get(databaseContext))
  return {
    name: found?.name ?? '',
    promise: found?.promise ?? '',
    signedBy: found?.promiseSignedBy ?? '',
    signedAt: found?.promiseSignedAt?.toISOString() ?? null,
    sampleLoadedAt: found?.sampleLoadedAt?.toISOString() ?? null,
    keepsLocalCopies: found?.keepsLocalCopies ?? true,
    canEdit: viewer.role === 'admin',
    zone: viewer.timeZone,
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  if (viewer.role !== 'admin') throw data(null, { status: 404 })
  const form = await request.formData()
  const act = String(form.get('act') ?? '')
  const done = (words: string) => ({ act, words, answer: null })
  const again = (answer: FormAnswer) => data({ act, words: null, answer }, { status: 400 })
  switch (act) {
    case 'name': {
      const read = readForm(Name, form)
      if (!read.ok) return again(read.answer)
      await renameOrganisation(db, viewer, read.value.name)
      return done('The name is saved.')
    }
    case 'promise': {
      const read = readForm(Words, form)
      if (!read.ok) return again(read.answer)
      await writePromise(db, viewer, read.value.promise)
      return done('The promise is saved.')
    }
    case 'sign': {
      const read = readForm(Signature, form)
      if (!read.ok) return again(read.answer)
      const outcome = await signPromise(db, viewer, read.value)
      if (outcome.ok) return done('The promise is signed.')
      const message =
        outcome.reason === 'changed-meanwhile'
          ? 'Someone has changed the promise meanwhile. Read it again before you sign.'
          : 'There is nothing to sign yet. Write the promise first.'
      return again(answerTo(form, { message }))
    }
    case 'copies': {
      const keeps = form.has('keeps')
      await keepLocalCopies(db, viewer, keeps)
      return done(keeps ? 'Drafts may be kept on devices.' : 'Nothing is kept on devices any more.')
    }
    case 'load-sample': {
      const loaded = await loadSampleLibrary(db, viewer)
      return done(loaded.ok ? 'The sample library is there.' : 'The sample library is there already.')
    }
    case 'remove-sample': {
      const removed = await removeSampleLibrary(db, context.get(liveEditingContext), viewer)
      if (!removed.ok || removed.kept.length === 0) return done('The sample library is gone.')
      const kept = new Intl.ListFormat('en').format(removed.kept)
      return done(`The sample library is gone. ${kept} stayed, because someone has written there since.`)
    }
  }
  throw data(null, { status: 400 })
}

export default function Organisation({ loaderData, actionData }: Route.ComponentProps) {
  const { canEdit, name, promise, signedBy, signedAt, sampleLoadedAt, keepsLocalCopies, zone } = loaderData
  const pending = useNavigation().formData?.get('act')?.toString() ?? null
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const answerOf = (act: string) => (actionData?.act === act ? answer : null)
  return (
    <>
      <SettingsHeading title={canEdit ? 'Organisation and promise' : name} />
      <AnswerLine words={actionData?.words} problem={answer?.message} />
      {canEdit && <NameForm name={name} answer={answerOf('name')} pending={pending === 'name'} />}
      <PromiseText promise={promise} signedBy={signedBy} signedAt={signedAt} zone={zone} />
      {canEdit && (
        <>
          <PromiseForms
            promise={promise}
            isSigned={signedBy !== ''}
            answerOf={answerOf}
            pending={pending}
            // What was saved starts the forms anew; a refused form keeps what was typed.
            key={answer ? 'refused' : `${signedAt} ${promise}`}
          />
          <CopiesForm keeps={keepsLocalCopies} pending={pending === 'copies'} />
          <SampleLibrary loadedAt={sampleLoadedAt} pending={pending} zone={zone} />
        </>
      )}
    </>
  )
}
