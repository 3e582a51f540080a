import type { Node as DocumentNode } from '@tiptap/pm/model'
import { TextSelection } from '@tiptap/pm/state'
import type { TimelineEntry } from '#app/document/items.ts'
import { parseMoment, typedMoment } from '#app/document/parse-moment.ts'
import { entryTypeWords, milestoneWords } from '#app/document/taxonomy.ts'
import { formatDuration } from '#app/ui/format-duration.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'
import { type FrameTools, frameView } from './frame-view.ts'
import { setAttributes } from './item-acts.ts'
import { momentContext } from './moment-context.ts'
import type { OutlineEntry } from './read-outline.ts'
import { sortTimeline } from './sort-timeline.ts'

/** A timeline entry: day, time, shape and word of its type, text, marks and evidence. */
export const entryView = (host: EditorHost) =>
  frameView(host, (frame) => {
    const day = element('div', { class: 'ed-day', contenteditable: 'false' })
    const mark = element('span', { class: 'ed-mark', contenteditable: 'false', 'aria-hidden': 'true' })
    const time = timeField(frame)
    const contentDOM = element('div', { class: 'ed-text' })
    const side = element('div', { class: 'ed-side', contenteditable: 'false' })
    const tools = element('div', { class: 'ed-tools', contenteditable: 'false' })
    const after = element('div', { class: 'ed-after', contenteditable: 'false' })
    const row = element('div', { class: 'ed-row' }, mark, time.dom, contentDOM, side, tools)
    const dom = element('div', { class: 'ed-entry', role: 'group' }, day, row, after)

    let drawn: { node: DocumentNode; placed?: OutlineEntry; zone: string } | null = null
    return {
      dom,
      contentDOM,
      draw(node) {
        const entry = node.attrs as TimelineEntry
        const placed = host.outline.get().entries.get(entry.id)
        const { zone } = host.facts.get()
        if (drawn?.node === node && drawn.placed === placed && drawn.zone === zone) return
        drawn = { node, placed, zone }
        put(dom, 'data-type', entry.type ?? '')
        put(dom, 'data-empty', String(node.textContent === ''))
        put(dom, 'aria-label', entryLabel(entry, zone))
        time.draw(node)
        drawDay(day, placed, frame)
        drawSide(side, entry, frame)
        drawTools(tools, entry, frame)
        drawAfter(after, placed, frame)
      },
    }
  })

function entryLabel(entry: TimelineEntry, zone: string) {
  const type = entry.type ? `, ${entryTypeWords[entry.type].word}` : ''
  return `Entry, ${formatMoment({ ...entry, zone }, 'time')}${type}`
}

function timeField({ host, view, getPos, current }: FrameTools) {
  const input = element('input', {
    class: 'ed-time',
    'aria-label': 'Time',
    placeholder: 'time',
    autocomplete: 'off',
    spellcheck: 'false',
    maxlength: '80',
  })
  input.readOnly = !host.editable
  const problem = element('span', { class: 'ed-problem', 'aria-live': 'polite' })
  const dom = element('div', { class: 'ed-when', contenteditable: 'false' }, input, problem)
  const shown = () => typedMoment(current().attrs as TimelineEntry, host.facts.get().zone)

  function commit() {
    const typed = input.value.trim()
    if (typed === shown()) return
    const { id } = current().attrs
    const parsed = parseMoment(typed, momentContext(view.state.doc, getPos() ?? 0, host.facts.get().zone))
    if (parsed.ok) setAttributes(view, id, { ...parsed.moment })
    else setAttributes(view, id, { at: null, until: null, zone: null, precision: 'unknown', typed })
  }
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
    draw(node: DocumentNode) {
      const { at, precision, typed } = node.attrs as TimelineEntry
      const value = shown()
      if (document.activeElement !== input && input.value !== value) input.value = value
      put(input, 'data-long', String(value.length > 8))
      const wrong = !at && precision === 'unknown' && typed !== '' && !parseMoment(typed, unplaced).ok
      put(input, 'aria-invalid', String(wrong))
      const says = wrong ? `“${typed}” is no time we can place. Try 14:03, ~14:05 or 14:05–14:12.` : ''
      if (problem.textContent !== says) problem.textContent = says
    },
  }
}

