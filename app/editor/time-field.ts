import type { Node as DocumentNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { TimelineEntry } from '#app/document/items.ts'
import { parseMoment, typedMoment } from '#app/document/parse-moment.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { setAttributes } from './item-acts.ts'
import { momentContext } from './moment-context.ts'

/**
 * The time of an entry, in the document's zone, to be typed over in any of the ways `parseMoment` reads. Pointed at or focused
 * it says the day, the zone, and the reader's own time. What cannot be placed stays as typed; `problem`, which has a line of its
 * own in the entry, says what would do.
 */
export function timeField({ host, view, getPos, current }: FrameTools) {
  const input = element('input', {
    class: 'ed-time',
    'aria-label': 'Time',
    placeholder: 'time',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '80',
  })
  input.readOnly = !host.editable
  const tip = element('span', { class: 'ed-time-tip' })
  const problem = element('p', { class: 'ed-problem', contenteditable: 'false', 'aria-live': 'polite' })
  const dom = element('div', { class: 'ed-when', contenteditable: 'false' }, input, tip)
  const shown = () => typedMoment(current().attrs as TimelineEntry, host.facts.get().zone)

  function commit() {
    const typed = input.value.trim()
    if (typed === shown()) return
    const { id } = current().attrs
    const parsed = parseMoment(typed, momentContext(view.state.doc, getPos() ?? 0, host.facts.get().zone))
    if (parsed.ok) setAttributes(view, id, { ...parsed.moment })
    else setAttributes(view, id, { at: null, until: null, zone: null, precision: 'unknown', typed })
    // The browser tells of the same change again when the field is left: “yesterday” would be read twice.
    input.value = shown()
  }
  // Said when it is asked for: a thousand entries would each be written out in two zones for nobody.
  function explain() {
    const says = whenInWords(current().attrs as TimelineEntry, host)
    tip.textContent = says
    input.setAttribute('aria-description', says)
  }
  input.addEventListener('focus', explain)
  dom.addEventListener('pointerenter', explain)
  input.addEventListener('change', commit)
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') input.value = shown()
    if (event.key !== 'Enter' && event.key !== 'Escape' && event.key !== 'ArrowDown') return
    event.preventDefault()
    commit()
    const pos = getPos()
    if (pos === undefined) return
    view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(pos + 2))))
    view.focus()
  })
  return {
    dom,
    problem,
    draw(node: DocumentNode) {
      const value = shown()
      if (document.activeElement !== input && input.value !== value) input.value = value
      put(input, 'data-long', String(value.length > 8))
      const says = timeProblem(node.attrs as TimelineEntry)
      put(input, 'aria-invalid', String(says !== ''))
      problem.id = `time-problem-${node.attrs.id}`
      if (says) put(input, 'aria-describedby', problem.id)
      else input.removeAttribute('aria-describedby')
      if (problem.textContent !== says) problem.textContent = says
    },
  }
}

/** `12 Nov 2026, 14:03 UTC. 15:03 where you are. Typed as “14:03 UTC”.` */
function whenInWords(entry: TimelineEntry, { facts, readerZone }: EditorHost): string {
  const { zone } = facts.get()
  if (!entry.at) return ''
  const there = formatMoment({ ...entry, zone })
  const here = formatMoment({ ...entry, zone: readerZone })
  const isElsewhere = entry.zone !== null && entry.zone !== zone && entry.typed !== ''
  return [
    there,
    ...(here === there ? [] : [`${here} where you are`]),
    ...(isElsewhere ? [`Typed as “${entry.typed}”`] : []),
  ]
    .map((line) => `${line}.`)
    .join(' ')
}

const unplaced = { zone: 'UTC', previous: '2026-01-01T12:00:00.000Z', today: '2026-01-01' }

/** What is said of a time that could not be placed; empty where there is none or it could. */
function timeProblem({ at, precision, typed }: TimelineEntry): string {
  if (at || precision !== 'unknown' || typed === '') return ''
  const parsed = parseMoment(typed, unplaced)
  if (parsed.ok) return typed.startsWith('+') ? `“${typed}” counts from the time above, and there is none yet.` : ''
  const why = parsed.reason === 'no-such-time' ? 'is a time no clock shows' : 'is no time we can place'
  return `“${typed}” ${why}. It is kept as typed; 14:03, ~14:05 or 14:05–14:12 would do.`
}
