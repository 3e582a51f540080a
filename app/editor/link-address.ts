/**
 * The address that was meant by what was typed into a link: `example.com/x` is a web address, `/postmortems/PM-3` one of
 * this place. Null for what a link must not lead to.
 */
export function linkAddress(typed: string): string | null {
  const address = typed.trim()
  if (/^(?:https?:\/\/|mailto:)\S+$/i.test(address)) return URL.canParse(address) ? address : null
  if (/^\/(?!\/)\S*$/.test(address)) return address
  if (/^[^\s@:/]+@[^\s@:/]+\.[a-z]{2,}$/i.test(address)) return `mailto:${address}`
  return /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i.test(address) ? `https://${address}` : null
}
