import { type ComponentType, lazy } from 'react'

type Load<Part> = () => Promise<{ default: Part }>

const parts = new Set<() => Promise<unknown>>([() => import('#app/ui/toast-list.tsx')])

/** Between two attempts to load a part, in milliseconds. */
const PAUSE = 3000

/**
 * A part of the editor that is loaded when it is first shown. While the server is away it waits, and the page stays as it is:
 * a part that fails to load would take the whole editor, and what is typed in it, off the screen.
 */
// biome-ignore lint/suspicious/noExplicitAny: React's own type of a component with any properties
export function laterPart<Part extends ComponentType<any>>(load: Load<Part>) {
  parts.add(load)
  return lazy(() => patiently(load))
}

async function patiently<Part>(load: Load<Part>): Promise<{ default: Part }> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

/** Fetches every part, one after the other, so that all of them open without a connection, too. */
export async function fetchLaterParts(): Promise<void> {
  // A part may bring others, which are then in the set as well.
  for (const load of parts) await load().catch(() => {})
}
