/** Where a panel goes on the window, in CSS pixels, and how high it may be. */
export interface Placement {
  left: number
  top?: number
  bottom?: number
  maxHeight: number
}

const GAP = 6
const EDGE = 8

/** A place for a panel of this size under a box on the window, or over it where there is more room. */
export function placeBeside(
  box: { left: number; top: number; bottom: number },
  size: { width: number; height: number },
  window: { width: number; height: number },
  prefer: 'under' | 'over' = 'under',
): Placement {
  const left = Math.max(EDGE, Math.min(box.left, window.width - size.width - EDGE))
  const under = window.height - box.bottom - GAP - EDGE
  const over = box.top - GAP - EDGE
  const [first, second] = prefer === 'under' ? [under, over] : [over, under]
  const fits = size.height <= first || first >= second
  const isUnder = fits === (prefer === 'under')
  return isUnder
    ? { left, top: box.bottom + GAP, maxHeight: under }
    : { left, bottom: window.height - box.top + GAP, maxHeight: over }
}
