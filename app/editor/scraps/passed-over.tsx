import type { PassedOver, Reading } from '#app/scraps/reading.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'

/** More lines than this say no more. */
const SHOWN = 100

const whys: Record<PassedOver['why'], string> = {
  'not-understood': 'not understood',
  day: 'a day',
  head: 'a head',
  interface: 'of the program around it',
}

/** The lines that became no candidate: what nobody understood first, the rest after it. */
export function PassedOverLines({ reading }: { reading: Reading }) {
  const { passedOver } = reading
  if (passedOver.length === 0) return null
  const unclear = passedOver.filter(({ why }) => why === 'not-understood')
  const rest = passedOver.filter(({ why }) => why !== 'not-understood')
  const lines = [...unclear, ...rest]
  const says =
    unclear.length > 0
      ? `${unclear.length === 1 ? '1 line was' : `${unclear.length} lines were`} not understood${rest.length > 0 ? `, ${rest.length} passed over` : ''}`
      : `${rest.length === 1 ? '1 line' : `${rest.length} lines`} passed over: days, heads, buttons`
  return (
    <Disclosure label={says}>
      <ul className="max-h-40 overflow-y-auto text-sm">
        {lines.slice(0, SHOWN).map(({ place, text, why }) => (
          <li key={`${place.line} ${place.from}`} className="flex gap-3 py-0.5">
            <span className="w-24 shrink-0 text-ink-3">
              line {place.line}
              <span className="sr-only">, {whys[why]}: </span>
            </span>
            <span className="min-w-0 flex-1 font-mono text-xs break-words" title={whys[why]}>
              {text || '(blank)'}
            </span>
          </li>
        ))}
      </ul>
      {lines.length > SHOWN && <p className="meta">and {lines.length - SHOWN} more; the original keeps them.</p>}
    </Disclosure>
  )
}
