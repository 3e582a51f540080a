import { newId } from '#db/new-id.ts'

/** A new key: the day and a random id. Whoever looks into a folder or a bucket finds neither names nor post-mortems. */
export function newStorageKey(now = new Date()): string {
  return `${now.toISOString().slice(0, 10)}/${newId()}`
}

/** When a key was made, to the day, in milliseconds; null for what is none of ours. A half-written file has `.part` at its end. */
export function dayOfKey(key: string): number | null {
  const day = /^(\d{4}-\d{2}-\d{2})\/[a-z0-9]{26}(\.part)?$/.exec(key)?.[1]
  const at = day ? Date.parse(day) : Number.NaN
  return Number.isNaN(at) ? null : at
}
