import { useEffect, useState } from 'react'

/** A hidden field with the time zone of the browser, UTC where it says none; it can be changed in the profile. */
export function OwnZoneInput() {
  // As state: what is set on a hidden input itself is gone when the page draws it again, as after a refused form.
  const [zone, setZone] = useState('UTC')
  useEffect(() => setZone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'), [])
  return <input type="hidden" name="timeZone" value={zone} />
}
