import { useEffect, useState } from 'react'

export interface FoundItem {
  id: string
  title: string
  detail?: string
  href: string
}

export interface FoundGroup {
  title: string
  items: FoundItem[]
}

/** What `GET /find?q=` answers, a moment after the last key. While a new answer is awaited the last one stays. */
export function useFind(query: string): { state: 'looking' | 'found' | 'failed'; groups: FoundGroup[] } {
  const [answer, setAnswer] = useState<{ query: string | null; groups: FoundGroup[]; failed: boolean }>({
    query: null,
    groups: [],
    failed: false,
  })
  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(`/find?q=${encodeURIComponent(query.trim())}`, {
          headers: { accept: 'application/json' },
          signal: leaving.signal,
        })
        if (!response.ok) throw new Error(`/find answered ${response.status}`)
        const { groups } = (await response.json()) as { groups: FoundGroup[] }
        setAnswer({ query, groups: groups.filter((group) => group.items.length > 0), failed: false })
      } catch {
        if (!leaving.signal.aborted) setAnswer({ query, groups: [], failed: true })
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [query])

  if (answer.query !== query) return { state: 'looking', groups: answer.groups }
  return { state: answer.failed ? 'failed' : 'found', groups: answer.groups }
}
