import type { LiveDocument } from './live-document.ts'

type Awareness = LiveDocument['provider']['awareness']
type Listener = (changed: { added: number[]; updated: number[]; removed: number[] }, origin: unknown) => void

/**
 * The same awareness, which tells of others only. The plugin that draws carets (y-tiptap 3.0.9) makes all of them anew at
 * each change, and one's own caret, which it does not draw, changes at each letter.
 */
export function newsOfOthers(awareness: Awareness): Awareness {
  const filtered = new Map<unknown, Listener>()
  const own: Pick<Awareness, 'on' | 'off'> = {
    on(name, listener) {
      const heard: Listener = (changed, origin) => {
        const { added, updated, removed } = changed
        if ([added, updated, removed].flat().some((id) => id !== awareness.clientID)) {
          ;(listener as unknown as Listener)(changed, origin)
        }
      }
      filtered.set(listener, heard)
      awareness.on(name, heard as never)
    },
    off(name, listener) {
      awareness.off(name, (filtered.get(listener) ?? listener) as never)
      filtered.delete(listener)
    },
  }
  return Object.assign(Object.create(awareness) as Awareness, own)
}
