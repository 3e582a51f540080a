import { useState } from 'react'

const key = 'candor-focus-mode'

/** Whether only the text is shown, as it was chosen on this device. */
export function useFocusMode(): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => read() === 'on')
  return [
    on,
    (next) => {
      setOn(next)
      keep(next ? 'on' : 'off')
    },
  ]
}

function read(): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

function keep(value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // A browser that keeps nothing forgets this too.
  }
}
