import type { Facts } from '../facts.ts'
import type { ComparisonNames, FactChange } from './difference.ts'
import { wordPieces } from './word-pieces.ts'

/** What differs in the facts of the incident, each as a sentence that goes on after its name. */
export function compareFacts(before: Facts, after: Facts, names: ComparisonNames): FactChange[] {
  const changes: FactChange[] = []
  const say = (fact: string, words: string) => changes.push({ fact, words, pieces: [] })
  if (before.title !== after.title)
    changes.push({ fact: 'Title', words: '', pieces: wordPieces(before.title, after.title) })
  const one = (fact: string, earlier: string | null, later: string | null, wordOf: (id: string) => string) => {
    if (earlier !== later)
      say(fact, `${earlier ? wordOf(earlier) : 'not set yet'} → ${later ? wordOf(later) : 'not set yet'}`)
  }
  const term = (id: string) => names.terms[id] ?? 'one that is gone'
  one('Kind', before.kindId, after.kindId, term)
  one('Severity', before.severityId, after.severityId, term)
  one('Zone', before.zone, after.zone, (zone) => zone)
  list('Services', before.serviceIds, after.serviceIds, names.services)
  list('Teams', before.teamIds, after.teamIds, names.teams)
  if (before.templateVersionId !== after.templateVersionId) say('Template', 'another one, or another version of it')
  return changes

  function list(fact: string, earlier: string[], later: string[], wordsOf: Record<string, string>) {
    const named = (ids: string[]) => ids.map((id) => wordsOf[id] ?? 'one that is gone').join(', ')
    const come = later.filter((id) => !earlier.includes(id))
    const gone = earlier.filter((id) => !later.includes(id))
    const parts = [come.length > 0 && `${named(come)} added`, gone.length > 0 && `${named(gone)} taken out`]
    if (come.length + gone.length > 0) say(fact, parts.filter(Boolean).join(', '))
    else if (earlier.join() !== later.join()) say(fact, 'in another order')
  }
}
