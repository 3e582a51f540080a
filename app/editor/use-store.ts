import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The store's value, kept up to date. */
export function useStore<T>({ get, subscribe }: Store<T>): T {
  return useSyncExternalStore(subscribe, get, get)
}

/** One part of the store's value: renders again only when that part is another, so it must not be made anew each time. */
export function usePart<T, Part>({ get, subscribe }: Store<T>, part: (value: T) => Part): Part {
  const read = () => part(get())
  return useSyncExternalStore(subscribe, read, read)
}
