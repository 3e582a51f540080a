import { type MentionKind, mentionKey } from '#app/document/mention.ts'
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
const MOST = 100

export function createMentionNames(address: string, { teams, services }: WritingOptions): MentionNames {
  const known = createStore<ReadonlyMap<string, MentionName | null>>(
    new Map([
      ...teams.map(({ id, name }) => [mentionKey('team', id), { label: name }] as const),
      ...services.map(({ id, name }) => [mentionKey('service', id), { label: name }] as const),
    ]),
  )
  const asked = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    timer = undefined
    const keys = [...asked].slice(0, MOST)
    try {
      const response = await fetch(`${address}?names=${keys.join(',')}`, { headers: { accept: 'application/json' } })
      if (!response.ok) return
      const { names } = (await response.json()) as { names: Record<string, MentionName> }
      for (const key of keys) asked.delete(key)
      known.set(new Map([...known.get(), ...keys.map((key) => [key, names[key] ?? null] as const)]))
      if (asked.size > 0) later()
    } catch {
      // Without a connection they are asked for again when it is back.
    }
  }
  function later() {
    timer ??= setTimeout(() => void ask(), GATHER)
  }
  const isBack = () => {
    if (asked.size > 0) later()
  }
  window.addEventListener('online', isBack)

  return {
    address,
    known,
    nameOf(kind, id) {
      const key = mentionKey(kind, id)
      const found = known.get().get(key)
      if (found === undefined && !asked.has(key)) {
        asked.add(key)
        later()
      }
      return found
    },
    learn: (kind, id, name) => known.set(new Map(known.get()).set(mentionKey(kind, id), name)),
    stop() {
      clearTimeout(timer)
      window.removeEventListener('online', isBack)
    },
  }
}
