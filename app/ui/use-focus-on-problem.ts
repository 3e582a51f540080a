import { useEffect } from 'react'

/**
 * Moves the focus to the first field with a problem, or to what is wrong with the form as a whole, so that it is read out and
 * seen: a page stays where it was scrolled to when its form comes back. Once for each `answer`, told by identity.
 */
export function useFocusOnProblem(answer: object | undefined | null) {
  useEffect(() => {
    if (!answer) return
    const main = document.getElementById('main')
    const wrong = main?.querySelector<HTMLElement>('[aria-invalid]') ?? main?.querySelector<HTMLElement>('[role=alert]')
    wrong?.focus()
  }, [answer])
}
