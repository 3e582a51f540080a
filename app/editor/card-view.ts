import type { Node as DocumentNode } from '@tiptap/pm/model'
import type { Account, Cause, Change, ItemKind, Lesson, Question, Thanks } from '#app/document/items.ts'
import { causeRoleWords, changeDecisionWords, strengthWords } from '#app/document/taxonomy.ts'
import { trackerName } from '#app/document/tracker-name.ts'
import type { Strength } from '#app/linter/index.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import { dragHandle } from './drag-handle.ts'
import type { ChangeProgress, EditorHost } from './editor-host.ts'
import { element, put, redraw } from './element.ts'
import { type FrameTools, frameView } from './frame-view.ts'
import { setAttributes } from './item-acts.ts'
import { lessonHintLine } from './lesson-hint-line.ts'
import { askInstead, type ProposedStrength, proposedStrength, strengthBars, strengthOffer } from './strength-offer.ts'
import { nameOf } from './writing-options.ts'

/** One button or field of a card: what it asks about, what it shows, and how. */
interface Part {
  about: Parameters<FrameTools['ask']>[0]
  label: string
  look?: string
  strength?: Strength
  /** Drawn in place of a button. */
  offer?: ProposedStrength | 'instead'
}
interface Card {
  /** The small line above the text. */
  above: Part[]
  below: Part[]
}

const quiet = 'ed-chip ed-quiet'
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
    const hint = kind === 'lesson' ? lessonHintLine(host, dom) : null
    dom.append(
      dragHandle(tools),
      ...(whom ? [whom.dom] : []),
      above,
      contentDOM,
      ...(hint ? [hint.dom] : []),
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
        put(dom, 'data-empty', String(node.textContent === ''))
        whom?.draw(node)
        hint?.draw(String(node.attrs.id))
        const card = cardOf(kind, node, host)
        above.hidden = card.above.length === 0
        drawParts(above, card.above, tools)
        const set = card.below.filter(({ look }) => look !== quiet)
        below.hidden = set.length === 0
        offers.hidden = !host.editable
        drawParts(below, set, tools)
        const more: Part = { about: 'more', label: '⋯', look: `${quiet} ed-more` }
        drawParts(offers, [...card.below.filter(({ look }) => look === quiet), more], tools)
      },
    }
  })

/** What a card shows beside its own node, to be compared: after every pause all cards are asked to draw again. */
function derivedFor(kind: ItemKind, { attrs }: DocumentNode, host: EditorHost): unknown[] {
  const { causes, changes, entries, lessons } = host.outline.get()
  const placed = (ids: string[]) => [host.facts.get().zone, ...ids.map((id) => entries.get(id)?.entry)]
  if (kind === 'cause') return [host.options, causes.get(attrs.id)?.changes, ...placed(attrs.entries)]
  if (kind === 'account') return placed(attrs.entryId ? [attrs.entryId] : [])
  if (kind === 'change')
    return [host.options, host.progress.get()[attrs.id], changes.get(attrs.id)?.text, ...known(attrs.causes, causes)]
  if (kind === 'lesson')
    return [lessons.get(attrs.id)?.text, ...known(attrs.causes, causes), ...known(attrs.changes, changes)]
  return []
}

