import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** Whether the page's script is running; false on the server and in the first render. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
