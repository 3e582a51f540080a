import { oftenNotUseful } from '#app/postmortems/often-not-useful.ts'
import type { SettingsRule } from './language-rules.server.ts'

/** What is counted and what is not, and from when on a rule is said to be called not useful often. */
export function AboutCounts({ rules, withNumbers }: { rules: SettingsRule[]; withNumbers: boolean }) {
  const isAnswered = rules.some(({ counts }) => counts && counts.kept + counts.notUseful > 0)
  return (
    <>
      {withNumbers && (
        <p>
          Beside a rule stands what became of its notes in all post-mortems together: how many stand now, how many
          sentences were kept with a reason, how many notes were called “Not useful here”. It is counted by rule, never
          by person or by text. A note that led to other words leaves nothing to count.
        </p>
      )}
      <p>
        A rule is “often called not useful” from {oftenNotUseful.times} times on, in at least{' '}
        {oftenNotUseful.postmortems} post-mortems, and no less often than its notes stand or were kept. Then another
        level may serve you better.{' '}
        {withNumbers && !isAnswered && 'So far no sentence was kept, and no note was called not useful.'}
      </p>
    </>
  )
}
