/**
 * What a link to a tracker is called: the id in its address where one is recognised (`EDGE-3311`, `#482`), else its host, else
 * `tracker`. Takes the address as it was saved.
 */
export function trackerName(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url) return 'tracker'
  const parts = [...url.pathname.split('/'), ...url.searchParams.values(), ...url.hash.slice(1).split('/')]
    .map(decoded)
    .filter(Boolean)
  const key = parts.findLast((part) => /^[A-Za-z][A-Za-z0-9]{0,9}-\d{1,7}$/.test(part))
  if (key) return key.toUpperCase()
  const number = parts.findLast((part) => /^\d{1,9}$/.test(part))
  return number ? `#${number}` : url.hostname.replace(/^www\./, '') || 'tracker'
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
