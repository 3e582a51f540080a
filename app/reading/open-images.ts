import type { MouseEvent } from 'react'

/** Opens the image that was pressed, among the others of its page. What shows them is loaded then, and no sooner. */
export function openImages(event: MouseEvent): void {
  const link = (event.target as Element).closest('a[data-image]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  void import('#app/ui/lightbox.ts').then((lightbox) => lightbox.openLinkedImages(link))
}
