import { data, Form, useNavigation, useSearchParams } from 'react-router'
import { listWords, type TermList, termListIn } from '#app/catalogue/catalogue-list.ts'
import { type ListedTerm, listTerms } from '#app/catalogue/list-entries.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/terms.ts'
import { AnswerLine } from './answer-line.tsx'
import { answerCatalogueForm } from './catalogue-form.server.ts'
import { EditLink } from './edit-link.tsx'
import { EntryPanel, usedWords } from './entry-panel.tsx'
import { MoveButtons } from './move-buttons.tsx'
import { RetiredEntries } from './retired-entries.tsx'
import { SettingsHeading } from './settings-heading.tsx'

const about: Record<TermList, { title: string; words: string }> = {
  severity: {
    title: 'Severities',
    words:
      'How much people were held up, never by cost or length alone. “Not set yet” is always possible and stands in no list.',
  },
  kind: {
    title: 'Kinds',
    words: 'What sort of event it was. Near misses and successes belong here as much as outages.',
  },
  factor: {
    title: 'Factors',
    words:
      'Words that causes share, so that the library finds what keeps coming back. A cause can have several, or none.',
  },
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData ? `${about[loaderData.list].title} · Candor` : 'Candor' },
]

export async function loader({ params, context }: Route.LoaderArgs) {
  const list = listIn(params.list)
  const viewer = context.get(viewerContext)!
  return {
    list,
    terms: await listTerms(context.get(databaseContext), viewer, list),
    canEdit: viewer.role === 'admin',
  }
}

export async function action({ request, params, context }: Route.ActionArgs) {
  return answerCatalogueForm(await request.formData(), context, listIn(params.list))
}

function listIn(address: string): TermList {
  const list = termListIn(address)
  if (!list) throw data(null, { status: 404 })
  return list
}

export default function Terms({ loaderData, actionData: answered }: Route.ComponentProps) {
  const actionData = answered ?? null
  const { list, terms, canEdit } = loaderData
  const { one, many } = listWords[list]
  const here = `/settings/terms/${many}`
  const [search] = useSearchParams()
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const inUse = terms.filter((term) => !term.retired)
  const editing = canEdit ? (answer ? actionData.id : search.get('edit')) : null
  return (
    <>
      <SettingsHeading title={about[list].title}>{about[list].words}</SettingsHeading>
      <AnswerLine words={actionData?.words} undo={actionData?.undo} problem={answer?.message} action={here} />
      {inUse.length === 0 ? (
        <EmptyState title={`No ${many} to choose from`}>
          {canEdit ? `Add one below, or bring a retired ${one} back.` : 'An admin adds them here.'}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {inUse.map((term, place) => (
            <li key={term.id} className="py-2.5">
              {editing === term.id ? (
                <EntryPanel
                  entry={term}
                  others={inUse.filter((other) => other.id !== term.id)}
                  answer={actionData}
                  action={here}
                  one={one}
                >
                  <Fields term={term} answer={actionData?.act === 'change' ? answer : null} />
                </EntryPanel>
              ) : (
                <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 sm:flex-nowrap">
                  <span className="min-w-0">
                    <span className="font-[550]">{term.name}</span>
                    {term.help && <span className="block text-ink-2">{term.help}</span>}
                    {term.used !== null && <span className="block text-sm text-ink-3">{usedWords(term.used)}</span>}
                  </span>
                  {canEdit && (
                    <span className="flex shrink-0 items-center gap-1">
                      <MoveButtons {...term} action={here} isFirst={place === 0} isLast={place === inUse.length - 1} />
                      <EditLink id={term.id} name={term.name} />
                    </span>
                  )}
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
      <RetiredEntries entries={terms.filter((term) => term.retired)} action={here} canEdit={canEdit} />
      {canEdit && <Add key={list} one={one} here={here} actionData={actionData} />}
    </>
  )
}

function Add({
  one,
  here,
  actionData,
}: {
  one: string
  here: string
  actionData: Route.ComponentProps['actionData'] | null
}) {
  const pending = useNavigation().formData?.get('act') === 'add'
  const added = actionData?.act === 'add' ? actionData : null
  return (
    <section aria-labelledby="add-heading" className="mt-8 max-w-lg">
      <SectionHeading id="add-heading">Add a {one}</SectionHeading>
      <Form method="post" action={here} noValidate preventScrollReset key={added?.words}>
        <input type="hidden" name="act" value="add" />
        <Fields answer={added?.answer} />
        <Button type="submit" variant="primary" pending={pending}>
          Add the {one}
        </Button>
      </Form>
    </section>
  )
}

function Fields({ term, answer }: { term?: ListedTerm; answer?: FormAnswer | null }) {
  const typed = answer?.typed ?? { name: term?.name, help: term?.help }
  return (
    <>
      <TextField
        name="name"
        label="Name"
        required
        autoComplete="off"
        defaultValue={typed.name}
        problems={answer?.problems.name}
      />
      <TextArea
        name="help"
        label="Help"
        optional
        hint="One sentence that tells it from the others, shown where it is chosen."
        rows={2}
        defaultValue={typed.help}
        problems={answer?.problems.help}
      />
    </>
  )
}
