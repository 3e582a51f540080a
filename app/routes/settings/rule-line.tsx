import { Link } from 'react-router'
import { type ChosenLevel, chosenLevels } from '#app/catalogue/house-words.ts'
import type { NoteCounts } from '#app/postmortems/often-not-useful.ts'
import { Chip } from '#app/ui/chip.tsx'
import { SelectField } from '#app/ui/field.tsx'
import type { SettingsRule } from './language-rules.server.ts'

const levelWords: Record<ChosenLevel | '', string> = {
  '': 'As usual',
  off: 'Off',
  info: 'Info',
  hint: 'Hint',
  warn: 'Warn',
}

/** One rule: what it looks for, its usual levels, what became of its notes, and the level it was given. */
export function RuleLine({
  rule,
  canEdit,
  typed,
  isChangedMeanwhile,
  problems,
}: {
  rule: SettingsRule
  canEdit: boolean
  /** The level in a form that was refused. */
  typed: string | null
  isChangedMeanwhile: boolean
  problems?: string[]
}) {
  const { id, title, message, usually, level, counts, isOftenNotUseful } = rule
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 sm:grid-cols-[minmax(0,1fr)_10rem]">
      <div className="min-w-0">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Link
            to={`/language#${id}`}
            className="inline-flex min-h-6 items-center font-[550] underline decoration-line-strong underline-offset-4 hover:decoration-accent pointer-coarse:min-h-11"
          >
            {title}
          </Link>
          {isOftenNotUseful && level !== 'off' && <Chip tone="note">Often called not useful</Chip>}
        </div>
        <p className="text-ink-2">{message}</p>
        <p className="mt-1 font-mono text-xs text-ink-3">
          {id} · {usually}
        </p>
      </div>
      <div className="flex min-w-0 flex-col gap-1.5">
        {canEdit ? (
          <SelectField
            name={id}
            label={`Level of “${title}”`}
            labelHidden
            defaultValue={typed ?? level}
            problems={problems}
            // Below it, the bar with the buttons stays in view.
            className="scroll-mb-20 [&_select]:scroll-mb-20"
          >
            {(['', ...chosenLevels] as const).map((choice) => (
              <option key={choice} value={choice}>
                {levelWords[choice]}
              </option>
            ))}
          </SelectField>
        ) : (
          <Chip tone={level === '' ? 'neutral' : 'accent'} className="self-start">
            {levelWords[level]}
          </Chip>
        )}
        {isChangedMeanwhile && typed !== null && typed !== level && (
          <p className="text-sm text-ink-3">Level by now: {levelWords[level]}</p>
        )}
        {counts && <Counts counts={counts} />}
      </div>
    </li>
  )
}

/** What became of its notes; what did not happen is left out. */
function Counts({ counts: { standing, kept, notUseful } }: { counts: NoteCounts }) {
  const said = [
    { count: standing, words: standing === 1 ? 'stands now' : 'stand now' },
    { count: kept, words: 'kept with a reason' },
    { count: notUseful, words: 'called not useful' },
  ]
  return (
    <ul className="flex flex-wrap gap-x-3 text-sm text-ink-2 sm:block">
      {said
        .filter(({ count }) => count > 0)
        .map(({ count, words }) => (
          <li key={words}>
            <span className="num text-ink">{count}</span> {words}
          </li>
        ))}
    </ul>
  )
}
