import type { EntryType } from '#app/document/items.ts'

/** First words decide before later ones; the author sees the guess and may change it. */
const signs: [EntryType, RegExp][] = [
  [
    'decided',
    /\b(?:we (?:decided|agreed|will)|decision:|let[’']?s (?:roll|go|do|switch|revert|wait|fail)|going with|agreed:)/i,
  ],
  [
    'thought',
    /\b(?:i (?:think|suspect|guess|believe)|maybe|might be|could (?:it )?be|looks like|seems|probably|theory|suspect)\b/i,
  ],
  [
    'changed',
    /\b(?:deployed|released|merged|rotated|rolled out|config (?:change|pushed)|feature flag|scaled (?:up|down)|migrated|upgraded)\b/i,
  ],
  [
    'done',
    /\b(?:rolled back|rolling back|reverted|reverting|restarted|restarting|drained|draining|failed over|failing over|disabled|disabling|enabled|paused|pausing|killed|running|ran|opened a ticket|paged|paging|acknowledged|restored|restoring)\b/i,
  ],
  [
    'seen',
    /\b(?:alert(?:s|ing)?|errors?|latency|timeouts?|timing out|5\d\d ?s?|dashboards?|graphs?|spik(?:e|ed|ing)|seeing|(?:we|i) see|rates?|firing|resolved|dropp(?:ed|ing)|down|slow)\b/i,
  ],
]

/** What a message most likely is: what was seen, thought, done, decided or changed, otherwise said. */
export function guessType(text: string): EntryType {
  const start = text.slice(0, 400)
  return signs.find(([, sign]) => sign.test(start))?.[0] ?? 'said'
}
