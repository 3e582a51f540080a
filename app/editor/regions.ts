/**
 * The parts of the writing page, in the order F6 goes through them: the bar or the outline, the text, what is beside it, and
 * what the page has just said, as long as it stands there.
 */
const parts = ['.ed-bar', '.ed-rail', '.ed-doc', '.ed-side-column', '[data-toasts]:has(button)']

/**
 * Goes to the next part of the page or the one before; into the text, at its caret. False where the toasts are next: they go
 * to themselves by the same key, and know then where to go back to.
 */
export function goToRegion(step: 1 | -1): boolean {
  const regions = parts.flatMap((part) => document.querySelector<HTMLElement>(part) ?? [])
  const here = regions.findIndex((region) => region.contains(document.activeElement))
  const next = regions.at(here === -1 ? (step === 1 ? 0 : -1) : (here + step) % regions.length)
  const target = next && !next.matches('[data-toasts]') && firstIn(next)
  if (target) target.focus()
  return Boolean(target)
}

function firstIn(region: HTMLElement): HTMLElement | null {
  if (region.isContentEditable || region.classList.contains('ed-doc')) return region
  const current = region.querySelector<HTMLElement>('[aria-current="true"], [role="tab"][aria-selected="true"]')
  return current ?? region.querySelector<HTMLElement>('button, a[href], input, select, [tabindex="0"]')
}