function drawParts(place: HTMLElement, parts: Part[], tools: FrameTools) {
  redraw(place, JSON.stringify(parts), () =>
    parts.map(({ about, label, look, strength, offer }) => {
      if (offer) return offer === 'instead' ? askInstead(tools) : strengthOffer(offer, tools)
      const button = tools.ask(about, label, look)
      if (about === 'more') button.setAttribute('aria-label', 'More for this item')
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

function cardOf(kind: Exclude<ItemKind, 'timelineEntry'>, node: DocumentNode, host: EditorHost): Card {
  switch (kind) {
    case 'cause':
      return causeCard(node.attrs as Cause, host)
    case 'change':
      return changeCard(node.attrs as Change, host)
    case 'question':
      return questionCard(node.attrs as Question)
    case 'account':
      return accountCard(node.attrs as Account, host)
    case 'thanks':
      return thanksCard(node.attrs as Thanks)
    case 'lesson':
      return lessonCard(node.attrs as Lesson, host)
  }
}

/** Those of the ids that stand in the document: a link to what somebody else removed meanwhile is none. */
function known(ids: string[], items: ReadonlyMap<string, unknown>): string[] {
  return ids.filter((id) => items.has(id))
}

function causeCard({ id, role, factors, entries: ids, evidence, noChangeBecause }: Cause, host: EditorHost): Card {
  const outline = host.outline.get()
  const changes = outline.causes.get(id)?.changes ?? 0
  const entries = known(ids, outline.entries)
  const named = [...new Set(factors.map((factor) => nameOf(host.options.factors, factor) ?? factor))]
  const addressed: Part =
    changes > 0
      ? { about: 'addressed', label: changes === 1 ? '1 change' : `${changes} changes`, look: 'ed-chip ed-accent' }
      : noChangeBecause
        ? { about: 'addressed', label: `no change, because ${short(noChangeBecause)}` }
        : { about: 'addressed', label: 'no change yet', look: 'ed-chip ed-amber' }
  return {
    above: [
      {
        about: 'role',
        label: role ? `What ${causeRoleWords[role]}` : 'What did it do? Choose a role',
        look: 'ed-line',
      },
    ],
    below: [
      ...named.map((label): Part => ({ about: 'factors', label })),
      { about: 'factors', label: factors.length > 0 ? 'more factors' : 'factors', look: quiet },
      entries.length > 0
        ? { about: 'entries', label: `↔ ${entryTimes(entries, host)}`, look: 'ed-chip ed-mono' }
        : { about: 'entries', label: 'rests on …', look: quiet },
      evidence.length > 0
        ? { about: 'evidence', label: evidence[0]!.source || 'source' }
        : { about: 'evidence', label: 'source', look: quiet },
      addressed,
    ],
  }
}

function changeCard(
  { id, causes: ids, strength, teamId, decision, because, decideBy, mayMakeHarder }: Change,
  host: EditorHost,
): Card {
  const progress = host.progress.get()[id]
  const causes = known(ids, host.outline.get().causes)
  const parts: Part[] = [
    ...strengthParts(id, strength, decision, host),
    teamId
      ? { about: 'team', label: nameOf(host.options.teams, teamId) ?? teamId }
      : { about: 'team', label: 'no team yet', look: 'ed-chip ed-amber' },
    causes.length > 0
      ? { about: 'causes', label: causes.length === 1 ? 'for 1 cause' : `for ${causes.length} causes` }
      : { about: 'causes', label: 'for which cause?', look: quiet },
  ]
  if (decision === 'doing') parts.push(...progressParts(progress), { about: 'decision', label: 'doing', look: quiet })
  else parts.push({ about: 'decision', label: decided(decision, because, decideBy) })
  parts.push(
    mayMakeHarder
      ? { about: 'harder', label: `may make harder: ${short(mayMakeHarder)}` }
      : { about: 'harder', label: 'may make harder …', look: quiet },
  )
  return { above: [], below: parts }
}

/** What was chosen; until then what the wording proposes, or the question. */
function strengthParts(
  id: string,
  strength: Change['strength'],
  decision: Change['decision'],
  host: EditorHost,
): Part[] {
  if (strength) {
    const chosen: Part = { about: 'strength', label: strengthWords[strength].word, look: 'ed-plain', strength }
    const asks = strength === 'weaker' && decision === 'doing' && host.editable
    return asks ? [chosen, { about: 'strength', label: '', offer: 'instead' }] : [chosen]
  }
  const offer = decision === 'not-doing' ? null : proposedStrength(host, id)
  return [
    offer ? { about: 'strength', label: '', offer } : { about: 'strength', label: 'what does it need?', look: quiet },
  ]
}

function progressParts(progress: ChangeProgress | undefined): Part[] {
  const state = progress && { open: '', in_progress: 'in progress', done: 'done' }[progress.state]
  const parts: Part[] = []
  if (state) parts.push({ about: 'progress', label: state, look: 'ed-chip ed-accent' })
  parts.push(
    progress?.dueOn
      ? { about: 'progress', label: `due ${progress.dueOn}`, look: 'ed-chip ed-mono' }
      : { about: 'progress', label: 'due …', look: quiet },
  )
  if (progress?.trackerUrl) {
    parts.push({ about: 'progress', label: trackerName(progress.trackerUrl), look: 'ed-chip ed-info' })
  }
  return parts
}

function decided(decision: Change['decision'], because: string, decideBy: string | null) {
  if (decision === 'deciding') return decideBy ? `deciding by ${decideBy}` : 'still deciding'
  return because ? `${changeDecisionWords['not-doing']} ${short(because)}` : 'not doing, because …'
}

function questionCard({ answered, answer }: Question): Card {
  const label = answered ? (answer ? `answered: ${short(answer)}` : 'answered') : 'open'
  return { above: [], below: [{ about: 'answer', label, look: answered ? 'ed-chip ed-accent' : 'ed-chip ed-info' }] }
}

function accountCard({ entryId: id }: Account, host: EditorHost): Card {
  const entryId = id && host.outline.get().entries.has(id) ? id : null
  return {
    above: [],
    below: [
      entryId
        ? { about: 'entry', label: `at ${entryTimes([entryId], host)}`, look: 'ed-chip ed-mono' }
        : { about: 'entry', label: 'at which entry?', look: quiet },
    ],
  }
}

function thanksCard({ teamId }: Thanks): Card {
  return { above: [], below: teamId ? [{ about: 'team', label: 'a team of ours' }] : [] }
}

function lessonCard(lesson: Lesson, host: EditorHost): Card {
  const { causes, changes } = host.outline.get()
  const behind = known(lesson.causes, causes).length + known(lesson.changes, changes).length
  return {
    above: [],
    below: [
      behind > 0
        ? { about: 'lesson-of', label: behind === 1 ? 'rests on 1 item' : `rests on ${behind} items` }
        : { about: 'lesson-of', label: 'rests on which causes and changes?', look: quiet },
    ],
  }
}

function entryTimes(ids: string[], host: EditorHost) {
  const { entries } = host.outline.get()
  const zone = host.facts.get().zone
  return ids
    .flatMap((id) => entries.get(id)?.entry ?? [])
    .map((entry) => formatMoment({ ...entry, zone }, 'time'))
    .join(', ')
}

function short(text: string) {
  return text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text
}
