import type { Candidate } from './reading.ts'

/** How whoever spoke appears in what is inserted. The original keeps the names; it is never published. */
export type Naming = { as: 'nobody' } | { as: 'names' } | { as: 'roles'; roles: Readonly<Record<string, string>> }

/** Everyone who speaks, once, as they first appear. */
export function speakersOf(candidates: readonly Pick<Candidate, 'speaker'>[]): string[] {
  return [...new Set(candidates.map(({ speaker }) => speaker).filter(Boolean))]
}

const PROGRAM =
  /\b(?:bot|pager|alerts?|alertmanager|monitor(?:ing)?|grafana|prometheus|jenkins|deploys?|status|webhook|app|ci)\b|^slackbot$/i
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** A role for each speaker to begin with: "responder A" and so on; programs keep their name. The author says it better. */
export function proposedRoles(speakers: readonly string[]): Record<string, string> {
  let people = 0
  return Object.fromEntries(
    speakers.map((speaker) => {
      if (PROGRAM.test(speaker)) return [speaker, speaker]
      const letter = people < LETTERS.length ? LETTERS[people] : String(people + 1)
      people++
      return [speaker, `responder ${letter}`]
    }),
  )
}

/** Given names that are also words: they are replaced only behind an @. */
const ALSO_WORDS = new Set(
  'will may mark grace hope rose art sky dawn page bill jack guy rob drew faith joy june april august summer chip pat sue ray max crew miles'.split(
    ' ',
  ),
)

/** The text of an entry: with who spoke before it, where they are to be named, and with roles in place of names, where those were chosen. */
export function namedText(
  { speaker, text }: Pick<Candidate, 'speaker' | 'text'>,
  naming: Naming,
  replace: (text: string) => string,
): string {
  if (naming.as === 'nobody' || (!speaker && naming.as === 'names')) return text
  if (naming.as === 'names') return `${speaker}: ${text}`
  const role = naming.roles[speaker]?.trim()
  const said = replace(text)
  return role ? `${role.charAt(0).toUpperCase()}${role.slice(1)}: ${said}` : said
}

/** Puts the role in the place of each name: whole names, mentions, and given names that are no other word. Linear in the text. */
export function roleReplacer(naming: Naming): (text: string) => string {
  if (naming.as !== 'roles') return (text) => text
  const roles = new Map<string, string>()
  const shared = new Set<string>()
  for (const [name, role] of Object.entries(naming.roles)) {
    const given = name.split(/[\s.]+/)[0]!.toLowerCase()
    if (roles.has(given)) shared.add(given)
    if (!role.trim()) continue
    roles.set(name.toLowerCase(), role.trim())
    if (!roles.has(given)) roles.set(given, role.trim())
  }
  for (const given of shared) roles.delete(given)
  const names = [...roles.keys()].filter((name) => name.length > 1).toSorted((one, other) => other.length - one.length)
  if (names.length === 0) return (text) => text
  const pattern = new RegExp(`(@?)(?<![\\p{L}\\p{N}_])(${names.map(escaped).join('|')})(?![\\p{L}\\p{N}_])`, 'giu')
  return (text) =>
    text.replace(pattern, (found, at: string, name: string) => {
      const lower = name.toLowerCase()
      // A small letter, or a word that is also a name, says nothing of anyone unless it is a mention.
      if (!at && (ALSO_WORDS.has(lower) || (name === lower && !name.includes(' ')))) return found
      return roles.get(lower)!
    })
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
}
