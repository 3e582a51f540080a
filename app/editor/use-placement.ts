import { type RefObject, useLayoutEffect, useState } from 'react'
import { type Placement, placeBeside } from './place-beside.ts'

/** Keeps a panel beside a box of the text while the page scrolls or changes; `anew` says that the box is another. */
export function usePlacement(
  panel: RefObject<HTMLElement | null>,
  boxNow: () => { left: number; top: number; bottom: number } | null,
  anew: unknown,
  prefer: 'under' | 'over' = 'under',
): Placement | null {
  const [placement, setPlacement] = useState<Placement | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the box is asked for anew whenever `anew` is another
  useLayoutEffect(() => {
    let frame = 0
    const place = () => {
      frame = 0
      const box = boxNow()
      const drawn = panel.current
      if (!box || !drawn) return
      const size = { width: drawn.offsetWidth, height: drawn.scrollHeight }
      setPlacement(placeBeside(box, size, { width: innerWidth, height: innerHeight }, prefer))
    }
    const later = () => {
      frame ||= requestAnimationFrame(place)
    }
    place()
    window.addEventListener('scroll', later, { capture: true, passive: true })
    window.addEventListener('resize', later)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', later, { capture: true })
      window.removeEventListener('resize', later)
    }
  }, [anew, prefer])
  return placement
}
