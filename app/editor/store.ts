/** A value that others may watch: what the page's panels and the views of the document share without React between them. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** Calls `listener` after every change until the returned function is called. */
  subscribe: (listener: () => void) => () => void
}

export function createStore<T>(first: T): Store<T> {
  let current = first
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
