import { Link, useNavigation } from 'react-router'
import { readHouseLanguage } from '#app/catalogue/house-language.server.ts'
import { databaseContext, viewerContext } from '#app/context.ts'
import { answersByRule } from '#app/postmortems/answers-by-rule.server.ts'
import { useFocusOnProblem } from '#app/ui/use-focus-on-problem.ts'
import type { Route } from './+types/language.ts'
import { AnswerLine } from './answer-line.tsx'
import { HouseWordsForm } from './house-words-form.tsx'
import { HouseWordsText } from './house-words-text.tsx'
import { answerLanguageForm, type LanguageAnswer } from './language-form.server.ts'
import { languageRules } from './language-rules.server.ts'
import { RuleLevels } from './rule-levels.tsx'
import { SettingsHeading } from './settings-heading.tsx'
import { useSaves } from './use-saves.ts'

export const meta: Route.MetaFunction = () => [{ title: 'House words and rules · Candor' }]

export async function loader({ context }: Route.LoaderArgs) {
  const db = context.get(databaseContext)
  const viewer = context.get(viewerContext)!
  const { words, levels, revisions } = await readHouseLanguage(db)
  return {
    words,
    revisions,
    themes: languageRules(levels, await answersByRule(db, viewer)),
    canEdit: viewer.role === 'admin',
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  return answerLanguageForm(await request.formData(), context)
}

/** A form that came too late is shown beside what stands by now, so also a refusal asks for it. */
export const shouldRevalidate = () => true

export default function Language({ loaderData, actionData: answered }: Route.ComponentProps) {
  const actionData: LanguageAnswer | null = answered ?? null
  const { words, revisions, themes, canEdit } = loaderData
  const pending = useNavigation().formData?.get('act')?.toString() ?? null
  const answer = actionData?.answer
  useFocusOnProblem(answer)
  const levelActs = ['levels', 'usual-levels']
  const wordSaves = useSaves(actionData, ['words'])
  const levelSaves = useSaves(actionData, levelActs)
  const answerOf = (acts: string[]) => (actionData && acts.includes(actionData.act) ? actionData : null)
  return (
    <>
      <SettingsHeading title="House words and rules">
        The notes on language read a text as a stranger would. Here they learn what your words mean, and which rules you
        want to hear from. <GuideLink />
      </SettingsHeading>
      <AnswerLine words={actionData?.words} undo={actionData?.undo} problem={answer?.message} />
      {canEdit ? (
        <HouseWordsForm
          words={words}
          revision={revisions.words}
          answered={answerOf(['words'])}
          pending={pending === 'words'}
          key={`words ${wordSaves}`}
        />
      ) : (
        <HouseWordsText words={words} />
      )}
      <RuleLevels
        themes={themes}
        revision={revisions.levels}
        canEdit={canEdit}
        answered={answerOf(levelActs)}
        pending={pending}
        key={`levels ${levelSaves}`}
      />
    </>
  )
}

function GuideLink() {
  return (
    <Link to="/language" className="text-accent-ink underline decoration-accent underline-offset-4">
      Every rule with examples
    </Link>
  )
}
