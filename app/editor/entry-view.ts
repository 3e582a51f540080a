import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { OutsideIncident } from '#app/document/incident-times.ts'
import type { TimelineEntry } from '#app/document/items.ts'
import { milestoneWords } from '#app/document/taxonomy.ts'
import { formatDuration } from '#app/ui/format-duration.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { dragHandle } from './drag-handle.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'
import { drawAfter } from './entry-after.ts'
import { evidenceStrip, evidenceWord } from './files/evidence-strip.ts'
import { type FrameTools, frameView } from './frame-view.ts'
import { isBlank } from './item-acts.ts'
import type { OutlineEntry } from './read-outline.ts'
import { timeField } from './time-field.ts'

/** A timeline entry: day, time, shape and word of its type, text, marks and evidence. Its shape is the handle to drag it by. */
export const entryView = (host: EditorHost) =>
  frameView(host, (frame) => {
    const day = element('div', { class: 'ed-day', contenteditable: 'false' })
    const mark = element('span', { class: 'ed-mark' })
    const time = timeField(frame)
    const contentDOM = element('div', { class: 'ed-text' })
    const side = element('div', { class: 'ed-side', contenteditable: 'false' })
    const strip = evidenceStrip(frame)
    const tools = element('div', { class: 'ed-tools', contenteditable: 'false' })
    const after = element('div', { class: 'ed-after', contenteditable: 'false' })
    const row = element(
      'div',
      { class: 'ed-row' },
      dragHandle(frame, mark),
      time.dom,
      contentDOM,
      side,
      time.problem,
      strip.dom,
      tools,
    )
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
        // Most of the time it is a letter in the text: nothing around it depends on that.
        const isLetter = drawn?.node.attrs === node.attrs && drawn.placed === placed && drawn.zone === zone
        drawn = { node, placed, zone }
        put(dom, 'data-empty', String(isBlank(node)))
        if (isLetter) return
        put(dom, 'data-id', entry.id)
        put(dom, 'data-type', entry.type ?? '')
        put(dom, 'aria-label', entryLabel(entry, zone))
        time.draw(node)
        drawDay(day, placed, frame)
        drawSide(side, entry, placed?.outside ?? null, frame)
        strip.draw(entry.evidence)
        drawTools(tools, entry, frame)
        drawAfter(after, entry, placed, frame)
        put(dom, 'data-noted', String(!after.hidden))
      },
    }
  })

function entryLabel(entry: TimelineEntry, zone: string) {
  const type = entry.type ? `, ${entry.type}` : ''
  return `Entry, ${formatMoment({ ...entry, zone }, 'time')}${type}`
}

function drawDay(day: HTMLElement, placed: OutlineEntry | undefined, { ask }: FrameTools) {
  const word = placed?.newDay ? formatMoment({ at: `${placed.newDay}T12:00:00.000Z`, zone: 'UTC' }, 'date') : ''
  const before = placed?.opensBefore ? 'Before' : ''
  day.hidden = !word && !before
  redraw(day, `${word}|${before}`, () => {
    if (before) return [element('span', { class: 'ed-group' }, 'Before')]
    return word ? [ask('day', word, 'ed-day-button')] : []
  })
}

function drawSide(side: HTMLElement, entry: TimelineEntry, outside: OutsideIncident | null, { ask }: FrameTools) {
  const { type } = entry
  const marks = entry.milestones.map((mark) => milestoneWords[mark])
  const [first] = entry.evidence
  const more = entry.evidence.length > 1 ? ` +${entry.evidence.length - 1}` : ''
  const source = first ? `${evidenceWord(first)}${more}` : null
  const where = outside ? outsideWords(outside) : null
  redraw(side, JSON.stringify([type, marks, source, where]), () => [
    ...(type ? [ask('type', type, 'ed-chip ed-type')] : []),
    ...(marks.length > 0 ? [ask('marks', marks.join(' · '), 'ed-chip ed-info')] : []),
    source ? ask('evidence', source) : ask('evidence', 'no evidence', 'ed-chip ed-amber'),
    ...(where ? [outsideButton(ask, where)] : []),
  ])
}

/** `2 h 5 min before the first effect`. */
function outsideWords({ side, seconds }: OutsideIncident) {
  return `${formatDuration(seconds)} ${side === 'before' ? 'before the first effect' : 'after normal again'}`
}

/** Quiet, and a way to mend what is usually behind it: the day. */
function outsideButton(ask: FrameTools['ask'], words: string) {
  const button = ask('day', words, 'ed-outside')
  button.setAttribute('aria-label', `${words}. Change the day`)
  return button
}

/** What is not set yet, offered near the item that is pointed at or written in. */
function drawTools(tools: HTMLElement, { type, milestones }: TimelineEntry, { ask, host }: FrameTools) {
  tools.hidden = !host.editable
  redraw(tools, JSON.stringify([type !== null, milestones.length > 0]), () => [
    ...(type ? [] : [named(ask('type', 'type', quiet), 'Set the type of this entry')]),
    ...(milestones.length > 0 ? [] : [named(ask('marks', 'mark', quiet), 'Set a mark on this entry')]),
    named(ask('more', '⋯', `${quiet} ed-more`), 'More for this entry'),
  ])
}

const quiet = 'ed-chip ed-quiet'

function named(button: HTMLButtonElement, name: string) {
  button.setAttribute('aria-label', name)
  return button
}
