import { useEffect, useState } from 'react'

/** How far over the foot of the page what is seen of it ends, in CSS pixels: a phone's keyboard lies over the page. */
export function useWindowFoot(follow: boolean): number {
  const [foot, setFoot] = useState(0)
  useEffect(() => {
    const seen = window.visualViewport
    if (!follow || !seen) return
    const look = () => setFoot(Math.max(0, innerHeight - seen.height - seen.offsetTop))
    look()
    seen.addEventListener('resize', look)
    seen.addEventListener('scroll', look)
    return () => {
      seen.removeEventListener('resize', look)
      seen.removeEventListener('scroll', look)
    }
  }, [follow])
  return foot
}
