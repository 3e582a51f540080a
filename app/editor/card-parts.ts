import type { Node as DocumentNode } from '@tiptap/pm/model'
import { viewsWords } from '#app/document/accounts-by-moment.ts'
import type { Account, Cause, Change, ItemKind, Lesson, Question, Thanks } from '#app/document/items.ts'
import { causeRoleWords, changeDecisionWords, strengthWords } from '#app/document/taxonomy.ts'
import { trackerName } from '#app/document/tracker-name.ts'
import type { Strength } from '#app/linter/index.ts'
import { formatMoment } from '#app/ui/format-moment.ts'
import type { ChangeProgress, EditorHost } from './editor-host.ts'
import { evidenceWord } from './files/evidence-strip.ts'
import type { FrameTools } from './frame-view.ts'
import { type ProposedStrength, proposedStrength } from './strength-offer.ts'
import { nameOf } from './writing-options.ts'

/** One button or field of a card: what it asks about, what it shows, and how. */
export interface Part {
  about: Parameters<FrameTools['ask']>[0]
  label: string
  /** What a screen reader calls it, where the label is a sign or one word of several. */
  name?: string
  look?: string
  strength?: Strength
  /** Drawn in place of a button. */
  offer?: ProposedStrength | 'instead' | 'view' | 'beside'
}
export interface Card {
  /** The small line above the text. */
  above: Part[]
  below: Part[]
}

/** Parts of this look only offer; they are shown near the item. */
export const quiet = 'ed-chip ed-quiet'
/** What a card shows beside its own node, to be compared: after every pause all cards are asked to draw again. */
export function derivedFor(kind: ItemKind, { attrs }: DocumentNode, host: EditorHost): unknown[] {
  const { accounts, causes, changes, entries, lessons } = host.outline.get()
  const placed = (ids: string[]) => [host.facts.get().zone, ...ids.map((id) => entries.get(id)?.entry)]
  if (kind === 'cause') return [host.options, causes.get(attrs.id)?.changes, ...placed(attrs.entries)]
  if (kind === 'account') return [accounts.get(attrs.id), ...placed(attrs.entryId ? [attrs.entryId] : [])]
  if (kind === 'change')
    return [host.options, host.progress.get()[attrs.id], changes.get(attrs.id)?.text, ...known(attrs.causes, causes)]
  if (kind === 'lesson')
    return [lessons.get(attrs.id)?.text, ...known(attrs.causes, causes), ...known(attrs.changes, changes)]
  return []
}

/** What stands around the text of a card. */
export function cardOf(kind: Exclude<ItemKind, 'timelineEntry'>, node: DocumentNode, host: EditorHost): Card {
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
      ...named.map((label): Part => ({ about: 'factors', label, name: `Factor: ${label}` })),
      { about: 'factors', label: factors.length > 0 ? 'more factors' : 'factors', look: quiet },
      entries.length > 0
        ? {
            about: 'entries',
            label: `↔ ${entryTimes(entries, host)}`,
            name: `Rests on ${entryTimes(entries, host)}`,
            look: 'ed-chip ed-mono',
          }
        : { about: 'entries', label: 'rests on …', look: quiet },
      evidence.length > 0
        ? { about: 'evidence', label: evidenceWord(evidence[0]!) }
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

function accountCard(account: Account, host: EditorHost): Card {
  const { accounts, entries } = host.outline.get()
  const entry = entries.get(account.entryId ?? '')?.entry
  const moment = entry ?? (account.at || account.typed ? account : null)
  if (!moment) return { above: [], below: [{ about: 'entry', label: 'about which moment?', look: quiet }] }
  const { views = 1, apartFrom = null } = accounts.get(account.id) ?? {}
  const time = formatMoment({ ...moment, zone: host.facts.get().zone }, 'time')
  const below: Part[] = [{ about: 'entry', label: `at ${time}`, look: 'ed-chip ed-mono' }]
  if (views > 1) below.push({ about: 'entry', label: viewsWords(views), look: 'ed-plain' })
  if (apartFrom) below.push({ about: 'entry', label: 'put it beside the other', look: quiet, offer: 'beside' })
  below.push({ about: 'entry', label: 'another view of this', look: quiet, offer: 'view' })
  return { above: [], below }
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
