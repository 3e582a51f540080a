import { useState } from 'react'
import { useNavigation } from 'react-router'

/**
 * How often a form of the page was saved, once what was saved is there to be shown: a key that starts this form anew, and
 * leaves alone what is still being typed into another one.
 */
export function useSaves(answered: { act: string; words: string | null } | null, acts: string[]): number {
  const isThere = useNavigation().state === 'idle'
  const [last, setLast] = useState({ answered, saves: 0 })
  if (isThere && answered !== last.answered) {
    const isSaved = answered !== null && answered.words !== null && acts.includes(answered.act)
    setLast({ answered, saves: last.saves + (isSaved ? 1 : 0) })
  }
  return last.saves
}
