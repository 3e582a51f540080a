import { useEffect, useRef } from 'react'

/** A hidden field with the time zone of the browser, UTC where it says none; it can be changed in the profile. */
export function OwnZoneInput() {
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => {
    input.current!.value = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'
  }, [])
  return <input ref={input} type="hidden" name="timeZone" defaultValue="UTC" />
}
