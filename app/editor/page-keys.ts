import { useEffect } from 'react'

/** The keys of the writing page that hold wherever the focus is; those of the text are in its extensions. */
export const pageKeys = ['?', 'Mod-f', 'Mod-Shift-f', 'F3', 'F6', 'Shift-F6'] as const
export type PageKey = (typeof pageKeys)[number]

/** Does what a key stands for. One that answers false leaves the key to the browser. */
export function usePageKeys(acts: Record<PageKey, () => boolean>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = keyOf(event)
      if (event.isComposing || !isPageKey(key)) return
      const target = event.target as HTMLElement
      if (key === '?' && (target.isContentEditable || target.closest('input, textarea, select'))) return
      if (!acts[key]()) return
      event.preventDefault()
      if (key === 'F6' || key === 'Shift-F6') event.stopImmediatePropagation()
    }
    // First of all: while a toast stands there it takes F6 for itself, wherever the focus is.
    window.addEventListener('keydown', press, { capture: true })
    return () => window.removeEventListener('keydown', press, { capture: true })
  })
}

function isPageKey(key: string): key is PageKey {
  return (pageKeys as readonly string[]).includes(key)
}

/** As ProseMirror writes keys: `Mod` is Ctrl, or the command key of an Apple keyboard. */
function keyOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): string {
  const mod = ctrlKey || metaKey
  const name = key.length === 1 ? key.toLowerCase() : key
  return `${mod ? 'Mod-' : ''}${altKey ? 'Alt-' : ''}${shiftKey && key !== '?' ? 'Shift-' : ''}${name}`
}
