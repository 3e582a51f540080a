import type { Change } from '#app/document/items.ts'
import { strengthWords } from '#app/document/taxonomy.ts'
import { type Strength, strengthOf } from '#app/linter/index.ts'
import { curled } from '#app/ui/curled.ts'
import { askOpenly } from './ask-openly.ts'
import type { EditorHost } from './editor-host.ts'
import { element } from './element.ts'
import type { FrameTools } from './frame-view.ts'
import { setAttributes } from './item-acts.ts'

export interface ProposedStrength {
  strength: Strength
  why: string
}

/** How strong a change seems from its wording as it stood when the typing last rested, for whoever may decide; null: no word says. */
export function proposedStrength({ editable, outline }: EditorHost, id: string): ProposedStrength | null {
  const change = editable ? outline.get().changes.get(id) : undefined
  if (!change) return null
  const before = known.get(change.attributes)
  const proposed = before === undefined ? strengthOf(change.text) : before
  known.set(change.attributes, proposed)
  return proposed
}

/** By the item as it was read: every card asks again whenever something is written anywhere. */
const known = new WeakMap<Change, ProposedStrength | null>()

/** The proposal with its reason. One press takes it, another opens the list; it is gone once something is chosen. */
export function strengthOffer({ strength, why }: ProposedStrength, { view, current, ask }: FrameTools): HTMLElement {
  const { word } = strengthWords[strength]
  const agree = element(
    'button',
    { type: 'button', class: 'ed-chip', 'data-act': 'strength', 'aria-label': `Agree: ${word}` },
    'Agree',
  )
  agree.addEventListener('click', () => setAttributes(view, String(current().attrs.id), { strength }))
  const another = ask('strength', 'Another …', 'ed-chip ed-none')
  another.setAttribute('aria-label', 'Choose what the change needs')
  return element(
    'span',
    { class: 'ed-offer', role: 'group', 'aria-label': 'What the change seems to need' },
    strengthBars(strength),
    element('span', { class: 'ed-offer-words' }, element('b', {}, `${word}?`), ` ${curled(why)}`),
    element('span', { class: 'ed-offer-acts' }, agree, another),
  )
}

/** Three bars, as many of them full as the change needs no memory. They only repeat the word beside them. */
export function strengthBars(strength: Strength): HTMLElement {
  const full = { stronger: 3, intermediate: 2, weaker: 1 }[strength]
  const made = element('span', { class: 'ed-bars', 'data-strength': strength, 'aria-hidden': 'true' })
  for (const bar of [1, 2, 3]) made.append(element('b', { class: bar <= full ? 'ed-full' : '' }))
  return made
}

/** What may be asked where a change relies on memory. */
export function askInstead({ host, view, current }: FrameTools): HTMLElement {
  const button = element(
    'button',
    { type: 'button', class: 'ed-chip ed-amber', 'data-act': 'instead', title: 'Ask this in Open questions' },
    'What could the system do instead?',
  )
  button.addEventListener('click', () => {
    const said = current().textContent.trim()
    askOpenly(view, host, `What could the system do instead?${said ? ` (“${said}”)` : ''}`)
  })
  return button
}
