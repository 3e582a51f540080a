import { useEffect, useState } from 'react'

/** Whether the page is at least so wide, in rem. Only in the browser. */
export function useWide(rem: number): boolean {
  const words = `(width >= ${rem}rem)`
  const [wide, setWide] = useState(() => matchMedia(words).matches)
  useEffect(() => {
    const query = matchMedia(words)
    const look = () => setWide(query.matches)
    query.addEventListener('change', look)
    return () => query.removeEventListener('change', look)
  }, [words])
  return wide
}
