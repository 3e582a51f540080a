import { lazy, Suspense, useEffect, useState } from 'react'

export interface ToastMessage {
  /** One short sentence: what happened. */
  title: string
  detail?: string
  /** What may be done about it, as "Undo". A toast with an action stays until it is closed. */
  action?: { label: string; onSelect: () => void }
  /** `problem` is announced at once and stays until it is closed. */
  tone?: 'plain' | 'problem'
}

const waiting: ToastMessage[] = []
const listeners = new Set<() => void>()

function show(message: ToastMessage) {
  waiting.push(message)
  for (const listener of listeners) listener()
}

/** Hands over what has been said since the last call. */
export function takeToasts(): ToastMessage[] {
  return waiting.splice(0)
}

/** Calls `listener` on every new toast until the returned function is called. */
export function onToast(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** `show` says something that has just happened, without moving the focus. Needs a `ToastRegion` on the page. */
export function useToast() {
  return { show }
}

const ToastList = lazy(() => import('./toast-list.tsx'))

/** Where toasts appear; once per page, in the page frame. Its code is fetched with the first toast. */
export function ToastRegion() {
  const [needed, setNeeded] = useState(false)
  useEffect(() => (needed ? undefined : onToast(() => setNeeded(true))), [needed])
  return needed ? (
    <Suspense>
      <ToastList />
    </Suspense>
  ) : null
}
