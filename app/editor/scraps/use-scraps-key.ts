import { useEffect } from 'react'

/** F9 opens the scraps and puts the focus where one is added, or on the newest one where nobody may write. */
export function useScrapsKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || event.ctrlKey || event.altKey || event.metaKey) return
      event.preventDefault()
      open()
      focusSoon()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
}

/** The panel is fetched when it is first opened: the focus goes there as soon as it stands. */
function focusSoon(): void {
  const target = () => document.querySelector<HTMLElement>('textarea[name=scrap], [data-scrap]')
  const found = target()
  if (found) {
    found.focus()
    return
  }
  const watch = new MutationObserver(() => {
    const arrived = target()
    if (!arrived) return
    watch.disconnect()
    arrived.focus()
  })
  watch.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => watch.disconnect(), 5000)
}
