import type { Level, Section } from './block.ts'
import type { Policy } from './policy.ts'

type Place = Exclude<Section, 'unknown'>

const PLACES: Record<Place, string> = {
  summary: 'the summary',
  prose: 'prose',
  timeline: 'the timeline',
  accounts: 'accounts',
  causes: 'causes',
  changes: 'changes',
  questions: 'questions',
  thanks: 'thanks',
  lessons: 'lessons',
}

/** A rule's levels as a sentence without a full stop: "warn in causes and lessons; hint in the timeline; off in thanks". */
export function levelsInWords(levels: Policy): string {
  const places = Object.keys(PLACES) as Place[]
  const groups = (['warn', 'hint', 'info', 'off'] as (Level | 'off')[])
    .map((level) => ({ level, where: places.filter((place) => levels[place] === level).map((place) => PLACES[place]) }))
    .filter(({ where }) => where.length > 0)
  if (groups.length === 1) return `${groups[0]!.level} everywhere`
  // Where it is looked for in a few places only, naming the others would bury them.
  const named = groups.filter(({ level, where }) => level !== 'off' || where.length <= 3)
  return named.map(({ level, where }) => `${level} in ${listed(where)}`).join('; ')
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
