import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Evidence, ItemKind } from '#app/document/items.ts'
import { cardOf, derivedFor, type Part, quiet } from './card-parts.ts'
import { dragHandle } from './drag-handle.ts'
import type { EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'
import { evidenceStrip } from './files/evidence-strip.ts'
import { type FrameTools, frameView } from './frame-view.ts'
import { isBlank, setAttributes } from './item-acts.ts'
import { lessonHintLine } from './lesson-hint-line.ts'
import { askInstead, strengthBars, strengthOffer } from './strength-offer.ts'
import { viewOffer } from './view-offer.ts'

const words: Record<Exclude<ItemKind, 'timelineEntry'>, { name: string; placeholder: string }> = {
  account: { name: 'Account', placeholder: 'What did the situation look like?' },
  cause: { name: 'Cause', placeholder: 'A condition of the system, in a sentence or two' },
  change: { name: 'Change', placeholder: 'A change to the system' },
  question: { name: 'Question', placeholder: 'What puzzles us?' },
  thanks: { name: 'Thanks', placeholder: 'What they did, and what it made possible' },
  lesson: { name: 'Lesson', placeholder: 'One sentence a stranger can use' },
}

/** A cause, change, question, thanks, account or lesson: a card with its text and what it is linked to. */
export const cardView = (host: EditorHost, kind: Exclude<ItemKind, 'timelineEntry'>) =>
  frameView(host, (tools) => {
    const above = element('div', { class: 'ed-above', contenteditable: 'false' })
    const contentDOM = element('div', { class: 'ed-text', 'data-placeholder': words[kind].placeholder })
    const below = element('div', { class: 'ed-below', contenteditable: 'false' })
    const offers = element('div', { class: 'ed-tools', contenteditable: 'false' })
    const whom = kind === 'thanks' || kind === 'account' ? nameField(tools, kind) : null
    const dom = element('div', { class: 'ed-card', role: 'group', 'data-card': kind, 'aria-label': words[kind].name })
    const strip = kind === 'cause' ? evidenceStrip(tools) : null
    const hint = kind === 'lesson' ? lessonHintLine(host, dom) : null
    dom.append(
      dragHandle(tools),
      ...(whom ? [whom.dom] : []),
      above,
      contentDOM,
      ...(hint ? [hint.dom] : []),
      ...(strip ? [strip.dom] : []),
      below,
      offers,
    )
    let drawn: unknown[] = []
    return {
      dom,
      contentDOM,
      draw(node) {
        const shows = [node, host.editable, ...derivedFor(kind, node, host)]
        if (shows.length === drawn.length && shows.every((part, place) => part === drawn[place])) return
        drawn = shows
        put(dom, 'data-id', String(node.attrs.id))
        put(dom, 'data-empty', String(isBlank(node)))
        if (kind === 'account')
          put(dom, 'data-column', host.outline.get().accounts.get(node.attrs.id)?.column ?? 'whole')
        whom?.draw(node)
        hint?.draw(String(node.attrs.id))
        strip?.draw(node.attrs.evidence as Evidence[])
        const card = cardOf(kind, node, host)
        above.hidden = card.above.length === 0
        drawParts(above, card.above, tools)
        const set = card.below.filter(({ look }) => look !== quiet)
        below.hidden = set.length === 0
        offers.hidden = !host.editable
        drawParts(below, set, tools)
        const more: Part = { about: 'more', label: '⋯', name: 'More for this item', look: `${quiet} ed-more` }
        drawParts(offers, [...card.below.filter(({ look }) => look === quiet), more], tools)
      },
    }
  })

function drawParts(place: HTMLElement, parts: Part[], tools: FrameTools) {
  redraw(place, JSON.stringify(parts), () =>
    parts.map(({ about, label, name, look, strength, offer }) => {
      if (offer === 'instead') return askInstead(tools)
      if (offer === 'view' || offer === 'beside') return viewOffer(offer, label, tools)
      if (offer) return strengthOffer(offer, tools)
      const button = tools.ask(about, label, look)
      if (name) button.setAttribute('aria-label', name)
      if (strength) button.prepend(strengthBars(strength))
      return button
    }),
  )
}

/** To whom thanks go, or whose view an account is: a line of its own, as typed. */
function nameField({ host, view, current }: FrameTools, kind: 'thanks' | 'account') {
  const attribute = kind === 'thanks' ? 'to' : 'from'
  const input = element('input', {
    class: 'ed-whom',
    'aria-label': kind === 'thanks' ? 'To whom' : 'Whose view',
    placeholder: kind === 'thanks' ? 'To whom: a team, a role, someone outside' : 'Whose view: a role or a team',
    maxlength: '120',
    list: 'ed-teams',
    autocomplete: 'off',
  })
  input.readOnly = !host.editable
  input.addEventListener('change', () => {
    const typed = input.value.trim()
    const team = host.options.teams.find(({ name }) => name.toLowerCase() === typed.toLowerCase())
    const chosen = kind === 'thanks' ? { teamId: team?.id ?? null, participantId: null } : {}
    setAttributes(view, current().attrs.id, { [attribute]: typed, ...chosen })
  })
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return
    event.preventDefault()
    input.blur()
    view.focus()
  })
  return {
    dom: element('div', { class: 'ed-whom-line', contenteditable: 'false' }, input),
    draw(node: DocumentNode) {
      const value = String(node.attrs[attribute] ?? '')
      if (document.activeElement !== input && input.value !== value) input.value = value
    },
  }
}
