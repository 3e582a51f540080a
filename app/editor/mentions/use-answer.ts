import { useEffect, useState } from 'react'

/** What an address answers, a moment after it was last changed. Until a new answer is there the last one stays. */
export function useAnswer<Answer>(address: string): { answer: Answer | null; state: 'asking' | 'answered' | 'away' } {
  const [got, setGot] = useState<{ address: string; answer: Answer | null; away: boolean } | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const response = await fetch(address, { headers: { accept: 'application/json' }, signal: leaving.signal })
        if (!response.ok) throw new Error(`${address} answered ${response.status}`)
        const answer = (await response.json()) as Answer
        setGot({ address, answer, away: false })
      } catch {
        if (!leaving.signal.aborted) setGot((before) => ({ address, answer: before?.answer ?? null, away: true }))
      }
    }, 120)
    return () => {
      clearTimeout(timer)
      leaving.abort()
    }
  }, [address])
  if (got?.address !== address) return { answer: got?.answer ?? null, state: 'asking' }
  return { answer: got.answer, state: got.away ? 'away' : 'answered' }
}
