import type { SectionAttributes } from '#app/document/document-json.ts'
import { addChangeFor } from './add-change-for.ts'
import { element, redraw } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { findById } from './item-acts.ts'
import { openEnds } from './open-ends.ts'
import { unmarkedTime } from './unmarked-time.ts'

/** So many are named one by one. */
const NAMED = 3

const timeWords = {
  'first-effect': 'Which entry was the first effect? Times are counted from it.',
  'normal-again': 'In which entry was it normal again? Times are counted to it.',
}

/**
 * The quiet lines at the end of a section, each with one act. Of a timeline: which time of the incident has no mark yet. Of the
 * changes: causes that have none, and changes that rest on no cause.
 */
export function drawClosing(place: HTMLElement, attributes: SectionAttributes, tools: FrameTools): void {
  const asks = tools.host.editable && attributes.hiddenBecause === null
  if (asks && attributes.kind === 'timeline') drawUnmarked(place, attributes, tools)
  else if (asks && attributes.kind === 'changes') drawOpenEnds(place, tools)
  else place.hidden = true
}

function drawUnmarked(place: HTMLElement, { id }: SectionAttributes, { host }: FrameTools): void {
  const time = unmarkedTime(host.outline.get(), { id })
  place.hidden = time === null
  redraw(place, String(time), () => {
    if (!time) return []
    const choose = act('Choose it', time, (anchor) => host.ask.set({ about: time, id, anchor }))
    choose.setAttribute('aria-haspopup', 'dialog')
    return [element('p', { class: 'ed-open-end' }, `${timeWords[time]} `, choose)]
  })
}

function drawOpenEnds(place: HTMLElement, { host, view }: FrameTools): void {
  const { causes, changes } = openEnds(host.outline.get())
  place.hidden = causes.length === 0 && changes.length === 0
  redraw(place, JSON.stringify([causes, changes]), () => [
    ...lines(causes, 'No change yet for', (id) => act('Add one', 'change-for', () => addChangeFor(view, id))),
    ...lines(changes, 'Rests on no cause yet:', (id) =>
      act('Choose', 'causes-of', (anchor) => {
        // It may be gone by now: then there is nothing to ask about.
        if (findById(view.state.doc, id)) host.ask.set({ about: 'causes', id, anchor })
      }),
    ),
  ])
}

function lines(items: { id: string; text: string }[], says: string, button: (id: string) => HTMLButtonElement) {
  const named = items.slice(0, NAMED).map(({ id, text }) => {
    const quoted = `“${text.length > 70 ? `${text.slice(0, 67).trimEnd()}…` : text}”`
    const does = button(id)
    does.setAttribute('aria-label', `${does.textContent}: ${quoted}`)
    does.dataset.act += ` ${id}`
    return element('p', { class: 'ed-open-end' }, `${says} ${quoted} `, does)
  })
  const more = items.length - NAMED
  return more > 0 ? [...named, element('p', { class: 'ed-open-end' }, `and ${more} more`)] : named
}

function act(label: string, name: string, run: (button: HTMLButtonElement) => void): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'ed-link', 'data-act': name }, label)
  button.addEventListener('click', () => run(button))
  return button
}
