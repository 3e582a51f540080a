import { useContext } from 'react'
import { formatMoment, type MomentStyle, type ShownMoment } from './format-moment.ts'
import { ReaderZone } from './reader-zone.ts'

/**
 * A moment in the zone of its document, with how well it is known; the reader's own zone, where it is another, is in the title,
 * which the style sheet also shows while a link around it has the focus of the keyboard.
 * `show` chooses date and time, the date or the time alone. `here` is for deadlines and other moments outside of a document:
 * they are told in the reader's zone.
 */
export function DateTime({
  show = 'full',
  here = false,
  className,
  ...given
}: ShownMoment & { show?: MomentStyle; here?: boolean; className?: string }) {
  const readerZone = useContext(ReaderZone)
  const moment = here && readerZone ? { ...given, zone: readerZone } : given
  const text = formatMoment(moment, show)
  if (!moment.at) return <span className={className}>{text}</span>
  const says = title(moment, readerZone)
  return (
    <time dateTime={machineTime(moment)} title={says} data-says={says} className={className}>
      {text}
    </time>
  )
}

function title(moment: ShownMoment, readerZone: string | null) {
  const there = formatMoment(moment)
  const here = readerZone && formatMoment({ ...moment, zone: readerZone })
  return here && here !== there ? `${there} (${here} where you are)` : there
}

/** A month and a season name no day, so the machine's time names none either. */
function machineTime({ at, precision }: ShownMoment) {
  return precision === 'month' || precision === 'season' ? at!.slice(0, 7) : at!
}
