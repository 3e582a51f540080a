import { Form } from 'react-router'
import { Button } from '#app/ui/button.tsx'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import { AboutCounts } from './about-counts.tsx'
import type { LanguageAnswer } from './language-form.server.ts'
import type { SettingsRule } from './language-rules.server.ts'
import { RuleLine } from './rule-line.tsx'
import { useOpenedWith } from './use-opened-with.ts'

/** Every rule with its level: to choose for admins, to read for members; and what became of its notes. */
export function RuleLevels({
  themes,
  revision,
  canEdit,
  answered,
  pending,
}: {
  themes: { title: string; rules: SettingsRule[] }[]
  revision: number
  canEdit: boolean
  answered: LanguageAnswer | null
  pending: string | null
}) {
  const { answer, isChangedMeanwhile = false } = answered ?? {}
  const openedWith = useOpenedWith(revision, isChangedMeanwhile)
  const rules = themes.flatMap((theme) => theme.rules)
  const list = themes.map(({ title, rules: ofTheme }) => (
    <section key={title} aria-label={title} className="mb-8">
      <h3 className="mb-1 font-serif text-xl font-medium">{title}</h3>
      <ul className="divide-y divide-line border-y border-line">
        {ofTheme.map((rule) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            canEdit={canEdit}
            typed={answer ? (answer.typed[rule.id] ?? '') : null}
            isChangedMeanwhile={isChangedMeanwhile}
            problems={answer?.problems[rule.id]}
          />
        ))}
      </ul>
    </section>
  ))
  return (
    <section aria-labelledby="rules-heading" className="mt-12">
      <SectionHeading id="rules-heading">Rules</SectionHeading>
      <div className="mb-6 max-w-prose space-y-2 text-ink-2">
        <p>
          A rule has a level in each section: <b className="font-[550] text-ink">warn</b> is a solid line under the
          phrase, <b className="font-[550] text-ink">hint</b> a dotted one, <b className="font-[550] text-ink">info</b>{' '}
          stands in the side panel alone. A level that is chosen here counts in every section where the rule looks.
        </p>
        <AboutCounts rules={rules} withNumbers={canEdit} />
      </div>
      {canEdit ? (
        <Form method="post" noValidate preventScrollReset>
          <input type="hidden" name="revision" value={openedWith} />
          {list}
          <LevelButtons
            pending={pending}
            areUsual={rules.every(({ level }) => level === '')}
            isSaved={!isChangedMeanwhile}
          />
        </Form>
      ) : (
        list
      )}
    </section>
  )
}

/** Stays in view, since the rule that was changed may be far up. */
function LevelButtons({ pending, areUsual, isSaved }: { pending: string | null; areUsual: boolean; isSaved: boolean }) {
  return (
    <div className="sticky bottom-0 -mx-4 flex flex-wrap items-center gap-2 border-t border-line bg-paper px-4 py-3 sm:mx-0 sm:px-0">
      <Button type="submit" name="act" value="levels" variant="primary" pending={pending === 'levels'}>
        Save the levels
      </Button>
      {!areUsual && (
        <Button type="submit" name="act" value="usual-levels" variant="quiet" pending={pending === 'usual-levels'}>
          Back to the usual levels
        </Button>
      )}
      {!isSaved && <p className="text-sm text-ink-2">Not saved: someone else was first. See “Level by now”.</p>}
    </div>
  )
}