const unplaced = { zone: 'UTC', previous: null, today: '2026-01-01' }

function drawDay(day: HTMLElement, placed: OutlineEntry | undefined, { ask }: FrameTools) {
  const word = placed?.newDay ? formatMoment({ at: `${placed.newDay}T12:00:00.000Z`, zone: 'UTC' }, 'date') : ''
  const before = placed?.opensBefore ? 'Before' : ''
  day.hidden = !word && !before
  redraw(day, `${word}|${before}`, () => {
    if (before) return [element('span', { class: 'ed-group' }, 'Before')]
    return word ? [ask('day', word, 'ed-day-button')] : []
  })
}

function drawSide(side: HTMLElement, entry: TimelineEntry, { ask }: FrameTools) {
  const type = entry.type ? entryTypeWords[entry.type].word : null
  const marks = entry.milestones.map((mark) => milestoneWords[mark])
  const [first] = entry.evidence
  const more = entry.evidence.length > 1 ? ` +${entry.evidence.length - 1}` : ''
  const source = first ? `${first.source || (first.kind === 'link' ? 'link' : 'snippet')}${more}` : null
  redraw(side, JSON.stringify([type, marks, source]), () => [
    ...(type ? [ask('type', type, 'ed-chip ed-type')] : []),
    ...(marks.length > 0 ? [ask('marks', marks.join(' · '), 'ed-chip ed-info')] : []),
    source ? ask('evidence', source) : ask('evidence', 'no source', 'ed-chip ed-none'),
  ])
}

/** What is not set yet, offered near the item that is pointed at or written in. */
function drawTools(tools: HTMLElement, { type, milestones }: TimelineEntry, { ask, host }: FrameTools) {
  tools.hidden = !host.editable
  redraw(tools, JSON.stringify([type !== null, milestones.length > 0]), () => [
    ...(type ? [] : [named(ask('type', 'type', quiet), 'Set the type of this entry')]),
    ...(milestones.length > 0 ? [] : [named(ask('marks', 'mark', quiet), 'Set a mark on this entry')]),
    moreButton(ask),
  ])
}

const quiet = 'ed-chip ed-quiet'

function moreButton(ask: FrameTools['ask']) {
  return named(ask('more', '⋯', 'ed-chip ed-quiet ed-more'), 'More for this entry')
}

function named(button: HTMLButtonElement, name: string) {
  button.setAttribute('aria-label', name)
  return button
}

function drawAfter(after: HTMLElement, placed: OutlineEntry | undefined, { host, view }: FrameTools) {
  const { gap = null, outOfOrder = false, closesBefore = false } = placed ?? {}
  after.hidden = !gap && !outOfOrder && !closesBefore
  const zone = host.facts.get().zone
  redraw(after, JSON.stringify([gap, outOfOrder, closesBefore, zone]), () => {
    const lines: HTMLElement[] = []
    if (outOfOrder) {
      const sort = element('button', { type: 'button', class: 'ed-link', 'data-act': 'sort' }, 'Sort the timeline')
      sort.hidden = !host.editable
      sort.addEventListener('click', () => sortTimeline(host, view))
      lines.push(element('p', { class: 'ed-stray' }, 'Earlier than the entry above it. ', sort))
    }
    if (gap) {
      const clock = (at: string) => formatMoment({ at, zone }, 'time')
      lines.push(
        element(
          'p',
          { class: 'ed-gap' },
          element('span', { class: 'ed-gap-time' }, formatDuration(gap.seconds)),
          `no entry between ${clock(gap.from)} and ${clock(gap.to)}. Was there something to see?`,
        ),
      )
    }
    if (closesBefore) lines.push(element('p', { class: 'ed-group' }, 'Then'))
    return lines
  })
}
