import type { ReactNode } from 'react'
import { Form } from 'react-router'
import { oftenNotUseful } from '#app/postmortems/often-not-useful.ts'
import { Button } from '#app/ui/button.tsx'
import type { FormAnswer } from '#app/ui/read-form.ts'
import { SectionHeading } from '#app/ui/section-heading.tsx'
import type { SettingsRule } from './language-rules.server.ts'
import { RuleLine } from './rule-line.tsx'

/** Every rule with its level: to choose for admins, to read for members; and what became of its notes. */
export function RuleLevels({
  themes,
  revision,
  canEdit,
  answer,
  isChangedMeanwhile = false,
  pending,
}: {
  themes: { title: string; rules: SettingsRule[] }[]
  revision: number
  canEdit: boolean
  answer?: FormAnswer | null
  isChangedMeanwhile?: boolean
  pending: string | null
}) {
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
        {canEdit && <AboutCounts rules={rules} />}
      </div>
      {canEdit ? (
        <Form method="post" noValidate preventScrollReset>
          <input type="hidden" name="revision" value={revision} />
          {list}
          <LevelButtons pending={pending} areUsual={rules.every(({ level }) => level === '')} />
        </Form>
      ) : (
        list
      )}
    </section>
  )
}

/** What is counted and what is not, and from when on a rule is said to be called not useful often. */
function AboutCounts({ rules }: { rules: SettingsRule[] }): ReactNode {
  const isAnswered = rules.some(({ counts }) => counts && counts.kept + counts.notUseful > 0)
  return (
    <>
      <p>
        Beside a rule stands what became of its notes in all post-mortems together: how many stand now, how many
        sentences were kept with a reason, how many notes were called “Not useful here”. Nobody can see whose they are.
        A note that led to other words leaves nothing to count.
      </p>
      <p>
        {isAnswered
          ? `A rule is “often called not useful” from ${oftenNotUseful.times} times on, in at least ${oftenNotUseful.postmortems} post-mortems, and no less often than its notes stand or were kept. Then another level may serve you better.`
          : 'So far no sentence was kept and no note was called not useful.'}
      </p>
    </>
  )
}

/** Stays in view, since the rule that was changed may be far up. */
function LevelButtons({ pending, areUsual }: { pending: string | null; areUsual: boolean }) {
  return (
    <div className="sticky bottom-0 -mx-4 flex flex-wrap gap-2 border-t border-line bg-paper px-4 py-3 sm:mx-0 sm:px-0">
      <Button type="submit" name="act" value="levels" variant="primary" pending={pending === 'levels'}>
        Save the levels
      </Button>
      {!areUsual && (
        <Button type="submit" name="act" value="usual-levels" variant="quiet" pending={pending === 'usual-levels'}>
          Back to the usual levels
        </Button>
      )}
    </div>
  )
}
