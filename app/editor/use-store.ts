import { useSyncExternalStore } from 'react'
import type { Store } from './store.ts'

/** The store's value, kept up to date. */
export function useStore<T>({ get, subscribe }: Store<T>): T {
  return useSyncExternalStore(subscribe, get, get)
}
