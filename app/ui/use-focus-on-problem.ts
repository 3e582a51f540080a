import { useEffect } from 'react'
import type { FormAnswer } from './read-form.ts'

/** Moves the focus to the first field with a problem, so that it is read out and seen. */
export function useFocusOnProblem(answer: FormAnswer | undefined | null) {
  useEffect(() => {
    if (answer) document.querySelector<HTMLElement>('main [aria-invalid]')?.focus()
  }, [answer])
}
