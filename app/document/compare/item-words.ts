import type { ExtractedItem } from '../extract.ts'
import type { Account, Cause, Change, Evidence, Lesson, Question, Thanks, TimelineEntry } from '../items.ts'
import { causeRoleWords, changeDecisionWords, milestoneWords, strengthWords } from '../taxonomy.ts'
import type { ComparisonNames, Piece } from './difference.ts'
import { isSame } from './is-same.ts'
import { inZone } from './item-names.ts'
import { wordPieces } from './word-pieces.ts'

export interface AttributeWords {
  /** Each goes on after the item's name: "moved to 14:04". */
  words: string[]
  fields: { label: string; pieces: Piece[] }[]
}

interface Context {
  names: ComparisonNames
  /** What an item of either document is called. */
  nameOf: (itemId: string) => string
  /** The document's zone, before and after. */
  zones: [string, string]
}

/** What differs in the attributes of one item that is in both documents. An attribute this does not know is mentioned as a detail. */
export function attributeWords(before: ExtractedItem, after: ExtractedItem, context: Context): AttributeWords {
  const told: AttributeWords = { words: [], fields: [] }
  const known = new Set(['id'])
  const [one, other] = [before.attributes, after.attributes]

  const { names, nameOf, zones } = context
  const say = (...words: string[]) => told.words.push(...words)
  const differs = (...keys: string[]) => {
    for (const key of keys) known.add(key)
    return keys.some((key) => !isSame(one[key], other[key]))
  }
  const text = (key: string, label: string) => {
    if (differs(key)) told.fields.push({ label, pieces: wordPieces(String(one[key] ?? ''), String(other[key] ?? '')) })
  }
  const list = (key: string, wordOf: (id: string) => string, added: string, removed: string) => {
    if (!differs(key)) return
    const [earlier, later] = [one[key] as string[], other[key] as string[]]
    const gone = earlier.filter((id) => !later.includes(id))
    const come = later.filter((id) => !earlier.includes(id))
    if (come.length > 0) say(`${added} ${come.map(wordOf).join(', ')}`)
    if (gone.length > 0) say(`${removed} ${gone.map(wordOf).join(', ')}`)
    if (come.length + gone.length === 0) say('in another order')
  }

  switch (after.kind) {
    case 'timelineEntry': {
      const [earlier, later] = [one, other] as unknown as [TimelineEntry, TimelineEntry]
      if (differs(...timeAttributes)) say(timeWords(earlier, later, context))
      if (differs('type')) say(later.type ? `now “${later.type}”` : 'without a type now')
      list('milestones', (mark) => milestoneWords[mark as keyof typeof milestoneWords], 'marks', 'no longer marks')
      break
    }
    case 'account': {
      const { from, entryId } = other as unknown as Account
      if (differs('from')) say(from ? `now from ${names.participants[from] ?? from}` : 'from nobody named now')
      if (differs('entryId')) say(entryId ? `looks at ${nameOf(entryId)}` : 'looks at no entry now')
      if (differs(...timeAttributes)) {
        const said = names.time(inZone(other as unknown as Account, zones[1]), 'full')
        say((other as unknown as Account).at ? `looks at ${said}` : 'looks at no time of its own now')
      }
      break
    }
    case 'cause': {
      const { role } = other as unknown as Cause
      if (differs('role')) say(role ? `now “${causeRoleWords[role]}”` : 'without a role now')
      list('factors', (id) => names.factors[id] ?? 'a factor', 'with', 'no longer with')
      list('entries', nameOf, 'rests on', 'no longer rests on')
      text('noChangeBecause', 'No change, because')
      break
    }
    case 'change': {
      const { strength, decision, teamId, decideBy } = other as unknown as Change
      list('causes', nameOf, 'addresses', 'no longer addresses')
      if (differs('strength')) say(strength ? `now “${strengthWords[strength].word}”` : 'without a strength now')
      if (differs('teamId')) say(teamId ? `owned by ${names.teams[teamId] ?? 'a team'}` : 'owned by no team now')
      if (differs('decision')) say(`now “${changeDecisionWords[decision]}”`)
      if (differs('decideBy')) say(decideBy ? `to be decided by ${decideBy}` : 'without a day to decide by')
      text('because', 'Because')
      text('mayMakeHarder', 'May make harder')
      break
    }
    case 'question': {
      const { answered } = other as unknown as Question
      if (differs('answered')) say(answered ? 'answered' : 'open again')
      text('answer', 'Answer')
      break
    }
    case 'thanks': {
      const { to, teamId, participantId } = other as unknown as Thanks
      const whom = names.participants[participantId ?? ''] ?? names.teams[teamId ?? ''] ?? to
      if (differs('to', 'teamId', 'participantId')) say(whom ? `now to ${whom}` : 'to nobody named now')
      break
    }
    case 'lesson': {
      const { causes, changes } = one as unknown as Lesson
      list('causes', nameOf, causes.length > 0 ? 'rests also on' : 'rests on', 'no longer rests on')
      list('changes', nameOf, changes.length > 0 ? 'is followed also by' : 'is followed by', 'is no longer followed by')
    }
  }
  if (differs('evidence')) say(...evidenceWords(one.evidence as Evidence[], other.evidence as Evidence[]))
  const untold = Object.keys(other).filter((key) => !known.has(key))
  if (differs(...untold)) say('changed in a detail')
  return told
}

const timeAttributes = ['at', 'until', 'zone', 'precision', 'typed']

function timeWords(before: TimelineEntry, after: TimelineEntry, { names, zones }: Context): string {
  const [one, other] = [inZone(before, zones[0]), inZone(after, zones[1])]
  for (const style of ['time', 'full'] as const) {
    const said = names.time(other, style)
    if (said === names.time(one, style)) continue
    if (after.at === null) return after.typed ? `without a time now: ${said}` : 'without a time now'
    // "Moved to about 14:05" would say that it is known when it moved.
    return before.at !== null && after.precision === 'exact' ? `moved to ${said}` : `now ${said}`
  }
  return 'its time is written differently'
}

function evidenceWords(before: Evidence[] = [], after: Evidence[] = []): string[] {
  const called = ({ source, name, href, text = '' }: Evidence) =>
    source || name || href || text.slice(0, 40) || 'without a name'
  const ids = (list: Evidence[]) => new Set(list.map(({ id }) => id))
  const come = after.filter(({ id }) => !ids(before).has(id))
  const gone = before.filter(({ id }) => !ids(after).has(id))
  const changed = after.filter((one) => {
    const earlier = before.find(({ id }) => id === one.id)
    return earlier && !isSame(earlier, one)
  })
  const words = [
    ...come.map((one) => `has the source ${called(one)}`),
    ...gone.map((one) => `no longer has the source ${called(one)}`),
    ...changed.map((one) => `has another text or address of the source ${called(one)}`),
  ]
  return words.length > 0 ? words : ['has its sources in another order']
}
