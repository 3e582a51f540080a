import { type ClockChange, clockChangeOf } from '#app/document/clock-change.ts'
import type { TimelineEntry } from '#app/document/items.ts'
import type { TimelineGap } from '#app/document/timeline-order.ts'
import { formatDuration } from '#app/ui/format-duration.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { element, redraw } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { addEntryBeside, setAttributes } from './item-acts.ts'
import type { OutlineEntry } from './read-outline.ts'
import { sortTimeline } from './sort-timeline.ts'

/** What is pointed out under an entry: its order, a change of clocks, a silence after it, where the older conditions end. */
export function drawAfter(
  after: HTMLElement,
  entry: TimelineEntry,
  placed: OutlineEntry | undefined,
  tools: FrameTools,
): void {
  const { zone } = tools.host.facts.get()
  const { gap = null, astray = null, manyAstray = false, closesBefore = false } = placed ?? {}
  const change = clockChangeOf(entry, zone)
  after.hidden = !gap && !astray && !closesBefore && !change
  redraw(after, JSON.stringify([gap, astray, manyAstray, closesBefore, change, zone]), () => [
    ...(change ? [clockLine(change, entry, zone, tools)] : []),
    ...(astray ? [orderLine(entry, astray, manyAstray, tools)] : []),
    ...(gap ? [gapLine(gap, zone, tools)] : []),
    ...(closesBefore ? [element('p', { class: 'ed-group' }, 'Then')] : []),
  ])
}

function act({ host }: FrameTools, name: string, word: string, run: () => void) {
  const button = element('button', { type: 'button', class: 'ed-link', 'data-act': name }, word)
  button.hidden = !host.editable
  button.addEventListener('click', run)
  return button
}

function clockLine(change: ClockChange, entry: TimelineEntry, zone: string, tools: FrameTools) {
  const clock = formatMoment({ at: entry.at, zone }, 'time')
  if (change.kind === 'skipped') {
    const says = `The clocks went forward that night, so there was no ${change.typed}: it is read as ${clock}.`
    return element('p', { class: 'ed-stray' }, says)
  }
  const offset = formatMoment({ at: entry.at, zone }).split(' ').at(-1)
  const other = change.which === 'first' ? 'second' : 'first'
  return element(
    'p',
    { class: 'ed-stray' },
    `The clocks went back that night, so ${clock} came twice: this is the ${change.which} one, ${offset}. `,
    act(tools, 'other-hour', `It was the ${other}`, () =>
      setAttributes(tools.view, entry.id, { at: change.other, zone }),
    ),
  )
}

function orderLine({ id, precision }: TimelineEntry, astray: 'up' | 'down', many: boolean, tools: FrameTools) {
  const { host, view } = tools
  const older = precision === 'month' || precision === 'season'
  const says = older
    ? 'From before the incident: it belongs at the top. '
    : astray === 'up'
      ? 'Earlier than what stands above: it belongs further up. '
      : 'Later than what stands below: it belongs further down. '
  return element(
    'p',
    { class: 'ed-stray' },
    says,
    act(tools, 'move', 'Move it there', () => sortTimeline(host, view, id, id)),
    ...(many ? [' ', act(tools, 'sort', 'Sort the timeline', () => sortTimeline(host, view, id))] : []),
  )
}

function gapLine({ afterId, from, to, seconds }: TimelineGap, zone: string, tools: FrameTools) {
  const clock = (at: string) => formatMoment({ at, zone }, 'time')
  return element(
    'p',
    { class: 'ed-gap' },
    element('span', { class: 'ed-gap-time' }, formatDuration(seconds)),
    element(
      'span',
      {},
      `no entry between ${clock(from)} and ${clock(to)}. Was there something to see? `,
      act(tools, 'fill-gap', 'Add an entry', () => addEntryBeside(tools.view, afterId)),
    ),
  )
}
