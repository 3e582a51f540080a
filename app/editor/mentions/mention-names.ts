import { MentionKey, type MentionKind, mentionKey } from '#app/document/mention.ts'
import { createStore, type Store } from '../store.ts'
import type { WritingOptions } from '../writing-options.ts'

export interface MentionName {
  label: string
  /** Said beside it to whoever writes: who has the role, or what the post-mortem is about. */
  detail?: string
}

/** What the mentions in the text stand for, as far as it is known; what is not is asked for, many at once. */
export interface MentionNames {
  /** Where mentions are asked about: `/postmortems/PM-12/mentions`. */
  address: string
  /** By `person:id`; null: nobody knows it, or it is not for whoever writes. */
  known: Store<ReadonlyMap<string, MentionName | null>>
  /** Undefined as long as it is not known. */
  nameOf: (kind: MentionKind, id: string) => MentionName | null | undefined
  learn: (kind: MentionKind, id: string, name: MentionName) => void
  stop: () => void
}

/** So long the mentions of a text that is being drawn are gathered, in milliseconds. */
const GATHER = 40
/** So long after an answer that was none, or knew somebody not, they are asked for again, in milliseconds. */
const AGAIN = 5000
const MOST = 100

export function createMentionNames(address: string, { teams, services }: WritingOptions): MentionNames {
  const known = createStore<ReadonlyMap<string, MentionName | null>>(
    new Map([
      ...teams.map(({ id, name }) => [mentionKey('team', id), { label: name }] as const),
      ...services.map(({ id, name }) => [mentionKey('service', id), { label: name }] as const),
    ]),
  )
  const asked = new Set<string>()
  const askedAgain = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isOver = false

  async function ask() {
    timer = undefined
    const keys = [...asked].slice(0, MOST)
    const names = await namesFrom(address, keys)
    if (!names) {
      later(AGAIN * 2 ** failures++)
      return
    }
    failures = 0
    for (const key of keys) asked.delete(key)
    known.set(new Map([...known.get(), ...keys.map((key) => [key, names[key] ?? null] as const)]))
    // Whoever was mentioned a moment ago becomes a participant while others have the mention already.
    const unknown = keys.filter((key) => !names[key] && !askedAgain.has(key))
    for (const key of unknown) askedAgain.add(key)
    if (unknown.length > 0) setTimeout(() => askFor(unknown), AGAIN)
    if (asked.size > 0) later()
  }
  function askFor(keys: string[]) {
    for (const key of keys) asked.add(key)
    later()
  }
  function later(pause = GATHER) {
    if (!isOver) timer ??= setTimeout(() => void ask(), pause)
  }
  const isBack = () => {
    clearTimeout(timer)
    timer = undefined
    if (asked.size > 0) later()
  }
  window.addEventListener('online', isBack)

  return {
    address,
    known,
    nameOf(kind, id) {
      const key = mentionKey(kind, id)
      const found = known.get().get(key)
      if (found !== undefined) return found
      // Another client may have written any id, and the server answers to none where one cannot be.
      if (!MentionKey.safeParse(key).success) return null
      if (!asked.has(key)) askFor([key])
      return undefined
    },
    learn: (kind, id, name) => known.set(new Map(known.get()).set(mentionKey(kind, id), name)),
    stop() {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', isBack)
    },
  }
}

/** What the server knows of these mentions; null when it gives no answer. */
async function namesFrom(address: string, keys: string[]): Promise<Record<string, MentionName> | null> {
  try {
    const response = await fetch(`${address}?names=${keys.join(',')}`, { headers: { accept: 'application/json' } })
    return response.ok ? ((await response.json()) as { names: Record<string, MentionName> }).names : null
  } catch {
    return null
  }
}
